using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Items;

/// <summary>Declares the room of the item list.</summary>
public static class ItemsRoom
{
    private static readonly Words Words = new(typeof(ItemsRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Registers, 10, () => Words["items"], "/items", Right.ReadRegisters)],
        Maps = (routes, _) => routes.MapItems(),
    };
}
