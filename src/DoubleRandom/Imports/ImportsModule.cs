using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Imports;

/// <summary>Registers imports; each owner adds its <see cref="ImportedKind"/>.</summary>
public static class ImportsModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<UploadFolder>()
        .AddScoped<PreviewImport>()
        .AddScoped<CommitImport>()
        .AddScoped<DiscardImport>()
        .AddScoped<ImportSheet>()
        .AddScoped<ImportReader>();
}
