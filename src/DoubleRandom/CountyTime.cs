namespace DoubleRandom;

/// <summary>The county's time: instants are stored in UTC to the millisecond, days are those of Asia/Shanghai.</summary>
public static class CountyTime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Now in UTC, cut to whole milliseconds, so that both databases keep it unchanged.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    /// <summary>Today in Asia/Shanghai.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().Day();

    /// <summary>The day of an instant in Asia/Shanghai.</summary>
    public static DateOnly Day(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InShanghai().DateTime);

    /// <summary>An instant as the clocks in Asia/Shanghai show it.</summary>
    public static DateTimeOffset InShanghai(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Shanghai);

    /// <summary>The instant at which a day begins in Asia/Shanghai, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Shanghai.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
