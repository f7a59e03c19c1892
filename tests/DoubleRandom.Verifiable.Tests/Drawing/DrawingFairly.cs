using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Drawing;

/// <summary>
/// The law of the draw over 10,000 seeds and a pool of 1,000 subjects, 1/16 of them excluded, in four strata. The seeds are
/// fixed, so that the figures are too; a right draw meets each bound but for one in a million.
/// </summary>
public sealed class DrawingFairly
{
    private const int Seeds = 10_000;

    private static readonly Suite Suite = Suite.Sha256;

    private static readonly RosterLine[] Roster = [.. Enumerable.Range(1, 1000).Select(i => new RosterLine(
        $"91530999MA6EX{i:D5}",
        "T1",
        new Dictionary<string, string> { ["risk"] = i % 10 < 4 ? "A" : i % 10 < 7 ? "B" : i % 10 < 9 ? "C" : "D" },
        i % 16 == 0 ? "deregistered" : "",
        ["food-01"],
        LineSalt.Of<RosterLine>(Suite, Samples.Bytes("salts"), $"{i}"),
        new Dictionary<string, string>()))];

    private static readonly FrozenFile<RosterLine> File = Freezing.Of(Suite, Roster).OrThrow();

    private static Part[] Parts(int a, int b, int c, int d) =>
        [Part.For("p", ["food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares(("A", a), ("B", b), ("C", c), ("D", d))), Roster).OrThrow()];

    private static Bytes32 Key(int seed) => Samples.Bytes($"seed {seed}");

    private static IEnumerable<string> Drawn(FrozenFile<RosterLine> roster, Part[] parts, int seed)
    {
        var ranking = Ranking.Of(Suite, Key(seed), parts, roster);
        return parts.SelectMany(part => part.QuotaTable.Rows.SelectMany(row => ranking.Of(part.Id, row.Stratum).Take(row.Quota))).Select(subject => subject.Id);
    }

    [Fact]
    public void Every_subject_of_a_stratum_has_the_same_chance_and_none_has_no_chance()
    {
        var part = Parts(500, 1000, 3000, 6000)[0];
        var counts = Roster.ToDictionary(line => line.Id, _ => 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var id in Drawn(File, [part], seed))
            {
                counts[id]++;
            }
        }

        foreach (var row in part.QuotaTable.Rows)
        {
            var own = Roster.Where(line => part.Includes(line) && part.StratumOf(line) == row.Stratum).Select(line => counts[line.Id]).ToArray();
            own.Length.ShouldBe(row.Eligible);
            own.Sum().ShouldBe(Seeds * row.Quota);
            own.Min().ShouldBeGreaterThan(0);

            // Counts of q of N drawn without replacement: Σ(n − m)²/(m(1 − q/N))·(N − 1)/N is chi-square with N − 1 degrees of
            // freedom; of those, by Wilson and Hilferty, one in a million lies above f(1 − 2/9f + 4.753·√(2/9f))³.
            var (mean, free) = ((double)Seeds * row.Quota / row.Eligible, row.Eligible - 1.0);
            var chiSquare = own.Sum(n => (n - mean) * (n - mean)) / (mean * (1 - ((double)row.Quota / row.Eligible))) * free / row.Eligible;
            var bound = free * Math.Pow(1 - (2 / (9 * free)) + (4.753 * Math.Sqrt(2 / (9 * free))), 3);
            chiSquare.ShouldBeLessThan(bound, row.Stratum);

            // Nor may they be more even than chance leaves them, as with every k-th from a random start.
            chiSquare.ShouldBeGreaterThan(free * Math.Pow(1 - (2 / (9 * free)) - (4.753 * Math.Sqrt(2 / (9 * free))), 3), row.Stratum);
        }

        Roster.Where(line => !line.TakesPart).ShouldAllBe(line => counts[line.Id] == 0);
    }

    [Fact]
    public void Two_subjects_of_a_stratum_are_drawn_together_as_often_as_chance_has_it()
    {
        // 3 of 12: a pair comes together with 3·2/(12·11) = 1/22; 66 pairs, each 10,000/22 = 455 times; the greatest of 66
        // deviations stays below 5.2 standard deviations (20.8) but for one in 10^5.
        var few = Freezing.Of(Suite, Roster[..12].Select(line => line with { Exclusion = "", Attributes = new Dictionary<string, string>() })).OrThrow();
        Part[] parts = [Part.For("p", ["food-01"], [], QuotaRule.OfFixed(Samples.Shares(("", 3))), few.Lines).OrThrow()];
        var pairs = Enumerable.Range(0, Seeds)
            .Select(seed => Drawn(few, parts, seed).Order(StringComparer.Ordinal).ToArray())
            .SelectMany(ids => new[] { (ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[2]) })
            .CountBy(pair => pair)
            .ToDictionary();
        pairs.Count.ShouldBe(66);
        pairs.Values.ShouldAllBe(count => Math.Abs(count - (Seeds / 22.0)) < 5.2 * 20.8);
    }

    [Fact]
    public void The_order_in_which_subjects_are_given_changes_nothing()
    {
        var parts = Parts(500, 1000, 3000, 6000);
        var shuffled = Freezing.Of(Suite, Roster.OrderBy(line => Samples.Bytes(line.Salt))).OrThrow();
        for (var seed = 0; seed < 100; seed++)
        {
            Drawn(shuffled, parts, seed).ShouldBe(Drawn(File, parts, seed));
        }
    }

    [Fact]
    public void A_larger_quota_draws_all_that_the_smaller_draws()
    {
        var (small, large) = (Parts(500, 1000, 3000, 6000), Parts(700, 1000, 6000, 10000));
        for (var seed = 0; seed < 100; seed++)
        {
            var more = Drawn(File, large, seed).ToHashSet();
            Drawn(File, small, seed).ShouldAllBe(id => more.Contains(id));
        }
    }
}
