using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Imports;

/// <summary>Registers imports; each owner adds its <see cref="ImportedKind"/>.</summary>
public static class ImportsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(ImportsModule), services => services
        .AddSingleton<UploadFolder>());
}
