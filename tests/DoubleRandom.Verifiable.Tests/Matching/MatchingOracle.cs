using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Matching;

/// <summary>
/// A matching small enough to list every assignment (≤ 6 slots, ≤ 5 inspectors): who may stand where is given as pools,
/// teams as bundles of slots. The list is the judge of the flow code.
/// </summary>
internal sealed record MatchingOracle(int[][] Pools, int[] Caps, int[] BundleOf)
{
    public int SlotCount => Pools.Length;

    public IReadOnlyList<Slot> Slots { get; } = SlotsOf(BundleOf);

    /// <summary>Every complete assignment: at most once per bundle, at most cap in all.</summary>
    public IReadOnlyList<int[]> Assignments()
    {
        var all = new List<int[]>();
        Extend(new int[SlotCount], 0);
        return all;

        void Extend(int[] chosen, int slot)
        {
            if (slot == SlotCount)
            {
                all.Add([.. chosen]);
                return;
            }

            foreach (var inspector in Pools[slot])
            {
                var used = Enumerable.Range(0, slot).Where(s => chosen[s] == inspector).ToArray();
                if (used.Length < Caps[inspector] && used.All(s => BundleOf[s] != BundleOf[slot]))
                {
                    chosen[slot] = inspector;
                    Extend(chosen, slot + 1);
                }
            }
        }
    }

    /// <summary>The same, with only those pairs of slot and inspector that stand in one of the assignments.</summary>
    public MatchingOracle OnlyPairsOf(IReadOnlyList<int[]> assignments) =>
        this with { Pools = [.. Pools.Select((pool, slot) => pool.Where(i => assignments.Any(a => a[slot] == i)).ToArray())] };

    /// <summary>A small instance that follows from a number: tight ones and impossible ones are common.</summary>
    public static MatchingOracle Numbered(int number)
    {
        var random = Samples.Bytes($"instance {number}").ToArray().Concat(Samples.Bytes($"more {number}").ToArray()).ToArray();
        var next = 0;
        int Next(int below) => random[next++ % random.Length] % below;
        var (slots, inspectors, bundleSize) = (Next(6) + 1, Next(5) + 1, Next(3) + 1);
        var kinds = Enumerable.Range(0, Next(slots) + 1)
            .Select(_ => Enumerable.Range(0, inspectors).Where(_ => Next(5) < 3).ToArray())
            .ToArray();
        var pools = Enumerable.Range(0, slots).Select(_ => kinds[Next(kinds.Length)]).ToArray();
        var caps = Enumerable.Range(0, inspectors).Select(_ => Next(3) + 1).ToArray();
        return new MatchingOracle(pools, caps, Enumerable.Range(0, slots).Select(s => s / bundleSize).ToArray());
    }

    private static Slot[] SlotsOf(int[] bundleOf)
    {
        var bundles = Enumerable.Range(0, bundleOf.Max() + 1).Select(b => new Bundle($"b{b:D5}", 1, "T1", [], [], [])).ToArray();
        return bundleOf.Select((b, s) => new Slot(bundles[b], "SC", s, false, [])).ToArray();
    }
}
