using DoubleRandom.Access;
using DoubleRandom.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Directories;

/// <summary>Registers the two directories and their acts.</summary>
public static class DirectoriesModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddDirectories(this IServiceCollection services) => services
        .AddScoped<ImportedKind, SubjectImport>()
        .AddScoped<ImportedKind, InspectorImport>()
        .AddScoped<AddSubject>()
        .AddScoped<ChangeSubject>()
        .AddScoped<ShowPersonalData>()
        .AddScoped<AddInspector>()
        .AddScoped<ChangeInspector>()
        .AddScoped<AddLeave>()
        .AddScoped<RemoveLeave>()
        .AddScoped<DeclareRecusal>()
        .AddScoped<WithdrawRecusal>()
        .AddScoped<IInspectorNumbers, InspectorNumbers>()
        .AddScoped<SubjectReader>()
        .AddScoped<InspectorReader>();
}
