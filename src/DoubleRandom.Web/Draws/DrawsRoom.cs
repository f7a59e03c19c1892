using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Draws;

/// <summary>Declares the room of draws, for those who hold them.</summary>
public static class DrawsRoom
{
    private static readonly Words Words = new(typeof(DrawsRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Work, 30, () => Words["draws"], "/draws", Right.ReadRegisters)],
        Adds = services => services.AddScoped<DrawAsking>(),
        Maps = (routes, _) => routes.MapDraws(),
    };
}
