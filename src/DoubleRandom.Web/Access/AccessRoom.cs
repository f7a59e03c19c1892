using DoubleRandom.Access;
using DoubleRandom.Web.Access.Pages;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Access;

/// <summary>Declares the room of accounts and sessions.</summary>
public static class AccessRoom
{
    private static readonly Words Words = new(typeof(AccessRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.House, 10, () => Words["accounts"], "/accounts", Right.ManageAccounts)],
        Adds = services => services.AddSingleton<ITellsChanges, PostHistory>(),
        Maps = (routes, _) =>
        {
            routes.MapSession();
            routes.MapAccounts();
        },
    };
}
