using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Portal;

/// <summary>Declares the room of what anybody may read.</summary>
public static class PortalRoom
{
    private static readonly Words Words = new(typeof(PortalRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.House, 40, () => Words["portal"], "/portal")],
        Maps = (routes, county) => routes.MapPortal(county),
    };
}
