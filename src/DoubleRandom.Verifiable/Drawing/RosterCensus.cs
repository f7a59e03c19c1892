using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// What a roster, or a range of it, says for the parts of a draw (名单清点, A.5): how many take part in each stratum, and the
/// first line that breaks a rule.
/// </summary>
/// <param name="Eligible">For each part the subjects of each stratum that take part; strata without any are not named.</param>
/// <param name="Outside">The first subject with an item of no part, or null.</param>
/// <param name="Unplaced">For each part the first subject it concerns whose stratum attribute is missing or no id, or null.</param>
public sealed record RosterCensus(IReadOnlyList<IReadOnlyDictionary<string, int>> Eligible, string? Outside, IReadOnlyList<string?> Unplaced)
{
    /// <summary>Counts a range: lines in canonical form, ascending by id, each with its line feed; any other is a fault.</summary>
    public static Answer<RosterCensus> Of(IReadOnlyList<Part> parts, ReadOnlySpan<byte> lines)
    {
        var places = new RosterPlaces(parts);
        var walk = new RosterWalk(lines);
        var strata = new int[parts.Count];
        while (walk.Next())
        {
            places.Find(walk, strata);
        }

        return walk.Fault is { } fault ? fault : places.Census;
    }

    /// <summary>Both ranges as one; what breaks a rule first stays first.</summary>
    public RosterCensus Join(RosterCensus next)
    {
        var eligible = Eligible.Zip(next.Eligible, Sum).ToArray();
        return new RosterCensus(eligible, Outside ?? next.Outside, Unplaced.Zip(next.Unplaced, (first, second) => first ?? second).ToArray());
    }

    private static Dictionary<string, int> Sum(IReadOnlyDictionary<string, int> x, IReadOnlyDictionary<string, int> y)
    {
        var sum = x.ToDictionary(StringComparer.Ordinal);
        foreach (var (stratum, count) in y)
        {
            sum[stratum] = sum.GetValueOrDefault(stratum) + count;
        }

        return sum;
    }
}
