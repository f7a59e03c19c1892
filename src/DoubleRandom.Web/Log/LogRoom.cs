using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Log;

/// <summary>Declares the room of the transparency log and its keys.</summary>
public static class LogRoom
{
    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Maps = (routes, county) =>
        {
            routes.MapLog();
            routes.MapKeys(county);
        },
    };
}
