using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Ceremony;

/// <summary>Declares the room of the live screen of a draw.</summary>
public static class CeremonyRoom
{
    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Maps = (routes, county) => routes.MapCeremony(county),
    };
}
