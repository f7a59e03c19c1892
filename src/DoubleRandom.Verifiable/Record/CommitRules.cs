using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Record;

/// <summary>What a commit record must obey in itself, and the inputs that belong to it (承诺记录的规则, A.3, A.4).</summary>
internal static class CommitRules
{
    /// <summary>Why the record, once written, could not be read again (ids, bounds), or null.</summary>
    public static Fault? Unreadable(CommitRecord commit) =>
        Members.Read(commit.ToJson(), commit.Type, CommitRecord.Names, CommitRecord.Read).Fault;

    /// <summary>The first rule the commit record breaks, or null.</summary>
    public static Fault? Violation(CommitRecord commit)
    {
        if (commit.Match is null != (commit.Kind == DrawKind.Objects))
        {
            return new Fault("commit.match", "match 仅在 kind 为 objects 时为 null。", "match is null exactly when kind is 'objects'.");
        }

        if (commit.Kind == DrawKind.Match && !commit.Parts.All(DrawsEverything))
        {
            return new Fault("commit.second-stage", "第二阶段应以固定数抽取全部对象。", "A second stage draws its whole roster by fixed numbers.");
        }

        var ids = commit.Witnesses.Select(w => w.Id).ToArray();
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Length || commit.MinReveals > ids.Length)
        {
            return new Fault("commit.witnesses", "见证人重复，或最少揭示数多于见证人数。", "Witnesses repeat, or minReveals exceeds their number.");
        }

        return PartsViolation(commit.Parts);
    }

    /// <summary>The first input whose root or size is not the committed one, or null.</summary>
    public static Fault? InputsDiffer(
        CommitRecord commit,
        FrozenFile<RosterLine> roster,
        FrozenFile<InspectorLine> inspectors,
        FrozenFile<RecusalLine> recusals)
    {
        return Differs("roster", commit.Roster, roster.Commitment)
            ?? Differs("inspectors", commit.Inspectors, inspectors.Commitment)
            ?? Differs("recusals", commit.Recusals, recusals.Commitment);
    }

    internal static Fault? Differs(string file, FileCommitment committed, FileCommitment found) => committed == found
        ? null
        : new Fault(
            $"{file}.root",
            $"{file} 的默克尔根或行数与承诺记录不符：承诺 {committed.Root}（{committed.Size} 行），实际 {found.Root}（{found.Size} 行）。",
            $"Root or size of {file} differ from the commit record: committed {committed.Root} ({committed.Size} lines), found {found.Root} ({found.Size} lines).");

    private static bool DrawsEverything(Part part) =>
        part.Quota.Method == QuotaMethod.Fixed && part.QuotaTable.Rows.All(row => row.Quota == row.Eligible);

    private static Fault? PartsViolation(IReadOnlyList<Part> parts)
    {
        var items = parts.SelectMany(part => part.Items).ToArray();
        if (items.Distinct(StringComparer.Ordinal).Count() != items.Length)
        {
            return new Fault("parts.disjoint", "同一事项属于多个部分。", "An item belongs to more than one part.");
        }

        return parts.Count > 0 && ByteOrder.IsAscending(parts.Select(part => part.Id).ToArray())
            ? null
            : new Fault("parts.order", "至少一个部分，并按标识严格升序。", "There is at least one part, and parts ascend strictly by id.");
    }
}
