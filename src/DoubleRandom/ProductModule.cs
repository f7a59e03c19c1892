using System.Collections.Frozen;
using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Imports;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using DoubleRandom.WorkingDays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoubleRandom;

/// <summary>The product's table of contents: every module in the order of the work, registered for whoever hosts it.</summary>
public static class ProductModule
{
    /// <summary>The modules; each looks only at those before it.</summary>
    public static IReadOnlyList<Module> Modules { get; } =
    [
        AuditModule.Declared,
        AccessModule.Declared,
        WorkingDaysModule.Declared,
        DecisionsModule.Declared,
        LogModule.Declared,
        ImportsModule.Declared,
        ItemsModule.Declared,
        DirectoriesModule.Declared,
        PlansModule.Declared,
        DrawsModule.Declared,
        AssignmentsModule.Declared,
        InspectionsModule.Declared,
        PublicationModule.Declared,
        StorageModule.Declared,
    ];

    /// <summary>Every key that a module gave words to; a test says that no two modules give words to one.</summary>
    private static readonly FrozenDictionary<string, Words> Keys = Modules
        .SelectMany(module => module.Words.KeysUnder("").Select(key => (key, module.Words)))
        .ToFrozenDictionary(entry => entry.key, entry => entry.Words, StringComparer.Ordinal);

    /// <summary>What the module that knows the key says, in the language of the present request; null where none knows it.</summary>
    public static string? Find(string key) => Keys.TryGetValue(key, out var words) ? words[key] : null;

    /// <summary>Adds the whole product over the chosen store; clock and chance may be registered before.</summary>
    public static IServiceCollection AddDoubleRandom(this IServiceCollection services, StorageChoice storage)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChance, SystemChance>();
        services.AddStorage(storage);
        PerRequestAttribute.Register(services, typeof(ProductModule).Assembly);
        foreach (var module in Modules)
        {
            module.Seams?.Invoke(services);
        }

        return services;
    }
}
