using DoubleRandom.Verifiable.Tests.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// 120 matchings of the kind that the record's background section tells of: three teams of two, five inspectors who may join
/// one to three teams each, every pair eligible with a chance of three in five. They follow from their numbers; those with a
/// single lawful assignment or none leave nothing to compare and are passed over.
/// </summary>
internal sealed class TightMatchings
{
    public const int Count = 120;

    private readonly (double Ours, double Uniform)[] largest;

    /// <param name="places">Most teams that the five may join in all, at least the 6 there are; 15 is no limit.</param>
    public TightMatchings(int places)
    {
        Places = places;
        largest = [.. Enumerable.Range(0, int.MaxValue).Select(n => LargestIn(Numbered(n))).OfType<(double, double)>().Take(Count)];
    }

    public int Places { get; }

    /// <summary>In each the largest absolute difference to the reference over pairs of slot and inspector, ascending.</summary>
    public double[] Ours => [.. largest.Select(l => l.Ours).Order()];

    /// <summary>The same for a lottery that draws evenly from all lawful assignments.</summary>
    public double[] Uniform => [.. largest.Select(l => l.Uniform).Order()];

    /// <summary>95 of 100 stay at or below this.</summary>
    public static double Of95(double[] ascending) => ascending[(ascending.Length * 95 / 100) - 1];

    private static MatchingOracle Numbered(int number)
    {
        var random = Samples.Bytes($"tight {number}").ToArray().Concat(Samples.Bytes($"matching {number}").ToArray()).ToArray();
        return new MatchingOracle(
            [.. Enumerable.Range(0, 6).Select(s => Enumerable.Range(0, 5).Where(i => random[(s * 5) + i] % 5 < 3).ToArray())],
            [.. random[^5..].Select(b => (b % 3) + 1)],
            [0, 0, 1, 1, 2, 2]);
    }

    private (double Ours, double Uniform)? LargestIn(MatchingOracle oracle)
    {
        var all = oracle.Caps.Sum() <= Places ? oracle.Assignments() : [];
        if (all.Count < 2)
        {
            return null;
        }

        var lawful = oracle.OnlyPairsOf(all);
        var fair = LeximinFair.Of(lawful);
        return (Furthest(ExactMatching.Of(lawful, all)), Furthest([.. lawful.Pools.Select((pool, slot) => pool.Select(i => new Fraction(all.Count(a => a[slot] == i), all.Count)).ToArray())]));

        double Furthest(Fraction[][] chances) => chances.Zip(fair).SelectMany(slot => slot.First.Zip(slot.Second, (chance, f) => Math.Abs(chance.Value - f.Value))).Max();
    }
}
