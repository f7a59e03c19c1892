using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>How the matching stands in <c>draw.sealed</c> (匹配状态, A.8, A.9).</summary>
/// <param name="Level">The relaxation used; null when no complete set of teams exists: then nothing is drawn by hand.</param>
public sealed record SealedMatch(MatchLevel? Level)
{
    internal Json ToJson() => Level?.ToJson() ?? Json.Object(("infeasible", true));
}

/// <summary>
/// <c>draw.sealed</c> (密封, A.9): the result is fixed by salted commitments; nobody outside can tell a name.
/// </summary>
/// <param name="TicketCommit">Commitment to the ticket key.</param>
/// <param name="MatchCommit">Commitment to the match key.</param>
/// <param name="RevealCommit">Commitment to the reveal key.</param>
/// <param name="Match">How the matching stands; null in a draw of subjects only.</param>
/// <param name="ObjectCount">Number of drawn subjects.</param>
/// <param name="ObjectRoot">Merkle root over their commitments.</param>
/// <param name="TeamCount">Number of teams.</param>
/// <param name="TeamRoot">Merkle root over their commitments.</param>
public sealed record DrawSealed(
    Bytes32 TicketCommit,
    Bytes32 MatchCommit,
    Bytes32 RevealCommit,
    SealedMatch? Match,
    int ObjectCount,
    Bytes32 ObjectRoot,
    int TeamCount,
    Bytes32 TeamRoot) : EntryBody
{
    internal static readonly string[] Names = ["keyCommits", "match", "objectCount", "objectRoot", "teamCount", "teamRoot"];

    private static readonly string[] KeyNames = ["match", "reveal", "ticket"];

    /// <inheritdoc/>
    public override string Type => "draw.sealed";

    /// <summary>The entry for keys and sealed openings.</summary>
    public static DrawSealed Of(Suite suite, DrawKeys keys, SealedMatch? match, SealedOpenings subjects, SealedOpenings teams) => new(
        DrawKeys.CommitmentTo(suite, keys.Ticket),
        DrawKeys.CommitmentTo(suite, keys.Match),
        DrawKeys.CommitmentTo(suite, keys.Reveal),
        match,
        subjects.Tree.Size,
        subjects.Tree.Root,
        teams.Tree.Size,
        teams.Tree.Root);

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(
        ("keyCommits", Json.Object(("match", MatchCommit), ("reveal", RevealCommit), ("ticket", TicketCommit))),
        ("match", Match?.ToJson() ?? JsonNull.Instance),
        ("objectCount", ObjectCount),
        ("objectRoot", ObjectRoot),
        ("teamCount", TeamCount),
        ("teamRoot", TeamRoot));

    internal static DrawSealed Read(Members members)
    {
        var commits = members.Nested("keyCommits", KeyNames, keys => (Ticket: keys.Bytes("ticket"), Match: keys.Bytes("match"), Reveal: keys.Bytes("reveal")));
        return new DrawSealed(
            commits.Ticket,
            commits.Match,
            commits.Reveal,
            ReadMatch(members),
            members.Integer("objectCount", 0),
            members.Bytes("objectRoot"),
            members.Integer("teamCount", 0),
            members.Bytes("teamRoot"));
    }

    private static SealedMatch? ReadMatch(Members members) => members["match"] switch
    {
        JsonNull => null,
        JsonObject { Members: [{ Name: "infeasible", Value: JsonBoolean { Value: true } }] } => new SealedMatch((MatchLevel?)null),
        _ => members.Nested("match", MatchLevel.Names, level => new SealedMatch(new MatchLevel(
            level.Integer("bump", 0, 2),
            level.Integer("capExtra", 0),
            level["level"] is JsonInteger { Value: >= 0 and var height } ? height : level.Wrong("level", "整数", "an integer", 0L)))),
    };
}
