using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>Invented inputs, the same in every run.</summary>
internal static class Samples
{
    public static readonly Suite Suite = Suite.Sha256;

    public static readonly MatchRules Rules = new(
        BundleMax: 2,
        CapExtraMax: 2,
        Cover.First,
        new Dictionary<string, MatchItem>
        {
            ["food-01"] = new("SC", ["food"]),
            ["fire-01"] = new("YJ", []),
        },
        LeadDepartment: "SC",
        LevelSlack: 1,
        Locality.PreferNear,
        MinPool: 2,
        new Dictionary<string, IReadOnlyList<string>> { ["T1"] = ["T2"], ["T2"] = ["T1", "T3"], ["T3"] = ["T2"] },
        new Dictionary<string, int> { ["SC"] = 2, ["YJ"] = 1 });

    /// <summary>32 bytes that follow from a label.</summary>
    public static Bytes32 Bytes(string label) => Suite.Hash(Encoding.UTF8.GetBytes(label));

    public static IReadOnlyDictionary<string, int> Shares(params (string Stratum, int Bp)[] shares) =>
        shares.ToDictionary(s => s.Stratum, s => s.Bp, StringComparer.Ordinal);

    /// <summary>Subjects S001 … of three areas and risks; every third has fire safety too, every eleventh is excluded.</summary>
    public static RosterLine[] Roster(int count) => Enumerable.Range(1, count).Select(i => new RosterLine(
        $"S{i:D3}",
        $"T{(i % 3) + 1}",
        new Dictionary<string, string> { ["risk"] = "ABC"[i % 7 % 3].ToString() },
        i % 11 == 0 ? "deregistered" : "",
        i % 3 == 0 ? ["fire-01", "food-01"] : ["food-01"],
        LineSalt.Of<RosterLine>(Suite, Bytes("salts"), $"S{i:D3}"),
        new Dictionary<string, string>())).ToArray();

    /// <summary>Inspectors of both departments; every second may lead.</summary>
    public static InspectorLine[] Inspectors(int market, int emergency) =>
        [.. Enumerable.Range(1, market).Select(i => Inspector("SC", i)), .. Enumerable.Range(1, emergency).Select(i => Inspector("YJ", i))];

    public static InspectorLine Inspector(string department, int number) => new(
        $"{department}{number:D2}",
        $"T{(number % 3) + 1}",
        Cap: 5,
        department,
        Exclusion: "",
        IsLeader: number % 2 == 1,
        Load: number % 3,
        department == "SC" && number % 4 != 0 ? ["food"] : [],
        LineSalt.Of<InspectorLine>(Suite, Bytes("salts"), $"{department}{number:D2}"));

    public static RecusalLine Recusal(int number, string inspector, string subject) => new(
        $"r{number:D3}", inspector, subject, LineSalt.Of<RecusalLine>(Suite, Bytes("salts"), $"r{number:D3}"));
}
