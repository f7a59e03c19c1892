using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// A matching as ordinary days have it: eighteen places in nine teams, twelve inspectors, ten or more of them eligible for every
/// place, at most four in five of their places taken. It has too many assignments to list, so that our chances are counted.
/// </summary>
internal sealed class OrdinaryMatching
{
    /// <summary>Seeded runs; the standard error of a share of 1/10 is 0.003.</summary>
    public const int Seeds = 10_000;

    private static readonly int[][] Kinds = [[.. Enumerable.Range(0, 10)], [.. Enumerable.Range(2, 10)], [.. Enumerable.Range(0, 12).Where(i => i != 5)]];

    public OrdinaryMatching(params int[] caps)
    {
        var oracle = new MatchingOracle(
            [.. Enumerable.Range(0, 18).Select(s => Kinds[s % 3])], [.. Enumerable.Range(0, 12).Select(i => caps[i % caps.Length])], [.. Enumerable.Range(0, 18).Select(s => s / 2)]);
        var seen = oracle.Pools.Select(_ => new int[12]).ToArray();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var flow = TeamFlow.Complete(oracle.Pools, oracle.Caps, oracle.Slots, out _).ShouldNotBeNull();
            AssignmentDraw.Settle(Suite.Sha256, Samples.Bytes($"ordinary {seed}"), oracle.Slots, flow);
            for (var slot = 0; slot < oracle.SlotCount; slot++)
            {
                seen[slot][flow.HolderOf(slot)]++;
            }
        }

        Largest = LeximinFair.Of(oracle).SelectMany((fair, slot) => fair.Select((chance, place) => Math.Abs(((double)seen[slot][oracle.Pools[slot][place]] / Seeds) - chance.Value))).Max();
    }

    /// <summary>Largest absolute difference between share and reference over pairs of slot and inspector; chance alone makes some 0.01 of it.</summary>
    public double Largest { get; }
}
