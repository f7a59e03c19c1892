using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Draws;

/// <summary>
/// One subject drawn by an attempt [抽中对象]: written when the attempt is sealed or changed; tasks and items follow the log's changes, and
/// <see cref="DrawnCheck"/> compares them with it before names are handed out.
/// </summary>
[KeptInDrawRecord]
[StoredKind("DrawnSubject")]
public sealed class DrawnSubject : CountyRow
{
    /// <summary>The draw's id in the record: the leading task's number.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The subject.</summary>
    public required Id<Subject> Subject { get; init; }

    /// <summary>Its code, as the record names it.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>Place in the draw order, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Batch, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>The team's bundle, e.g. <c>b00001</c>; null while no team is matched.</summary>
    public string? Bundle { get; set; }

    /// <summary>Codes of the items inspected there, ascending.</summary>
    public required List<string> Items { get; set; }

    /// <summary>Numbers of the tasks that drew it, ascending.</summary>
    public required List<string> Tasks { get; set; }

    /// <summary>True when a later replacement stands in for it; it stays in the record.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>Place of the <c>draw.replace</c> entry that took it out for its last task; null while it stands.</summary>
    public int? ReplacedAt { get; private set; }

    /// <summary>The second-stage draw that gave it its team, and holds it from then on; null where this draw itself does.</summary>
    public string? MatchedBy { get; private set; }

    /// <summary>Opening of its sealed commitment with its proof, as JSON: what the notice carries; "" for later supplements.</summary>
    public required string NoticeProof { get; init; }

    /// <summary>A second-stage draw found it a team and holds it from now on.</summary>
    internal void HandTo(string stage) => MatchedBy = stage;

    /// <summary>That second stage was voided: it waits here again.</summary>
    internal void TakeBack() => MatchedBy = null;

    /// <summary>Takes it out for one task; it stands as long as another task drew it too. The last one stays written, for the record's sake.</summary>
    internal void LeavePart(Part part, int index)
    {
        if (Tasks.Exists(t => t != part.Id))
        {
            (Tasks, Items) = (Tasks.FindAll(t => t != part.Id), [.. Items.Except(part.Items, StringComparer.Ordinal)]);
        }
        else
        {
            (IsReplaced, ReplacedAt) = (true, index);
        }
    }

    /// <summary>Adds a task and its items; whatever team it had was matched without them, so a later match gives it one.</summary>
    internal void JoinPart(Part part, IEnumerable<string> items)
    {
        IEnumerable<string> tasks = IsReplaced ? [] : Tasks, former = IsReplaced ? [] : Items;
        Tasks = [.. tasks.Append(part.Id).Order(StringComparer.Ordinal)];
        Items = [.. former.Union(items, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (Bundle, IsReplaced, ReplacedAt) = (null, false, null);
    }
}

/// <summary>One place of a team [检查组成员]: written when the attempt is sealed; a substitution changes its holder.</summary>
[KeptInDrawRecord]
[StoredKind("TeamPlace")]
public sealed class TeamPlace : EditableRow
{
    /// <summary>The draw's id in the record.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The slot, e.g. <c>b00001/SC/1</c>.</summary>
    public required string Slot { get; init; }

    /// <summary>The bundle, e.g. <c>b00001</c>.</summary>
    public required string Bundle { get; init; }

    /// <summary>The department the place belongs to.</summary>
    public required Department Department { get; init; }

    /// <summary>Whether its holder leads the team.</summary>
    public required bool IsLeader { get; init; }

    /// <summary>Who was matched by the draw.</summary>
    public required Id<Inspector> Matched { get; init; }

    /// <summary>Who holds the place now: the one matched, or the last substitute.</summary>
    public required Id<Inspector> Holder { get; set; }
}
