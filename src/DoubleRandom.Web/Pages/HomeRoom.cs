using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Pages;

/// <summary>Declares the room of the home page and those that belong to no room.</summary>
public static class HomeRoom
{
    private static readonly Words Words = new(typeof(HomeRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Work, 10, () => Words["home"], "/")],
    };
}
