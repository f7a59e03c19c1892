using System.Globalization;
using System.Text;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>All that is measured of the matching's fairness, and <c>docs/matching-fairness.md</c>, which tells of it.</summary>
internal sealed class FairnessDocument
{
    public IReadOnlyList<FairnessTable> Tables { get; } = [.. SmallMatchings.All.Select(matching => new FairnessTable(matching))];

    /// <summary>As the background section describes them.</summary>
    public TightMatchings Tight { get; } = new(places: 15);

    /// <summary>Those with two places to spare at most.</summary>
    public TightMatchings Tightest { get; } = new(places: 8);

    public OrdinaryMatching EqualCaps { get; } = new(3);

    public OrdinaryMatching UnequalCaps { get; } = new(1, 2, 3);

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # How fair the matching is

            Written by `eng/matching-fairness`, which solves every matching below again; a test fails when this page says anything else. The method is A.8 of
            [the draw record](spec/draw-record.md), the reference the *leximin-fair* chances of its background section.

            | word | meaning |
            |---|---|
            | lawful assignment | a complete assignment under A.8: eligibility, recusals, one place per team, and the caps and distances left after relaxation and levelling; all are listed by trying |
            | reference | of all lotteries over lawful assignments the one whose least likely pair is as likely as can be, then the next least, and so on; solved exactly by linear programming |
            | ours | the chance under A.8 with perfectly random keys, counted exactly over all orders of the places and all picks |
            | seen | the share of {{FairnessTable.Seeds:N0}} runs of the product's own code under fixed keys; standard error at most {{0.5 / Math.Sqrt(FairnessTable.Seeds):0.000}} |
            | even lottery | the share of lawful assignments that have the pair: what drawing evenly from the whole list would give |

            The reference itself is no method: it needs a linear program over the whole draw, where ours is followed place by place. *Near-uniform* means here: nobody who may
            stand somewhere is without a chance of it, nobody else has one, equals have equal chances, and the differences are those of this page.

            ## Small matchings, solved exactly
            Four or six places in two or three teams; differences over all pairs of inspector and visit.

            | matching | lawful assignments | pairs | largest difference | mean difference | largest over single places |
            |---|--:|--:|--:|--:|--:|

            """);
        foreach (var table in Tables)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| [{table.Matching.Name}](#{table.Matching.Name.Replace(' ', '-')}) | {table.Assignments} | {table.Visits.Count} | {Written(table.Largest)} | {Written(table.Mean)} | {Written(table.LargestOfSlots)} |");
        }

        text.Append(CultureInfo.InvariantCulture, $"""
            | all | | {Tables.Sum(t => t.Visits.Count)} | {Written(Tables.Max(t => t.Largest))} | {Written(Tables.SelectMany(t => t.Visits).Average(p => Math.Abs(p.Difference)))} | {Written(Tables.Max(t => t.LargestOfSlots))} |

            ## {TightMatchings.Count} tight matchings
            Three teams of two, five inspectors who may join one to three teams each, every pair eligible with a chance of three in five. Of each the largest difference
            over pairs of inspector and place; wanted are a mean of 0.12 and 95 in 100 within 0.25.

            | sampler | mean | 95 in 100 within | worst |
            |---|--:|--:|--:|
            {Row("ours", Tight.Ours)}
            {Row("even lottery", Tight.Uniform)}
            {Row("ours, at most two places to spare", Tightest.Ours)}
            {Row("even lottery, at most two places to spare", Tightest.Uniform)}

            With at most two places to spare the mean lies a little above what is wanted, and is still well below that of the even lottery.

            ## Ordinary matchings
            Eighteen places in nine teams, twelve inspectors, ten or more eligible for every place, at most four in five of their places taken; {OrdinaryMatching.Seeds:N0} runs, of whose chance
            some 0.01 of a largest difference is made. Wanted is 0.02.

            | inspectors may join | largest difference over single places |
            |---|--:|
            | three teams each, as levelling leaves it | {Written(EqualCaps.Largest)} |
            | one, two or three teams | {Written(UnequalCaps.Largest)} |

            What is wanted is met where everybody may join as many teams. Where caps differ it is not: those who may join one team only are used up
            early, and the places that come late fall to the others.

            ## Where ours deviates, and why
            A place takes evenly one of those who leave the rest possible, and looks at nothing else; the reference chooses whole combinations, so that the rarest pairs
            come up as often as can be. So whoever fits several scarce places, or has few teams left to join, comes up less often than the reference would have him:
            the two leaders in *leaders*, A2 in *qualifications* and in *unequal loads*, Y2 in *two departments*, A1 on the second visit in *recusals*. What he lacks falls
            to those with places to spare. In *several at once* the largest difference is that of A1, who may join one team: the reference would send him to the second
            visit twice as often. The tables bound it, and it shrinks as pools grow; the record asks for a warning where one is smaller than four. Weighting
            the picks by what is left of the caps makes it worse (background section: 0.149 instead of 0.108).

            """);
        foreach (var table in Tables)
        {
            Append(text, table);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FairnessTable table)
    {
        text.Append(CultureInfo.InvariantCulture, $"""

            ## {table.Matching.Name}
            {table.Matching.About} {table.Assignments} lawful assignments; largest difference {Written(table.Largest)}, mean {Written(table.Mean)}.

            | visit | inspector | reference | ours | difference | seen | even lottery |
            |---|---|--:|--:|--:|--:|--:|

            """);
        foreach (var pair in table.Visits)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {pair.Visit} | {pair.Inspector} | {Written(pair.Reference)} | {Written(pair.Ours)} | {Written(pair.Difference, "+0.0000;-0.0000;0.0000")} | {Written((double)pair.Seen / FairnessTable.Seeds)} | {Written((double)pair.Lawful / table.Assignments)} |");
        }
    }

    private static string Row(string sampler, double[] ascending) =>
        $"| {sampler} | {Written(ascending.Average())} | {Written(TightMatchings.Of95(ascending))} | {Written(ascending[^1])} |";

    /// <summary>A chance as the tables write it; one that rounds to nothing has no sign.</summary>
    private static string Written(double chance, string format = "0.0000") =>
        (Math.Abs(chance) < 0.00005 ? 0 : chance).ToString(format, CultureInfo.InvariantCulture);
}
