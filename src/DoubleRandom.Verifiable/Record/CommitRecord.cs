using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>A witness of one draw (见证人, A.4, A.11.12).</summary>
/// <param name="Id">The witness's id.</param>
/// <param name="Role">Whom the witness stands for.</param>
public sealed record Witness(string Id, string Role)
{
    internal static readonly string[] Names = ["id", "role"];

    internal static Witness Read(Members members) => new(members.Id("id"), members.Text("role"));
}

/// <summary>
/// The commit record, <c>draw.commit</c> (承诺记录, A.4): everything a draw depends on, frozen before any chance exists.
/// </summary>
public sealed record CommitRecord : EntryBody
{
    internal static readonly string[] Names =
    [
        "attempt", "batches", "beacon", "drawId", "inspectors", "kind", "match", "minReveals", "parts", "planRef", "prevVoid",
        "recusals", "revealNotAfter", "roster", "serverCommit", "suite", "title", "witnesses",
    ];

    /// <summary>The draw's id, an id of A.1.</summary>
    public required string DrawId { get; init; }

    /// <summary>1, 2, 3 … without gap.</summary>
    public required int Attempt { get; init; }

    /// <summary>The draw's title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The published plan; <c>plan.registered</c> agrees.</summary>
    public required string PlanRef { get; init; }

    /// <summary>What is drawn; <c>plan.registered</c> agrees.</summary>
    public required DrawKind Kind { get; init; }

    /// <summary>Name of the log's suite.</summary>
    public required string Suite { get; init; }

    /// <summary>Commitment to the roster.</summary>
    public required FileCommitment Roster { get; init; }

    /// <summary>Commitment to the inspectors.</summary>
    public required FileCommitment Inspectors { get; init; }

    /// <summary>Commitment to the recusals.</summary>
    public required FileCommitment Recusals { get; init; }

    /// <summary>One or more parts, ascending by id.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>Batch sizes; empty = one batch, all zeros = equal parts (A.4).</summary>
    public required IReadOnlyList<int> Batches { get; init; }

    /// <summary>Parameters of the matching; null exactly when <see cref="Kind"/> is <see cref="DrawKind.Objects"/>.</summary>
    public required MatchRules? Match { get; init; }

    /// <summary>Commitment to the server secret, see <see cref="ServerCommitOf"/>.</summary>
    public required Bytes32 ServerCommit { get; init; }

    /// <summary>Who may contribute; ids are distinct.</summary>
    public required IReadOnlyList<Witness> Witnesses { get; init; }

    /// <summary>Least number of revealed contributions.</summary>
    public required int MinReveals { get; init; }

    /// <summary>The beacon round that counts, or null.</summary>
    public required BeaconChoice? Beacon { get; init; }

    /// <summary>Deadline for <c>draw.opened</c>.</summary>
    public required RecordTime RevealNotAfter { get; init; }

    /// <summary>Leaf hash of the former attempt's <c>draw.void</c>; null (written as "") for attempt 1.</summary>
    public required Bytes32? PrevVoid { get; init; }

    /// <inheritdoc/>
    public override string Type => "draw.commit";

    /// <summary>The commitment to a server secret: TH("drdr/1/server-commit", drawId, attempt, s).</summary>
    public static Bytes32 ServerCommitOf(Suite suite, string drawId, int attempt, Bytes32 serverSecret) =>
        suite.TaggedHash("drdr/1/server-commit", drawId, attempt, serverSecret);

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(
        ("attempt", Attempt),
        ("batches", Json.Array(Batches.Select(size => (Json)size))),
        ("beacon", Beacon?.ToJson() ?? (Json)JsonNull.Instance),
        ("drawId", DrawId),
        ("inspectors", Inspectors.ToJson()),
        ("kind", Kind.InRecord()),
        ("match", Match?.ToJson() ?? (Json)JsonNull.Instance),
        ("minReveals", MinReveals),
        ("parts", Json.Array(Parts.Select(part => part.ToJson()))),
        ("planRef", PlanRef),
        ("prevVoid", PrevVoid is { } voided ? voided : ""),
        ("recusals", Recusals.ToJson()),
        ("revealNotAfter", RevealNotAfter.ToString()),
        ("roster", Roster.ToJson()),
        ("serverCommit", ServerCommit),
        ("suite", Suite),
        ("title", Title),
        ("witnesses", Json.Array(Witnesses.Select(w => Json.Object(("id", w.Id), ("role", w.Role))))));

    internal static CommitRecord Read(Members members) => new()
    {
        DrawId = members.Id("drawId"),
        Attempt = members.Integer("attempt", 1),
        Title = members.Text("title"),
        PlanRef = members.Text("planRef"),
        Kind = members.OneOf("kind", DrawKinds.ByName),
        Suite = members.Text("suite"),
        Roster = members.Nested("roster", FileCommitment.Names, FileCommitment.Read)!,
        Inspectors = members.Nested("inspectors", FileCommitment.Names, FileCommitment.Read)!,
        Recusals = members.Nested("recusals", FileCommitment.Names, FileCommitment.Read)!,
        Parts = members.List("parts", Part.Names, Part.Read),
        Batches = members.Integers("batches", 0),
        Match = members.NestedOrNull("match", MatchRules.Names, MatchRules.Read),
        ServerCommit = members.Bytes("serverCommit"),
        Witnesses = members.List("witnesses", Witness.Names, Witness.Read),
        MinReveals = members.Integer("minReveals", 0),
        Beacon = members.NestedOrNull("beacon", BeaconChoice.Names, BeaconChoice.Read),
        RevealNotAfter = members.Time("revealNotAfter"),
        PrevVoid = members.BytesOrEmpty("prevVoid"),
    };
}
