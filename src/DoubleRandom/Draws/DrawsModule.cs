using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Draws;

/// <summary>Registers the draw and its acts.</summary>
public static class DrawsModule
{
    /// <summary>Adds the module; other modules add their <see cref="IExclusionSource"/>s beside.</summary>
    public static IServiceCollection AddDraws(this IServiceCollection services) => services
        .AddScoped<DrawnSoFar>()
        .AddScoped<IExclusionSource, DrawnThisYear>()
        .AddScoped<IExclusionSource, OrgansCap>()
        .AddScoped<IExclusionSource, LeftOutByDecision>()
        .AddScoped<DrawScopeReader>()
        .AddScoped<DrawPreparation>()
        .AddScoped<Ceremony>()
        .AddScoped<DrawReplay>()
        .AddScoped<DrawChanging>()
        .AddScoped<SealRows>()
        .AddScoped<DrawLogCheck>()
        .AddScoped<DrawnCheck>()
        .AddScoped<RegisterTask>()
        .AddScoped<LeaveOut>()
        .AddScoped<LeftOutReader>()
        .AddScoped<PreviewDraw>()
        .AddScoped<DrawsUnderWay>()
        .AddScoped<CommitWriter>()
        .AddScoped<CommitDraw>()
        .AddScoped<CommitMatch>()
        .AddScoped<Contribute>()
        .AddScoped<InviteWitness>()
        .AddScoped<TellBeacon>()
        .AddScoped<ContributeByPhone>()
        .AddScoped<CosignDraw>()
        .AddScoped<CosignByPhone>()
        .AddScoped<SealDraw>()
        .AddScoped<OpenDraw>()
        .AddScoped<OpenDueDraws>()
        .AddScoped<IOpeningObstacle, DrawWaitsForTeams>()
        .AddScoped<VoidDraw>()
        .AddScoped<ExtendDraw>()
        .AddScoped<ReplaceSubject>()
        .AddScoped<SubstituteInspector>()
        .AddScoped<ISubstitutionOrder>(services => services.GetRequiredService<SubstituteInspector>())
        .AddScoped<ExportRecord>()
        .AddScoped<DrawWaitReader>()
        .AddScoped<DrawReader>()
        .AddScoped<MatchFiguresReader>()
        .AddScoped<IToDoSource, DrawToDos>()
        .AddScoped<DrawnReader>();
}
