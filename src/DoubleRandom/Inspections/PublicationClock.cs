using DoubleRandom.WorkingDays;

namespace DoubleRandom.Inspections;

/// <summary>The last day on which a result is published in time, or why it cannot be computed.</summary>
/// <param name="On">The day, Asia/Shanghai; null while the check is not completed or the calendar lacks the year.</param>
/// <param name="Unknown">Why the day is not known though the check is completed; else null.</param>
public sealed record Deadline(DateOnly? On, Refusal? Unknown)
{
    /// <summary>No deadline runs yet.</summary>
    public static Deadline NotRunning { get; } = new(null, null);
}

/// <summary>
/// The 20-working-day clock [公示时限, R16]: runs from the day after the check was completed, by the statutory calendar. It is
/// computed anew at each look, so that a notice imported later moves every open deadline; nothing is guessed.
/// </summary>
public sealed class PublicationClock(StatutoryCalendar calendar, TimeProvider clock)
{
    /// <summary>Working days in which a result must be published.</summary>
    public const int WorkingDays = 20;

    private readonly Dictionary<DateOnly, Deadline> known = [];

    /// <summary>The clock by the notices known now, imported ones included.</summary>
    public static async Task<PublicationClock> NowAsync(CalendarReader calendars, TimeProvider clock, CancellationToken stop = default) =>
        new(await calendars.NowAsync(stop), clock);

    /// <summary>The deadline of a check completed on that day; not running while it is not completed.</summary>
    public Deadline Of(DateOnly? completedOn)
    {
        if (completedOn is not { } day)
        {
            return Deadline.NotRunning;
        }

        if (!known.TryGetValue(day, out var deadline))
        {
            deadline = calendar.WorkingDayAfter(day, WorkingDays).Refused(out var refusal, out var due) ? new(null, refusal) : new(due, null);
            known[day] = deadline;
        }

        return deadline;
    }

    /// <summary>Whether a check completed on that day is past its deadline today.</summary>
    public bool IsOverdue(DateOnly? completedOn) => Of(completedOn).On < clock.Today();

    /// <summary>The last day on which a check was completed whose publication is overdue today; 60 days back where the calendar is silent.</summary>
    public DateOnly OverdueIfCompletedBy()
    {
        var today = clock.Today();
        for (var day = today.AddDays(-WorkingDays); day > today.AddDays(-60); day = day.AddDays(-1))
        {
            if (Of(day).On < today)
            {
                return day;
            }
        }

        return today.AddDays(-60);
    }
}
