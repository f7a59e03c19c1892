using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>The suite of the fairness tables: in each one thing is scarce, in the last several at once.</summary>
internal static class SmallMatchings
{
    private static readonly MatchRules Rules = Samples.Rules with { BundleMax = 1, Locality = Locality.None };

    public static readonly IReadOnlyList<SmallMatching> All =
    [
        new("nothing scarce", "Four inspectors, all alike, for two teams of two.",
            Rules, Teams("T1", "T1"), [Staff("A1"), Staff("A2"), Staff("A3"), Staff("A4")], []),
        new("caps", "Six places and six teams in all that five inspectors may join: nobody can be spared. A1 may join two.",
            Rules with { LevelSlack = -1, CapExtraMax = 0 }, Teams("T1", "T1", "T1"), [Staff("A1", cap: 2), Staff("A2", cap: 1), Staff("A3", cap: 1), Staff("A4", cap: 1), Staff("A5", cap: 1)], []),
        new("recusals", "A1 may not meet S1, and A2 neither S1 nor S2.",
            Rules, Teams("T1", "T1", "T1"), [Staff("A1", cap: 2), Staff("A2", cap: 2), Staff("A3", cap: 2), Staff("A4", cap: 2)], [Samples.Recusal(1, "A1", "S1"), Samples.Recusal(2, "A2", "S1"), Samples.Recusal(3, "A2", "S2")]),
        new("areas", "Near ones first, at least two to choose from; T1 and T3 both border on T2 only.",
            Rules with { Locality = Locality.PreferNear }, Teams("T1", "T2", "T3"), [Staff("A1", area: "T1"), Staff("A2", area: "T1"), Staff("B1", area: "T2"), Staff("C1", area: "T3"), Staff("C2", area: "T3")], []),
        new("two departments", "Every team takes a third inspector of YJ; of its two, one may join one team only. In SC two of three may lead.",
            Rules, Teams(["fire-01", "food-01"], "T1", "T1"), [Staff("A1"), Staff("A2"), Staff("A3", leads: false), Staff("Y1", department: "YJ"), Staff("Y2", department: "YJ", cap: 1)], []),
        new("unequal loads", "A1 comes with three teams served, A2 with one; loads are levelled with a slack of 1.",
            Rules, Teams("T1", "T1", "T1"), [Staff("A1", load: 3), Staff("A2", load: 1), Staff("A3"), Staff("A4"), Staff("A5")], []),
        new("leaders", "Two of five may lead.",
            Rules, Teams("T1", "T1", "T1"), [Staff("A1", cap: 2), Staff("A2", cap: 2), Staff("A3", leads: false), Staff("A4", leads: false), Staff("A5", leads: false)], []),
        new("qualifications", "The leader must be qualified for the item. Three may lead, of whom A1 and A2 are qualified; A4 and A5 are qualified and may not lead.",
            Rules with { Cover = Cover.Spread, Items = Food("food", "lab") }, Teams("T1", "T1", "T1"),
            [Staff("A1", quals: "food"), Staff("A2", quals: "food lab"), Staff("A3", quals: "lab"), Staff("A4", leads: false, quals: "food lab"), Staff("A5", leads: false, quals: "lab")], []),
        new("several at once", "Leaders, areas, loads, caps and a recusal together.",
            Rules with { Locality = Locality.PreferNear }, Teams("T1", "T2", "T3"),
            [Staff("A1", area: "T1", cap: 1), Staff("A2", area: "T1", leads: false, cap: 2), Staff("B1", area: "T2", load: 1, cap: 2), Staff("C1", area: "T3", cap: 2), Staff("C2", area: "T3", leads: false, cap: 2)],
            [Samples.Recusal(1, "B1", "S3")]),
    ];

    private static IReadOnlyList<Bundle> Teams(params string[] areas) => Teams(["food-01"], areas);

    private static IReadOnlyList<Bundle> Teams(string[] items, params string[] areas) =>
        Bundle.Of(areas.Select((_, i) => new SelectedSubject($"S{i + 1}", 1, items, [], default)), id => areas[id[1] - '1'], 1);

    private static InspectorLine Staff(string id, string area = "T1", string department = "SC", bool leads = true, int cap = 3, int load = 0, string quals = "food") =>
        new(id, area, cap, department, "", leads, load, quals.Split(' '), Samples.Inspector("SC", 1).Salt);

    private static Dictionary<string, MatchItem> Food(params string[] qualifications) => new() { ["food-01"] = new("SC", qualifications) };
}
