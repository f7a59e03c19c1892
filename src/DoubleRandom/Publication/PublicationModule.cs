using DoubleRandom.NightWork;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Publication;

/// <summary>Declares what the public reads of results.</summary>
public static class PublicationModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(PublicationModule), services => services
        .AddSingleton<OpenRecordMemory>()
        .AddSingleton<INightWork, CheckLogByNight>());
}
