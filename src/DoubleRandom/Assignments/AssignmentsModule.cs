using DoubleRandom.Draws;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Assignments;

/// <summary>Registers the handing out of visits and the replacing of inspectors.</summary>
public static class AssignmentsModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddScoped<ReleaseVisits>()
        .AddScoped<ReleaseReader>()
        .AddScoped<VisitReader>()
        .AddScoped<AskSubstitution>()
        .AddScoped<DecideSubstitution>()
        .AddScoped<SubstitutionReader>()
        .AddScoped<IReplacementFollower, WithdrawVisit>()
        .AddScoped<IOpeningObstacle, VisitsBeforeOpening>()
        .AddScoped<IToDoSource, AssignmentToDos>();
}
