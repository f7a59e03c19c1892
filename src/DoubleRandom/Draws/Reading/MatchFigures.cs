using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Draws.Reading;

/// <summary>One matched place, by ids alone.</summary>
/// <param name="Team">Its team, named apart from every other team that is looked at.</param>
/// <param name="Department">The department the place belongs to.</param>
/// <param name="Inspector">Who was matched.</param>
public readonly record struct MatchedPlace(string Team, Department Department, Id<Inspector> Inspector);

/// <summary>How evenly a match spread its visits over the inspectors of one department [工作量分布].</summary>
/// <param name="Department">A department with places in the teams.</param>
/// <param name="Inspectors">Its inspectors who could be matched, at least 1; who got no visit is among them.</param>
/// <param name="Least">Fewest visits of one of them, from 0.</param>
/// <param name="Most">Most visits of one of them.</param>
/// <param name="Visits">Visits of all of them together; a visit counts once for each place.</param>
public sealed record WorkloadSpread(Department Department, int Inspectors, int Least, int Most, int Visits)
{
    /// <summary>Visits per inspector.</summary>
    public decimal Mean => (decimal)Visits / Inspectors;
}

/// <summary>How often the same two inspectors stand in one team [搭档重复].</summary>
/// <param name="Pairs">Different pairs that stand in some team.</param>
/// <param name="Possible">Pairs that the numbers of inspectors allow: two of departments that some team has together, whoever may not for other reasons.</param>
/// <param name="MostTeams">Teams of the pair that meets most often.</param>
/// <param name="Repeated">Pairs with two teams or more.</param>
/// <param name="Earlier">Pairs that stood in a team of an earlier draw already; null when there was no earlier draw.</param>
public sealed record PairRepetition(int Pairs, long Possible, int MostTeams, int Repeated, int? Earlier);

/// <summary>What a match came to, without a name [匹配情况]: departments with places ascending by code, then the pairs.</summary>
/// <param name="Workload">One line per department with places.</param>
/// <param name="Pairs">The pairs.</param>
public sealed record MatchFigures(IReadOnlyList<WorkloadSpread> Workload, PairRepetition Pairs)
{
    /// <summary>Counts a match.</summary>
    /// <param name="places">All places of its teams.</param>
    /// <param name="visits">Subjects of each team.</param>
    /// <param name="available">Inspectors of each department who could be matched.</param>
    /// <param name="earlier">Places of earlier draws; null when there were none.</param>
    public static MatchFigures Of(
        IReadOnlyCollection<MatchedPlace> places,
        IReadOnlyDictionary<string, int> visits,
        IReadOnlyDictionary<Department, int> available,
        IReadOnlyCollection<MatchedPlace>? earlier) => new(
        [.. places.GroupBy(p => p.Department).OrderBy(g => g.Key).Select(g => SpreadOf(g, visits, available))],
        RepetitionIn(places, available, earlier));

    private static WorkloadSpread SpreadOf(
        IGrouping<Department, MatchedPlace> places, IReadOnlyDictionary<string, int> visits, IReadOnlyDictionary<Department, int> available)
    {
        var each = places.GroupBy(p => p.Inspector, (_, own) => own.Sum(p => visits.GetValueOrDefault(p.Team))).ToArray();
        var inspectors = available[places.Key];
        return new(places.Key, inspectors, inspectors > each.Length ? 0 : each.Min(), each.Max(), each.Sum());
    }

    private static PairRepetition RepetitionIn(
        IReadOnlyCollection<MatchedPlace> places, IReadOnlyDictionary<Department, int> available, IReadOnlyCollection<MatchedPlace>? earlier)
    {
        var met = PairsIn(places).CountBy(pair => pair).ToDictionary();
        var together = places.GroupBy(p => p.Team).SelectMany(team => TwoOf(team.Select(p => p.Department))).Distinct();
        return new(
            met.Count,
            together.Sum(two => two.First == two.Second
                ? (long)available[two.First] * (available[two.First] - 1) / 2
                : (long)available[two.First] * available[two.Second]),
            met.Values.DefaultIfEmpty(0).Max(),
            met.Values.Count(teams => teams > 1),
            earlier is null ? null : PairsIn(earlier).Distinct().Count(met.ContainsKey));
    }

    private static IEnumerable<(Id<Inspector> First, Id<Inspector> Second)> PairsIn(IEnumerable<MatchedPlace> places) =>
        places.GroupBy(p => p.Team).SelectMany(team => TwoOf(team.Select(p => p.Inspector)));

    /// <summary>Every two of a team, the lesser first.</summary>
    private static IEnumerable<(T First, T Second)> TwoOf<T>(IEnumerable<T> team)
    {
        var all = team.Order().ToArray();
        return all.SelectMany((first, i) => all[(i + 1)..].Select(second => (first, second)));
    }
}
