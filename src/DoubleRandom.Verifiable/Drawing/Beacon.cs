using System.Security.Cryptography;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// The public randomness a commit record names in advance (公共随机源, A.6): kind, chain and the one round that counts.
/// </summary>
/// <param name="Kind"><c>drand-quicknet</c>, <c>nist-2</c> or <c>cn-lottery</c>.</param>
/// <param name="Chain">The chain, for drand its hash.</param>
/// <param name="Period">Seconds between rounds, 0 where there is no fixed period.</param>
/// <param name="Round">Round number, pulse index, or game and issue as text.</param>
public sealed record BeaconChoice(string Kind, string Chain, int Period, Json Round)
{
    /// <summary>The kind of drand's quicknet.</summary>
    public const string Quicknet = "drand-quicknet";

    /// <summary>The chain hash of drand's quicknet.</summary>
    public const string QuicknetChain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    /// <summary>The kind of a public lottery in China.</summary>
    public const string Lottery = "cn-lottery";

    private const long QuicknetGenesis = 1692803367;
    private const int QuicknetPeriod = 3;
    private const long LastRound = (RecordTime.Latest - QuicknetGenesis) / QuicknetPeriod;

    internal static readonly string[] Names = ["chain", "kind", "period", "round"];

    internal static readonly string[] Kinds = [Quicknet, "nist-2", Lottery];

    /// <summary>The round where it is text (game and issue of a lottery); else "".</summary>
    public string RoundText => (Round as JsonText)?.Value ?? "";

    /// <summary>The round where it is a number; else 0.</summary>
    public long RoundNumber => (Round as JsonInteger)?.Value ?? 0;

    /// <summary>When the round is published, where that follows from its number: drand only, else null.</summary>
    public RecordTime? PublishedAt =>
        Kind == Quicknet && Round is JsonInteger round ? new RecordTime(QuicknetGenesis + (QuicknetPeriod * (round.Value - 1))) : null;

    /// <summary>A round of drand's quicknet.</summary>
    public static BeaconChoice OfQuicknet(long round) => new(Quicknet, QuicknetChain, QuicknetPeriod, round);

    /// <summary>The first quicknet round published strictly after a moment and a margin in seconds.</summary>
    public static BeaconChoice QuicknetAfter(RecordTime moment, int marginSeconds) =>
        OfQuicknet(Math.Max(1, ((moment.UnixSeconds + marginSeconds - QuicknetGenesis) / QuicknetPeriod) + 2));

    /// <summary>The choice as JSON.</summary>
    public JsonObject ToJson() => Json.Object(("chain", Chain), ("kind", Kind), ("period", Period), ("round", Round));

    internal static BeaconChoice Read(Members members)
    {
        var choice = new BeaconChoice(members.Text("kind"), members.Text("chain"), members.Integer("period", 0), members["round"]);
        var isQuicknet = choice is { Kind: Quicknet, Chain: QuicknetChain, Period: QuicknetPeriod, Round: JsonInteger { Value: >= 1 and <= LastRound } };
        var isOther = IsOtherRound(choice.Kind, choice.Round);
        return isQuicknet || isOther ? choice : members.Wrong("kind", "已知随机源及其链、周期、轮次", "a known beacon with its chain, period and round", choice);
    }

    /// <summary>A pulse's index from 1; a lottery's game and issue, or an issue by number (A.11.3).</summary>
    internal static bool IsOtherRound(string kind, Json? round) => kind switch
    {
        "nist-2" => round is JsonInteger { Value: >= 1 },
        Lottery => round is JsonInteger { Value: >= 0 } or JsonText { Value.Length: > 0 },
        _ => false,
    };
}

/// <summary><c>draw.beacon</c> (随机源取值, A.4, A.6): the value of the committed round.</summary>
/// <param name="Kind">As committed.</param>
/// <param name="Round">As committed.</param>
/// <param name="Content">The whole body; its hash enters the seed.</param>
public sealed record BeaconValue(string Kind, Json Round, JsonObject Content) : EntryBody
{
    private static readonly string[] DrandNames = ["kind", "randomness", "round", "signature"];

    /// <inheritdoc/>
    public override string Type => "draw.beacon";

    /// <summary>The value of a drand quicknet round; randomness is SHA-256 of the 48-byte signature in either suite.</summary>
    public static BeaconValue OfQuicknet(long round, ReadOnlySpan<byte> signature) => new(BeaconChoice.Quicknet, round, Json.Object(
        ("kind", BeaconChoice.Quicknet),
        ("randomness", new Bytes32(SHA256.HashData(signature))),
        ("round", round),
        ("signature", Convert.ToHexStringLower(signature))));

    /// <summary>A pulse of the NIST beacon, version 2.</summary>
    public static BeaconValue OfNist(long pulse, string outputValue) =>
        new("nist-2", pulse, Json.Object(("kind", "nist-2"), ("outputValue", outputValue), ("round", pulse)));

    /// <summary>A public lottery's result: game and issue, and the numbers as printed.</summary>
    public static BeaconValue OfLottery(string gameAndIssue, string numbers) =>
        new("cn-lottery", gameAndIssue, Json.Object(("kind", "cn-lottery"), ("numbers", numbers), ("round", gameAndIssue)));

    /// <inheritdoc/>
    public override JsonObject ToJson() => Content;

    /// <summary>What the source gave, as people compare it: a lottery's numbers, drand's signature in hex, a pulse's output value.</summary>
    public string Shown => ((Content["numbers"] ?? Content["signature"] ?? Content["outputValue"]) as JsonText)?.Value ?? "";

    /// <summary>True when the value is of the committed kind and round.</summary>
    public bool Keeps(BeaconChoice choice) => Kind == choice.Kind && Round == choice.Round;

    /// <summary>True when a drand value's randomness is SHA-256 of its signature; other kinds state nothing to check.</summary>
    public bool RandomnessFollowsSignature() =>
        Kind != BeaconChoice.Quicknet
        || (Content["signature"] is JsonText signature
            && Content["randomness"] is JsonText randomness
            && new Bytes32(SHA256.HashData(Convert.FromHexString(signature.Value))).ToString() == randomness.Value);

    internal static Answer<EntryBody> Parse(JsonObject body)
    {
        var kind = (body["kind"] as JsonText)?.Value ?? "";
        return kind switch
        {
            BeaconChoice.Quicknet => Members.Read<EntryBody>(body, "draw.beacon", DrandNames, m =>
            {
                m.Bytes("randomness");
                m.Hexadecimal("signature", 48);
                return new BeaconValue(kind, m.Integer("round", 1), body);
            }),
            "nist-2" when BeaconChoice.IsOtherRound(kind, body["round"]) && body["outputValue"] is JsonText { Value.Length: > 0 } => new BeaconValue(kind, body["round"]!, body),
            "cn-lottery" when BeaconChoice.IsOtherRound(kind, body["round"]) && body["numbers"] is JsonText { Value.Length: > 0 } => new BeaconValue(kind, body["round"]!, body),
            _ => new Fault("beacon.body", "随机源条目的成员不符合其种类。", "The beacon entry does not have the members of its kind."),
        };
    }
}
