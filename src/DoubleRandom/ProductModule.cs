using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Imports;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Publication;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using DoubleRandom.WorkingDays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoubleRandom;

/// <summary>The product's table of contents: every module, registered for whoever hosts it.</summary>
public static class ProductModule
{
    /// <summary>Adds the whole product over the chosen store; clock and chance may be registered before.</summary>
    public static IServiceCollection AddDoubleRandom(this IServiceCollection services, StorageChoice storage)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChance, SystemChance>();
        return services
            .AddStorage(storage)
            .AddScoped<TrailReader>()
            .AddLog()
            .AddAccess()
            .AddImports()
            .AddItems()
            .AddDirectories()
            .AddWorkingDays()
            .AddPlans()
            .AddDraws()
            .AddAssignments()
            .AddInspections()
            .AddPublication()
            .AddScoped<ToDoReader>();
    }
}
