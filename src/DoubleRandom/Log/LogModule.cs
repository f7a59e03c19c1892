using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Log;

/// <summary>Registers the trail and the transparency log.</summary>
public static class LogModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddLog(this IServiceCollection services) => services
        .AddSingleton<KeyFile>()
        .AddSingleton<UnlockedKeys>()
        .AddScoped<SecretBox>()
        .AddScoped<LogBook>()
        .AddScoped<FoundLog>()
        .AddScoped<AppointWitness>()
        .AddScoped<AppointByPhone>()
        .AddScoped<SetQuorum>()
        .AddScoped<WitnessKeys>()
        .AddScoped<CosignLog>()
        .AddScoped<LogReader>()
        .AddScoped<LogTiles>()
        .AddScoped<LogCheck>();
}
