using System.Diagnostics;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>Inspectors matched to visits in a fresh process: three to each visit, sixty slots to each inspector, the level as tight as it can be.</summary>
internal static class MatchingAtScale
{
    private const int SlotsToAVisit = 3;
    private const int SlotsToAnInspector = 60;

    public static void Run(int visits)
    {
        Took.Machine();
        var suite = Suite.Sha256;
        var rules = new MatchRules(
            BundleMax: 1,
            CapExtraMax: 2,
            Cover.First,
            new Dictionary<string, MatchItem> { ["food-01"] = new("SC", ["food"]), ["fire-01"] = new("YJ", []) },
            LeadDepartment: "SC",
            LevelSlack: 0,
            Locality.PreferNear,
            MinPool: 2,
            Enumerable.Range(0, 11).ToDictionary(i => $"T{i}", i => (IReadOnlyList<string>)[$"T{(i + 1) % 11}"]),
            new Dictionary<string, int> { ["SC"] = 2, ["YJ"] = 1 });
        var inspectors = Enumerable.Range(0, Math.Max(12, visits * SlotsToAVisit / SlotsToAnInspector)).Select(Inspector).ToArray();
        var subjects = Enumerable.Range(0, visits).Select(i => new SelectedSubject($"S{i:D6}", 1, ["fire-01", "food-01"], [], suite.Hash(BitConverter.GetBytes(i))));
        var bundles = Bundle.Of([.. subjects.OrderBy(subject => subject.Ticket)], id => $"T{int.Parse(id[1..]) % 11}", rules.BundleMax);

        // What making the inputs has left behind is not the matching's.
        GC.Collect();
        var idle = Took.PeakMegabytes();
        var watch = Stopwatch.StartNew();
        var match = TeamMatching.Of(suite, suite.Hash("match"u8), rules, bundles, inspectors, []).OrThrow();
        Took.Say($"{visits} visits, {visits * SlotsToAVisit} slots, {inspectors.Length} inspectors: {watch.Elapsed.TotalSeconds:F2} s, level {match.Level}");
        Took.Say($"  memory {Took.PeakMegabytes():F0} MB at most, {idle:F0} MB before");
    }

    private static InspectorLine Inspector(int number) => new(
        $"{(number % 3 < 2 ? "SC" : "YJ")}{number:D5}",
        $"T{number / 3 % 11}",
        Cap: 200,
        number % 3 < 2 ? "SC" : "YJ",
        Exclusion: "",
        IsLeader: number % 2 == 0,
        Load: number % 5,
        number % 3 < 2 && number % 4 != 0 ? ["food"] : [],
        new string('0', 32));
}
