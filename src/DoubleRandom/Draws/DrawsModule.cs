using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.NightWork;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Draws;

/// <summary>Declares the draw and its acts.</summary>
public static class DrawsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(DrawsModule), services => services
        .AddScoped<IExclusionSource, DrawnThisYear>()
        .AddScoped<IExclusionSource, OrgansCap>()
        .AddScoped<IExclusionSource, LeftOutByDecision>()
        .AddScoped<IOpeningObstacle, DrawWaitsForTeams>()
        .AddScoped<IDecidedAct, LeaveOut>()
        .AddScoped<IDecidedAct, RepeatDraw>()
        .AddScoped<IDecidedAct, VoidDraw>()
        .AddScoped<IDecidedAct, ExtendDraw>()
        .AddScoped<IDecidedAct, ReplaceSubject>()
        .AddScoped<IDecidedAct, SubstituteInspector>()
        .AddScoped<IDecidedAct, OpenEarly>()
        .AddScoped<ISubstitutionOrder>(services => services.GetRequiredService<SubstituteInspector>())
        .AddScoped<IToDoSource, DrawToDos>()
        .AddScoped<IToDoSource, DrawRequestToDos>()
        .AddSingleton<INightWork, OpenDueByNight>());
}
