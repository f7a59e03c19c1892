using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Directories;

/// <summary>Declares the two directories and their acts.</summary>
public static class DirectoriesModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(DirectoriesModule), services => services
        .AddScoped<ImportedKind, SubjectImport>()
        .AddScoped<ImportedKind, InspectorImport>()
        .AddScoped<IInspectorNumbers, InspectorNumbers>()
        .AddScoped<INamesRecords, DirectoryNames>());
}
