using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Log;

/// <summary>
/// The witness keys that lie open in memory [已解锁的见证密钥], each for one ceremony and for four hours at most. They are never
/// written anywhere; a restart forgets them, and the witnesses unlock again.
/// </summary>
public sealed class UnlockedKeys(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly Lock gate = new();
    private readonly Dictionary<(Jurisdiction County, string Ceremony, string Witness), (Bytes32 Seed, DateTimeOffset Until)> keys = [];

    internal void Keep(Jurisdiction county, string ceremony, string witness, Bytes32 seed)
    {
        lock (gate)
        {
            keys[(county, ceremony, witness)] = (seed, clock.Now() + Longest);
        }
    }

    /// <summary>The seeds open for a ceremony, by witness.</summary>
    internal IReadOnlyDictionary<string, Bytes32> Of(Jurisdiction county, string ceremony)
    {
        lock (gate)
        {
            var now = clock.Now();
            foreach (var old in keys.Where(k => k.Value.Until <= now).Select(k => k.Key).ToArray())
            {
                keys.Remove(old);
            }

            return keys.Where(k => k.Key.County == county && k.Key.Ceremony == ceremony)
                .ToDictionary(k => k.Key.Witness, k => k.Value.Seed, StringComparer.Ordinal);
        }
    }

    /// <summary>Closes every key of a ceremony.</summary>
    internal void Forget(Jurisdiction county, string ceremony)
    {
        lock (gate)
        {
            foreach (var key in keys.Keys.Where(k => k.County == county && k.Ceremony == ceremony).ToArray())
            {
                keys.Remove(key);
            }
        }
    }

    /// <summary>The witnesses whose keys are open for a ceremony.</summary>
    public IReadOnlyList<string> NamesFor(Jurisdiction county, string ceremony) => [.. Of(county, ceremony).Keys.Order(StringComparer.Ordinal)];
}
