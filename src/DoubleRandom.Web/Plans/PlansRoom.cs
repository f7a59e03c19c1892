using DoubleRandom.Access;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Plans;

/// <summary>Declares the room of annual plans and their tasks.</summary>
public static class PlansRoom
{
    private static readonly Words Words = new(typeof(PlansRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Work, 20, () => Words["plans"], "/plans", Right.ReadRegisters)],
        Adds = services => services.AddSingleton<ITellsChanges, PlanHistory>(),
        Maps = (routes, _) => routes.MapPlans(),
    };
}
