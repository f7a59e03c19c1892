using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Assignments;

/// <summary>What a visit's life has come to [检查状态].</summary>
public enum VisitState
{
    /// <summary>Handed to its team, nothing recorded [待检查].</summary>
    Pending,

    /// <summary>A result is being written [草稿].</summary>
    Draft,

    /// <summary>Submitted, waits for the second person [待审核].</summary>
    AwaitingReview,

    /// <summary>Sent back by the reviewer with a reason [退回].</summary>
    Returned,

    /// <summary>Approved and thereby published [已公示] (R16).</summary>
    Published,

    /// <summary>Taken back because the subject was replaced, with the reason; nobody goes [已撤回].</summary>
    Withdrawn,
}

/// <summary>One drawn subject as its team has to inspect it [检查任务单]: written when the office releases the drawn names.</summary>
[StoredKind("Visit")]
public sealed class Visit : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<Visit> Id { get; init; }

    /// <summary>Human number: the draw's id, a dash and the place in the draw order with four digits.</summary>
    public required string Number { get; init; }

    /// <summary>The draw's id in the record.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The subject drawn.</summary>
    public required Id<Subject> Subject { get; init; }

    /// <summary>The team's bundle in the record.</summary>
    public required string Bundle { get; init; }

    /// <summary>Batch, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Numbers of the tasks that drew it, ascending.</summary>
    public required List<string> Tasks { get; set; }

    /// <summary>Codes of the items inspected there, ascending.</summary>
    public required List<string> Items { get; set; }

    /// <summary>The department whose inspector leads the team; its reviewer decides on the result (R11).</summary>
    public required Department Lead { get; init; }

    /// <summary>Codes of the departments with an item or a place in the team, ascending.</summary>
    public required List<string> Departments { get; init; }

    /// <summary>First day on which it may take place.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the task: the earliest, where several tasks drew it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When the names went to the team. UTC.</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Pending to published.</summary>
    public VisitState State { get; private set; }

    /// <summary>Day on which the check was completed, as recorded; the 20 working days of R16 run from it. Null before.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>How often a member has been replaced; moves the version, so that a draft begun meanwhile is noticed.</summary>
    public int Replacements { get; private set; }

    /// <summary>A draft of its result is saved; what was returned stays returned until it is submitted again.</summary>
    /// <param name="completedOn">Day of completion as written; null where it is missing or still to come.</param>
    internal void Draft(DateOnly? completedOn) => (State, CompletedOn) = (State == VisitState.Returned ? VisitState.Returned : VisitState.Draft, completedOn);

    /// <summary>Its result is handed in.</summary>
    public void Submit(DateOnly? completedOn) => (State, CompletedOn) = (VisitState.AwaitingReview, completedOn);

    /// <summary>The second person sends the result back.</summary>
    public void Return() => State = VisitState.Returned;

    /// <summary>The second person approves: the result is public (R16).</summary>
    public void Publish() => State = VisitState.Published;

    /// <summary>A correction says another day of completion.</summary>
    internal void Correct(DateOnly? completedOn) => CompletedOn = completedOn;

    /// <summary>A member of its team was replaced.</summary>
    internal void TeamChanged() => Replacements++;

    /// <summary>Takes one task and its items out of it; others remain.</summary>
    internal void Leave(string task, IReadOnlyList<string> items) => (Tasks, Items) = (
        Tasks.FindAll(t => t != task), [.. Items.Except(items, StringComparer.Ordinal)]);

    /// <summary>Takes it back before a result is submitted.</summary>
    internal void Withdraw(string reason) => (State, WithdrawnBecause, CompletedOn) = (VisitState.Withdrawn, reason, null);
}

/// <summary>Who goes on a visit [检查组成员]: the team as drawn; a substitute takes a place only while nothing is recorded.</summary>
[StoredKind("VisitMember")]
public sealed class VisitMember : EditableRow
{
    /// <summary>The visit.</summary>
    public required Id<Visit> Visit { get; init; }

    /// <summary>The slot in the record, e.g. <c>b00001/SC/1</c>.</summary>
    public required string Slot { get; init; }

    /// <summary>The department the place belongs to.</summary>
    public required Department Department { get; init; }

    /// <summary>Whether its holder leads the team (R11).</summary>
    public required bool IsLeader { get; init; }

    /// <summary>Who goes.</summary>
    public required Id<Inspector> Inspector { get; set; }
}
