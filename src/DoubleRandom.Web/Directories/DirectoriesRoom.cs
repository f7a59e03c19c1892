using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Directories;

/// <summary>Declares the room of the two directories.</summary>
public static class DirectoriesRoom
{
    private static readonly Words Words = new(typeof(DirectoriesRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Registers, 20, () => Words["subjects"], "/subjects", Right.ReadRegisters), new(MenuPart.Registers, 30, () => Words["inspectors"], "/inspectors", Right.ReadRegisters)],
        Maps = (routes, _) => routes.MapDirectories(),
    };
}
