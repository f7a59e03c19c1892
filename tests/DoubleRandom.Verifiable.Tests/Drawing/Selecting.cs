using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Drawing;

/// <summary>A.7: one ticket per subject, one order per part and stratum.</summary>
public sealed class Selecting
{
    private static readonly Suite Suite = Suite.Sha256;
    private static readonly Gen<Bytes32> Key = Gen.Byte.Array[32].Select(bytes => new Bytes32(bytes));

    private static Part[] Parts(RosterLine[] roster, int foodBp, int fireBp) =>
    [
        Part.For("food", ["food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares(("A", foodBp), ("B", foodBp), ("C", foodBp))), roster).OrThrow(),
        Part.For("fire", ["fire-01"], [], QuotaRule.OfRatio(Samples.Shares(("", fireBp))), roster).OrThrow(),
    ];

    private static IReadOnlyList<SelectedSubject> Draw(Bytes32 key, RosterLine[] roster, Part[] parts) =>
        Selection.Draw(Ranking.Of(Suite, key, parts, Frozen(roster)), parts, []).OrThrow().InDrawOrder;

    private static FrozenFile<RosterLine> Frozen(RosterLine[] roster) => Freezing.Of(Suite, roster).OrThrow();

    private static int CountOf(IEnumerable<SelectedSubject> drawn, string part, string stratum) =>
        drawn.Count(s => s.Parts.Any(p => p.Part == part && p.Stratum == stratum));

    [Fact]
    public void Draws_exactly_the_quota_of_every_stratum_each_subject_once_and_nobody_excluded() =>
        Gen.Select(Key, Gen.Int[0, 10000], Gen.Int[0, 10000], Gen.Int[0, 80]).Sample((key, food, fire, size) =>
        {
            var roster = Samples.Roster(size);
            var parts = Parts(roster, food, fire);
            var drawn = Draw(key, roster, parts);
            drawn.Select(s => s.Id).ShouldBeUnique();
            drawn.ShouldAllBe(s => roster.Single(line => line.Id == s.Id).Exclusion == "");
            foreach (var (part, row) in parts.SelectMany(part => part.QuotaTable.Rows.Select(row => (part, row))))
            {
                CountOf(drawn, part.Id, row.Stratum).ShouldBe(row.Quota);
            }
        });

    [Fact]
    public void The_order_of_the_roster_does_not_matter() => Gen.Select(Key, Gen.Int).Sample((key, salt) =>
    {
        var roster = Samples.Roster(50);
        var shuffled = roster.OrderBy(line => Samples.Bytes(line.Id + salt)).ToArray();
        var parts = Parts(roster, 3000, 4000);
        Texts(Draw(key, shuffled, parts)).ShouldBe(Texts(Draw(key, roster, parts)));
    });

    [Fact]
    public void A_larger_draw_contains_the_smaller_and_continues_its_order() => Gen.Select(Key, Gen.Int[0, 10000], Gen.Int[0, 10000]).Sample((key, x, y) =>
    {
        var roster = Samples.Roster(60);
        var (small, large) = (Draw(key, roster, Parts(roster, Math.Min(x, y), 0)), Draw(key, roster, Parts(roster, Math.Max(x, y), 0)));
        large.Select(s => s.Id).Intersect(small.Select(s => s.Id)).ShouldBe(small.Select(s => s.Id));
    });

    [Fact]
    public void Excluding_a_subject_leaves_the_order_of_the_others() => Gen.Select(Key, Gen.Int[0, 39]).Sample((key, gone) =>
    {
        var roster = Samples.Roster(40);
        var without = roster.Select((line, i) => i == gone ? line with { Exclusion = "deregistered" } : line).ToArray();
        var parts = Parts(roster, 1000, 1000);
        foreach (var stratum in (string[])["A", "B", "C"])
        {
            Ranking.Of(Suite, key, parts, Frozen(without)).Of("food", stratum).Select(s => s.Id)
                .ShouldBe(Ranking.Of(Suite, key, parts, Frozen(roster)).Of("food", stratum).Select(s => s.Id).Where(id => id != roster[gone].Id));
        }
    });

    [Fact]
    public void A_subject_has_one_ticket_for_all_parts_and_is_inspected_for_the_items_of_the_parts_that_drew_it() => Key.Sample(key =>
    {
        var roster = Samples.Roster(60);
        foreach (var subject in Draw(key, roster, Parts(roster, 5000, 5000)))
        {
            subject.Ticket.ShouldBe(Ranking.TicketOf(Suite, key, subject.Id));
            subject.Items.ShouldBe(subject.Parts.Select(p => p.Part + "-01").Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Two_parts_overlap_as_far_as_their_quotas_allow()
    {
        var roster = Samples.Roster(60).Select(line => line with { Items = ["fire-01", "food-01"], Exclusion = "" }).ToArray();
        var parts = new[]
        {
            Part.For("fire", ["fire-01"], [], QuotaRule.OfFixed(Samples.Shares(("", 20))), roster).OrThrow(),
            Part.For("food", ["food-01"], [], QuotaRule.OfFixed(Samples.Shares(("", 12))), roster).OrThrow(),
        };
        Draw(Samples.Bytes("key"), roster, parts).Count.ShouldBe(20);
    }

    [Fact]
    public void Every_subject_of_a_stratum_is_drawn_equally_often()
    {
        // 4,000 draws of 3 of 12: 1,000 expected each; chi-square with 11 degrees of freedom stays below 31.3 (p = 0.001).
        var roster = Samples.Roster(12).Select(line => line with { Exclusion = "" }).ToArray();
        var parts = new[] { Part.For("all", ["food-01"], [], QuotaRule.OfFixed(Samples.Shares(("", 3))), roster.Select(Only).ToArray()).OrThrow() };
        var counts = roster.ToDictionary(line => line.Id, _ => 0);
        for (var i = 0; i < 4000; i++)
        {
            foreach (var subject in Draw(Samples.Bytes($"seed {i}"), roster.Select(Only).ToArray(), parts))
            {
                counts[subject.Id]++;
            }
        }

        var chiSquare = counts.Values.Sum(n => (n - 1000.0) * (n - 1000.0) / (1000.0 * 9 / 12));
        chiSquare.ShouldBeLessThan(31.3);

        static RosterLine Only(RosterLine line) => line with { Items = ["food-01"] };
    }

    private static IEnumerable<string> Texts(IEnumerable<SelectedSubject> drawn) =>
        drawn.Select(s => Convert.ToHexString(CanonicalBytes.Of(s.ToJson())));
}
