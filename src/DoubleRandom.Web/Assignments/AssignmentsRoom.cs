using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Assignments;

/// <summary>Declares the room of visits and the replacing of inspectors.</summary>
public static class AssignmentsRoom
{
    private static readonly Words Words = new(typeof(AssignmentsRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.Work, 40, () => Words["visits"], "/visits", Right.ReadVisits), new(MenuPart.Work, 50, () => Words["substitutions"], "/substitutions", Right.ReadVisits)],
        Maps = (routes, _) =>
        {
            routes.MapVisits();
            routes.MapSubstitutions();
        },
    };
}
