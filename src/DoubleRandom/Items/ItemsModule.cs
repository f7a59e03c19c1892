using DoubleRandom.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Items;

/// <summary>Registers the item list and its acts.</summary>
public static class ItemsModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddScoped<ImportedKind, ItemImport>()
        .AddScoped<AddItem>()
        .AddScoped<ChangeItem>()
        .AddScoped<PublishItem>()
        .AddScoped<RetireItem>()
        .AddScoped<ItemReader>();
}
