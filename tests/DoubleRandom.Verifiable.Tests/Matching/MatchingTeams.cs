using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Matching;

/// <summary>A.8 as a whole: bundles, slots, distance, relaxation, load level.</summary>
public sealed class MatchingTeams
{
    private static readonly Suite Suite = Suite.Sha256;

    private static SelectedSubject Subject(string id, int batch = 1, params string[] items) =>
        new(id, batch, items.Length == 0 ? ["food-01"] : items, [], default);

    private static MatchOutcome Match(MatchRules rules, IReadOnlyList<Bundle> bundles, IEnumerable<InspectorLine> inspectors, params RecusalLine[] recusals) =>
        TeamMatching.Of(Suite, Samples.Bytes("match"), rules, bundles, inspectors.OrderBy(i => i.Id, StringComparer.Ordinal).ToArray(), recusals).OrThrow();

    private static IReadOnlyList<Bundle> Bundles(int count, string area = "T1", params string[] items) =>
        Bundle.Of(Enumerable.Range(1, count).Select(i => Subject($"S{i}", 1, items)), _ => area, 1);

    private static InspectorLine Leader(string id, string area = "T1", int cap = 5, int load = 0) =>
        new(id, area, cap, "SC", "", IsLeader: true, load, ["food"], Samples.Inspector("SC", 1).Salt);

    [Fact]
    public void Subjects_are_bundled_by_batch_area_and_items_and_cut_in_draw_order()
    {
        var drawn = new[] { Subject("S1"), Subject("S2", 2), Subject("S3", 1, "fire-01"), Subject("S4"), Subject("S5"), Subject("S6") };
        var bundles = Bundle.Of(drawn, id => id == "S6" ? "T0" : "T1", 2);
        bundles.Select(b => $"{b.Id} {b.Batch} {b.Area} {string.Join(',', b.Items)}: {string.Join(' ', b.Subjects)}").ShouldBe(
        [
            "b00001 1 T0 food-01: S6",
            "b00002 1 T1 fire-01: S3",
            "b00003 1 T1 food-01: S1 S4",
            "b00004 1 T1 food-01: S5",
            "b00005 2 T1 food-01: S2",
        ]);
    }

    [Theory]
    [InlineData(Cover.Every, "a,b,c|a,b,c")]
    [InlineData(Cover.First, "a,b,c|")]
    [InlineData(Cover.Spread, "a,c|b")]
    public void Qualifications_are_laid_on_the_slots_as_the_rules_say(Cover cover, string expected)
    {
        var rules = Samples.Rules with { Cover = cover, Items = new Dictionary<string, MatchItem> { ["food-01"] = new("SC", ["c", "b", "a", "b"]) } };
        var slots = Slot.Of(rules, Bundles(1)).OrThrow().InOrder;
        string.Join('|', slots.Select(slot => string.Join(',', slot.Qualifications))).ShouldBe(expected);
        slots.Select(slot => (slot.Id, slot.IsLeader)).ShouldBe([("b00001/SC/1", true), ("b00001/SC/2", false)]);
    }

    [Fact]
    public void The_leading_department_takes_part_in_every_team() =>
        Slot.Of(Samples.Rules, Bundles(1, "T1", "fire-01")).OrThrow().InOrder.Select(s => s.Id)
            .ShouldBe(["b00001/SC/1", "b00001/SC/2", "b00001/YJ/1"]);

    [Fact]
    public void Rules_that_do_not_fit_the_bundles_are_refused()
    {
        Slot.Of(Samples.Rules, Bundles(1, "T1", "unknown")).Fault!.Code.ShouldBe("match.item-unknown");
        Slot.Of(Samples.Rules with { PerDepartment = new Dictionary<string, int> { ["YJ"] = 1 } }, Bundles(1)).Fault!.Code.ShouldBe("match.department-unknown");
        Slot.Of(Samples.Rules with { PerDepartment = new Dictionary<string, int> { ["SC"] = 1 } }, Bundles(1)).Fault!.Code.ShouldBe("match.fewer-than-two");
    }

    [Fact]
    public void Near_inspectors_are_taken_first_and_the_circle_widens_until_the_pool_is_large_enough()
    {
        var rules = Samples.Rules with { MinPool = 2, LevelSlack = -1 };
        var staff = new[] { Leader("A1"), Leader("A2"), Leader("B1", "T2"), Leader("C1", "T3") };
        Inspectors(Match(rules, Bundles(2), staff)).ShouldBe(["A1", "A2"]);
        var scarce = new[] { Leader("A1"), Leader("B1", "T2"), Leader("B2", "T2"), Leader("C1", "T3") };
        Inspectors(Match(rules, Bundles(12), scarce.Select(i => i with { Cap = 99 }))).ShouldBe(["A1", "B1", "B2"]);
        Inspectors(Match(rules with { Locality = Locality.PreferFar }, Bundles(12), staff.Select(i => i with { Cap = 99 })))
            .ShouldBe(["B1", "C1"]);
        Inspectors(Match(rules with { Locality = Locality.None }, Bundles(12), staff.Select(i => i with { Cap = 99 })))
            .ShouldBe(["A1", "A2", "B1", "C1"]);
    }

    [Fact]
    public void Distance_gives_way_before_caps_do_and_both_only_as_far_as_needed()
    {
        var near = new[] { Leader("A1", cap: 1), Leader("A2", cap: 1) };
        var far = new[] { Leader("C1", "T3", cap: 1), Leader("C2", "T3", cap: 1) };
        var rules = Samples.Rules with { LevelSlack = -1 };
        Match(rules, Bundles(1), [.. near, .. far]).Level.ShouldBe(new MatchLevel(0, 0, 1));
        Match(rules, Bundles(2), [.. near, .. far]).Level.ShouldBe(new MatchLevel(2, 0, 1));
        Match(rules, Bundles(3), [.. near, .. far]).Level.ShouldBe(new MatchLevel(2, 1, 2));
        Match(rules, Bundles(2), near).Level.ShouldBe(new MatchLevel(0, 1, 2));
        Match(rules, Bundles(4), near).IsFeasible.ShouldBeFalse();
        Match(rules with { CapExtraMax = 1_000_000_000 }, Bundles(4), near).Level.ShouldBe(new MatchLevel(0, 3, 4));
    }

    [Fact]
    public void Load_is_levelled_to_the_lowest_possible_plus_slack()
    {
        var staff = new[] { Leader("A1", load: 0), Leader("A2", load: 0), Leader("A3", load: 4) };
        var outcome = Match(Samples.Rules with { LevelSlack = 0 }, Bundles(2), staff);
        outcome.Level.ShouldBe(new MatchLevel(0, 0, 2));
        Inspectors(outcome).ShouldBe(["A1", "A2"]);
        Match(Samples.Rules with { LevelSlack = -1 }, Bundles(2), staff).Level.ShouldBe(new MatchLevel(0, 0, 9));
        Match(Samples.Rules, [], []).Level.ShouldBe(new MatchLevel(0, 0, 0));
    }

    [Fact]
    public void An_impossible_matching_names_what_is_missing()
    {
        var outcome = Match(Samples.Rules, Bundles(2, "T1", "fire-01", "food-01"), [Leader("A1"), Leader("A2")]);
        outcome.IsFeasible.ShouldBeFalse();
        outcome.Bundles.ShouldBeEmpty();
        var shortage = outcome.Shortages.ShouldHaveSingleItem();
        (shortage.Department, shortage.Area, shortage.Slots, shortage.Inspectors).ShouldBe(("YJ", "T1", 1, 0));
    }

    [Fact]
    public void A_recused_inspector_never_meets_the_subject()
    {
        var staff = new[] { Leader("A1"), Leader("A2"), Leader("A3") };
        var outcome = Match(Samples.Rules, Bundles(3), staff, Samples.Recusal(1, "A1", "S2"), Samples.Recusal(2, "XX", "S2"));
        outcome.Bundles[1].Team.Select(m => m.Inspector).Order().ShouldBe(["A2", "A3"]);
    }

    [Fact]
    public void An_excluded_inspector_changes_nothing()
    {
        var staff = Samples.Inspectors(6, 3);
        var away = Leader("SC00") with { Exclusion = "on-leave" };
        var bundles = Bundles(5, "T2", "fire-01", "food-01");
        Teams(Match(Samples.Rules, bundles, [away, .. staff])).ShouldBe(Teams(Match(Samples.Rules, bundles, staff)));
    }

    [Fact]
    public void Substitutes_come_in_one_fixed_order_from_those_who_may_fill_the_slot()
    {
        var staff = Enumerable.Range(1, 6).Select(i => Leader($"A{i}", cap: i == 6 ? 0 : 5)).ToArray();
        var teams = Match(Samples.Rules, Bundles(1), staff).Bundles;
        var order = Order(teams);
        order.ShouldBe(Order(teams));
        order.ShouldBe(staff.Select(i => i.Id).Where(id => id != "A6" && id != "A5" && teams[0].Team.All(m => m.Inspector != id)), ignoreOrder: true);
        var after = Substitution.Apply(teams, "b00001/SC/2", order[0]);
        after[0].Team[1].Inspector.ShouldBe(order[0]);
        Order(after).ShouldNotContain(order[0]);
        Candidates(teams, "b00009/SC/1").Fault!.Code.ShouldBe("substitute.slot-unknown");

        IReadOnlyList<string> Order(IReadOnlyList<Bundle> now) => Candidates(now, "b00001/SC/2").OrThrow().InOrder;

        Answer<SubstituteCandidates> Candidates(IReadOnlyList<Bundle> now, string slot) =>
            Substitution.Candidates(Suite, Samples.Bytes("match"), Samples.Rules, now, 0, slot, staff, [Samples.Recusal(1, "A5", "S1")]);
    }

    private static IEnumerable<string> Inspectors(MatchOutcome outcome) =>
        outcome.Bundles.SelectMany(b => b.Team).Select(m => m.Inspector).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Teams(MatchOutcome outcome) =>
        outcome.Bundles.Select(b => string.Join(' ', b.Team.Select(m => $"{m.Slot}={m.Inspector}")));
}
