using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Log;

/// <summary>Declares the trail and the transparency log.</summary>
public static class LogModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(LogModule), services => services
        .AddSingleton<KeyFile>()
        .AddSingleton<UnlockedKeys>());
}
