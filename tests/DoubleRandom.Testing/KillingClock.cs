using Microsoft.Extensions.Time.Testing;

namespace DoubleRandom.Testing;

/// <summary>A clock that tests move, and that can cancel an act at its n-th look at the time, as a kill would.</summary>
public sealed class KillingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private CancellationTokenSource? armed;
    private int left;

    /// <summary>Cancels the source at the look after so many; null disarms.</summary>
    public void KillAt(int looks, CancellationTokenSource? source) => (left, armed) = (looks, source);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        if (armed is { } source && left-- <= 0)
        {
            source.Cancel();
        }

        return base.GetUtcNow();
    }
}
