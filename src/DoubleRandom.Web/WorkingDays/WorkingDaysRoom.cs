using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.WorkingDays;

/// <summary>Declares the room of the calendar of working days.</summary>
public static class WorkingDaysRoom
{
    private static readonly Words Words = new(typeof(WorkingDaysRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.House, 20, () => Words["calendar"], "/calendar", Right.ManageCalendar)],
    };
}
