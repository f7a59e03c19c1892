using DoubleRandom.Audit;
using DoubleRandom.Draws;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Assignments;

/// <summary>Declares the handing out of visits and the replacing of inspectors.</summary>
public static class AssignmentsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(AssignmentsModule), services => services
        .AddScoped<IReplacementFollower, WithdrawVisit>()
        .AddScoped<IOpeningObstacle, VisitsBeforeOpening>()
        .AddScoped<IToDoSource, AssignmentToDos>()
        .AddScoped<INamesRecords, VisitNames>());
}
