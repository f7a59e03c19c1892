using System.Buffers.Binary;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>Honest records of every kind of rule, the n-th always the same: lists, quotas, covers, localities, levels, batches and changes follow from n.</summary>
/// <param name="n">Which one.</param>
internal sealed class ManyRecords(int n)
{
    private static readonly string[] Areas = ["T1", "T2", "T3", "T4"];
    private static readonly string[] Qualifications = ["drug", "food", "特种设备"];

    /// <summary>The n-th record, held from registration to opening, with as many changes as its lists allow.</summary>
    public static ARecord Held(int n)
    {
        var one = new ManyRecords(n);
        for (var changes = 3; ; changes--)
        {
            var record = one.Record(changes);
            try
            {
                record.Held();
                return record;
            }
            catch (InvalidOperationException) when (changes > 0)
            {
                // A stratum has nobody left, or a slot no candidate: with fewer changes it is a record all the same.
            }
        }
    }

    private ARecord Record(int changes)
    {
        var roster = Freezing.Of(Samples.Suite, [.. Enumerable.Range(1, 20 + Pick("roster", 25)).Select(Subject)]).OrThrow();
        return new ARecord
        {
            Roster = roster,
            Inspectors = Freezing.Of(Samples.Suite, [.. Enumerable.Range(1, 14).Select(i => Inspector("SC", i)), .. Enumerable.Range(1, 6).Select(i => Inspector("YJ", i))]).OrThrow(),
            Recusals = Freezing.Of(Samples.Suite, [.. Enumerable.Range(1, Pick("recusals", 9)).Select(i => Samples.Recusal(i, $"SC{1 + Pick($"who {i}", 14):D2}", $"S{1 + Pick($"whom {i}", 45):D3}"))]).OrThrow(),
            Match = Rules(),
            WithBeacon = Pick("beacon", 2) == 0,
            WithholdingWitness = Pick("beacon", 2) == 0 && Pick("withholds", 3) == 0 ? "w2" : null,
            BendCommit = commit => commit with
            {
                Parts =
                [
                    Part.For("p1", ["drug-01", "food-01"], Pick("strata", 3) switch { 0 => [], 1 => ["risk"], _ => ["industry", "risk"] }, Quota(), roster.Lines).OrThrow(),
                    Part.For("p2", ["fire-01"], [], QuotaRule.OfRatio(Samples.Shares(("", 500 * Pick("half", 20))), 1), roster.Lines).OrThrow(),
                ],
                Batches = Pick("batches", 3) switch { 0 => [], 1 => [0, 0, 0], _ => [0, 0] },
            },
            Extensions = changes > 2 ? [("p2", "", 1), ("p2", "", 1 + Pick("extend", 2))] : [],
            Replacements = changes > 1 ? [("p2", "")] : [],
            Substitutions = changes > 0 ? [("b00001/SC/2", Pick("skip", 2)), ("b00001/SC/1", 0), ("b00001/SC/2", 0)] : [],
        };
    }

    private QuotaRule Quota() => Pick("quota", 3) switch
    {
        0 => QuotaRule.OfRatio(Strata().ToDictionary(s => s, s => Pick("ratio " + s, 21) * 250, StringComparer.Ordinal), Pick("least", 3)),
        1 => QuotaRule.OfTotal(6 + Pick("total", 4), Strata().ToDictionary(s => s, s => 500 + (Pick("weight " + s, 20) * 475), StringComparer.Ordinal), 0),
        _ => QuotaRule.OfFixed(Strata().Take(2).ToDictionary(s => s, _ => 1, StringComparer.Ordinal)),
    };

    private IEnumerable<string> Strata() => Pick("strata", 3) switch
    {
        0 => [""],
        1 => ["A", "B", "C"],
        _ => from industry in (string[])["F", "H"] from risk in "ABC" select $"{industry}|{risk}",
    };

    private MatchRules Rules() => Samples.Rules with
    {
        BundleMax = 1 + Pick("bundle", 3),
        CapExtraMax = Pick("extra", 3),
        Cover = (Cover)Pick("cover", 3),
        LevelSlack = Pick("slack", 3) - 1,
        Locality = (Locality)Pick("locality", 3),
        MinPool = Pick("pool", 5),
        Items = new Dictionary<string, MatchItem>
        {
            ["drug-01"] = new("SC", [.. Qualifications.Where((_, i) => i != Pick("asked", 3))]),
            ["food-01"] = new("SC", ["food"]),
            ["fire-01"] = new("YJ", []),
        },
        Near = Areas.Where(a => Pick("has near " + a, 4) > 0).ToDictionary(a => a, a => (IReadOnlyList<string>)[.. Areas.Where(b => b != a && Pick($"near {a} {b}", 2) == 0)], StringComparer.Ordinal),
        PerDepartment = new Dictionary<string, int> { ["SC"] = Pick("many", 8) == 0 ? 11 : 2 + Pick("slots", 2), ["YJ"] = 1 + Pick("slots YJ", 2) },
    };

    private RosterLine Subject(int i)
    {
        var (id, all) = ($"S{i:D3}", (string[])["drug-01", "fire-01", "food-01"]);
        string[] items = [.. all.Where(item => item == "food-01" || Pick($"{item} of {i}", 3) == 0)];
        string[] skipped = [.. items.Where(item => Pick($"{item} left out of {i}", 10) == 0)];
        return new RosterLine(
            id, Areas[Pick($"area {i}", 4)], new Dictionary<string, string> { ["industry"] = "FH"[i % 2].ToString(), ["risk"] = "ABC"[i / 2 % 3].ToString() },
            i > 12 && Pick($"excluded {i}", 6) == 0 ? "pending-case" : "", [.. items.Except(skipped)],
            LineSalt.Of<RosterLine>(Samples.Suite, Samples.Bytes("salts"), id), skipped.ToDictionary(item => item, _ => "organ-cap", StringComparer.Ordinal));
    }

    private InspectorLine Inspector(string department, int i) => Samples.Inspector(department, i) with
    {
        Area = Areas[Pick($"home {department} {i}", 4)],
        Cap = 1 + Pick($"cap {department} {i}", 6),
        Exclusion = Pick($"away {department} {i}", 7) == 0 ? "on-leave" : "",
        IsLeader = department == "SC" && Pick($"leads {i}", 3) > 0,
        Load = Pick($"load {department} {i}", 5),
        Qualifications = [.. Qualifications.Where(q => Pick($"{q} of {department} {i}", 4) > 0)],
    };

    /// <summary>A number from 0 below the bound that follows from n and what it is for.</summary>
    private int Pick(string what, int below) => (int)(BinaryPrimitives.ReadUInt32BigEndian(Samples.Bytes($"{n} {what}").ToArray()) % (uint)below);
}
