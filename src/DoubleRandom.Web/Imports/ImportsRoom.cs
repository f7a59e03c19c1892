using DoubleRandom.Access;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Imports;

/// <summary>Declares the room of imports.</summary>
public static class ImportsRoom
{
    private static readonly Words Words = new(typeof(ImportsRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Registers, 40, () => Words["imports"], "/imports", Right.ReadRegisters)],
        Adds = services => services.AddScoped<RegisterHistory>().AddScoped<ITellsChanges>(parts => parts.GetRequiredService<RegisterHistory>()),
        Maps = (routes, _) => routes.MapImports(),
    };
}
