using DoubleRandom.Verifiable.Tests.Matching;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// The chances that A.8 gives when its keys are perfectly random, from the list of all complete assignments and the text
/// alone: the slots come in any order, each equally likely, and each takes evenly one of the inspectors who leave a completion.
/// </summary>
internal static class ExactMatching
{
    /// <summary>Divisible by every number of inspectors up to 6 among whom one is picked.</summary>
    private const int Picks = 60;

    /// <summary>Per slot the chance of each inspector of its pool, in the pool's order.</summary>
    /// <param name="oracle">At most 8 slots and 6 inspectors to a pool, so that all is counted in whole numbers.</param>
    /// <param name="assignments">All complete assignments; at least one.</param>
    public static Fraction[][] Of(MatchingOracle oracle, IReadOnlyList<int[]> assignments)
    {
        var slots = oracle.SlotCount;
        var whole = Enumerable.Range(1, slots).Aggregate((Int128)1, (product, n) => product * n * Picks);
        var chances = oracle.Pools.Select(pool => new Int128[pool.Length]).ToArray();
        var states = new Dictionary<string, State> { [""] = new([], assignments, whole) };
        for (var done = 0; done < slots; done++)
        {
            var next = new Dictionary<string, State>(StringComparer.Ordinal);
            foreach (var state in states.Values)
            {
                foreach (var slot in Enumerable.Range(0, slots).Where(s => !state.Fixed.ContainsKey(s)))
                {
                    var followers = state.Left.GroupBy(a => a[slot]).ToArray();
                    var each = state.Mass / (slots - done) / followers.Length;
                    foreach (var follower in followers)
                    {
                        chances[slot][Array.IndexOf(oracle.Pools[slot], follower.Key)] += each;
                        var chosen = new SortedDictionary<int, int>(state.Fixed) { [slot] = follower.Key };
                        var key = string.Join(',', chosen.Select(c => $"{c.Key}:{c.Value}"));
                        next[key] = next.TryGetValue(key, out var known) ? known with { Mass = known.Mass + each } : new State(chosen, [.. follower], each);
                    }
                }
            }

            states = next;
        }

        return [.. chances.Select(row => row.Select(n => new Fraction(n, whole)).ToArray())];
    }

    /// <summary>Some slots filled: by whom, which assignments are left, and the chance to come here.</summary>
    private sealed record State(SortedDictionary<int, int> Fixed, IReadOnlyList<int[]> Left, Int128 Mass);
}
