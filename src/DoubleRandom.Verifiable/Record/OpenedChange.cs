using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Record;

/// <summary>The names behind one change entry, told at the opening (变更公开, A.11.10).</summary>
/// <param name="Index">0-based place of the change entry in the log.</param>
public abstract record OpenedChange(int Index)
{
    /// <summary>The change as JSON; members are exact.</summary>
    public abstract JsonObject ToJson();

    internal static IReadOnlyList<OpenedChange> ReadAll(Members members)
    {
        if (members["changes"] is not JsonArray array)
        {
            return members.Wrong("changes", "数组", "an array", Array.Empty<OpenedChange>());
        }

        var changes = new List<OpenedChange>();
        foreach (var json in array.Items)
        {
            var added = (json as JsonObject)?["added"] is not null;
            var read = added
                ? Members.Read<OpenedChange>(json, "changes", AddedSubjects.Names, AddedSubjects.Read)
                : Members.Read<OpenedChange>(json, "changes", SubstitutedInspector.Names, SubstitutedInspector.Read);
            if (!read.Is(out var change, out var fault))
            {
                return members.Wrong("changes", fault.Chinese, fault.English, Array.Empty<OpenedChange>());
            }

            changes.Add(change);
        }

        return changes;
    }
}

/// <summary>The subjects that an extend or replace entry added.</summary>
/// <param name="Index">0-based place of the entry in the log.</param>
/// <param name="Added">Ids in rank order.</param>
public sealed record AddedSubjects(int Index, IReadOnlyList<string> Added) : OpenedChange(Index)
{
    internal static readonly string[] Names = ["added", "index"];

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(("added", Json.Texts(Added)), ("index", Index));

    internal static AddedSubjects Read(Members members) => new(members.Integer("index", 0), members.Texts("added", RecordId.IsValid));
}

/// <summary>The inspector that a substitute entry put into a slot.</summary>
/// <param name="Index">0-based place of the entry in the log.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="Inspector">The first candidate of the fixed order who was available.</param>
/// <param name="Skipped">Candidates before, each with the reason why not.</param>
public sealed record SubstitutedInspector(int Index, string Slot, string Inspector, IReadOnlyList<SkippedCandidate> Skipped) : OpenedChange(Index)
{
    internal static readonly string[] Names = ["index", "inspector", "skipped", "slot"];

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(
        ("index", Index),
        ("inspector", Inspector),
        ("skipped", Json.Array(Skipped.Select(s => Json.Object(("inspector", s.Inspector), ("reason", s.Reason))))),
        ("slot", Slot));

    internal static SubstitutedInspector Read(Members members) => new(
        members.Integer("index", 0),
        members.Text("slot"),
        members.Id("inspector"),
        members.List("skipped", SkippedCandidate.Names, SkippedCandidate.Read));
}

/// <summary>A candidate passed over in a substitution, with the reason.</summary>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Reason">Why this candidate was not available.</param>
public sealed record SkippedCandidate(string Inspector, string Reason)
{
    internal static readonly string[] Names = ["inspector", "reason"];

    internal static SkippedCandidate Read(Members members)
    {
        var skipped = new SkippedCandidate(members.Id("inspector"), members.Text("reason"));
        return skipped.Reason.Length > 0 ? skipped : members.Wrong("reason", "略过的理由", "the reason for passing over", skipped);
    }
}
