using DoubleRandom.Audit;
using DoubleRandom.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Items;

/// <summary>Declares the item list and its acts.</summary>
public static class ItemsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(ItemsModule), services => services
        .AddScoped<ImportedKind, ItemImport>()
        .AddScoped<INamesRecords, ItemNames>());
}
