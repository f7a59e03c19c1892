using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Publication;

/// <summary>Registers what the public reads of results.</summary>
public static class PublicationModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddScoped<ResultRegister>()
        .AddScoped<DrawRegister>()
        .AddScoped<CheckLog>()
        .AddSingleton<OpenRecordMemory>()
        .AddScoped<OwnDrawsReader>()
        .AddScoped<FrozenPoolReader>();
}
