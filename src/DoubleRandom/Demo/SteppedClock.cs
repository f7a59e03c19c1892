namespace DoubleRandom.Demo;

/// <summary>The clock under which the demo county is made [演示时钟]: it stands, and is moved forward by hand.</summary>
/// <param name="start">The instant it shows first, UTC.</param>
public sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves on to a later time of a day in Asia/Shanghai.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That would be back in time.</exception>
    public void MoveTo(DateOnly day, TimeOnly time)
    {
        var next = new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(8)).ToUniversalTime();
        now = next >= now ? next : throw new ArgumentOutOfRangeException(nameof(day), day, "The demo clock only moves forward.");
    }
}
