using DoubleRandom.Audit;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Plans;

/// <summary>Declares annual plans and their acts.</summary>
public static class PlansModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(PlansModule), services => services
        .AddScoped<IToDoSource, PlanToDos>()
        .AddScoped<INamesRecords, PlanNames>());
}
