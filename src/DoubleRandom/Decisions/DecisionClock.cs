using DoubleRandom.WorkingDays;

namespace DoubleRandom.Decisions;

/// <summary>How long the head alone decides on what is asked today [审批时限].</summary>
[PerRequest]
public sealed class DecisionClock(CalendarReader calendars, TimeProvider clock)
{
    /// <summary>Working days that the head has, the day of asking not counted.</summary>
    private const int WorkingDays = 1;

    /// <summary>The last of them, Asia/Shanghai; null where the calendar does not know the year.</summary>
    internal async Task<DateOnly?> DecideByAsync(CancellationToken stop) =>
        (await calendars.NowAsync(stop)).WorkingDayAfter(clock.Today(), WorkingDays).Refused(out _, out var day) ? null : day;
}
