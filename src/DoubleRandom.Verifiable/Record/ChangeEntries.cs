using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary><c>draw.extend</c> (追加抽取, A.10): the next ranks of one part and stratum are inspected too. No names.</summary>
/// <param name="Part">The part's id.</param>
/// <param name="Stratum">The stratum's key; empty when the part is not stratified.</param>
/// <param name="Count">How many more, at least 1.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Approval">One text naming every approver.</param>
public sealed record DrawExtend(string Part, string Stratum, int Count, string Reason, string Approval) : EntryBody
{
    internal static readonly string[] Names = ["approval", "count", "part", "reason", "stratum"];

    /// <inheritdoc/>
    public override string Type => "draw.extend";

    /// <inheritdoc/>
    public override JsonObject ToJson() =>
        Json.Object(("approval", Approval), ("count", Count), ("part", Part), ("reason", Reason), ("stratum", Stratum));

    internal static DrawExtend Read(Members members) => new(
        members.Id("part"), members.Text("stratum"), members.Integer("count", 1), members.Text("reason"), members.Text("approval"));
}

/// <summary>
/// <c>draw.replace</c> (替换, A.10): the next rank of one part and stratum stands in for a drawn subject. Count is 1.
/// </summary>
/// <param name="Part">The part's id.</param>
/// <param name="Stratum">The stratum's key.</param>
/// <param name="Replaces">Commitment of the old subject's opening, which carries that part and stratum.</param>
/// <param name="Reason">A reason the plan lists.</param>
/// <param name="Evidence">Hash of the evidence.</param>
/// <param name="Approval">One text naming every approver, not the operator.</param>
public sealed record DrawReplace(string Part, string Stratum, Bytes32 Replaces, string Reason, Bytes32 Evidence, string Approval) : EntryBody
{
    internal static readonly string[] Names = ["approval", "count", "evidence", "part", "reason", "replaces", "stratum"];

    /// <inheritdoc/>
    public override string Type => "draw.replace";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(
        ("approval", Approval),
        ("count", 1),
        ("evidence", Evidence),
        ("part", Part),
        ("reason", Reason),
        ("replaces", Replaces),
        ("stratum", Stratum));

    internal static DrawReplace Read(Members members)
    {
        members.Integer("count", 1, 1);
        return new(
            members.Id("part"),
            members.Text("stratum"),
            members.Bytes("replaces"),
            members.Text("reason"),
            members.Bytes("evidence"),
            members.Text("approval"));
    }
}

/// <summary><c>inspector.substitute</c> (人员替补, A.10): one slot gets the next candidate of the fixed order. No names.</summary>
/// <param name="Slot">The slot's id, e.g. <c>b00001/SC/1</c>.</param>
/// <param name="Reason">Leave, recusal upheld, certificate expired.</param>
/// <param name="Approval">One text naming every approver.</param>
/// <param name="Evidence">Hash of, or reference to, the evidence.</param>
public sealed record InspectorSubstitute(string Slot, string Reason, string Approval, string Evidence) : EntryBody
{
    internal static readonly string[] Names = ["approval", "evidence", "reason", "slot"];

    /// <inheritdoc/>
    public override string Type => "inspector.substitute";

    /// <inheritdoc/>
    public override JsonObject ToJson() =>
        Json.Object(("approval", Approval), ("evidence", Evidence), ("reason", Reason), ("slot", Slot));

    internal static InspectorSubstitute Read(Members members) =>
        new(members.Text("slot"), members.Text("reason"), members.Text("approval"), members.Text("evidence"));
}

/// <summary><c>draw.void</c> (作废, A.10): this attempt ends, before any notice was served; it keeps its number and is still opened.</summary>
/// <param name="Code">Reason code, e.g. <c>venue-power-failure</c>.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Approval">One text naming both approvers.</param>
public sealed record DrawVoid(string Code, string Reason, string Approval) : EntryBody
{
    internal static readonly string[] Names = ["approval", "code", "reason"];

    /// <inheritdoc/>
    public override string Type => "draw.void";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(("approval", Approval), ("code", Code), ("reason", Reason));

    internal static DrawVoid Read(Members members) => new(members.Text("code"), members.Text("reason"), members.Text("approval"));
}
