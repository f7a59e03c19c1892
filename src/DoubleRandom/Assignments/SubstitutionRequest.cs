using DoubleRandom.Directories;

namespace DoubleRandom.Assignments;

/// <summary>Why an inspector cannot go [更换原因]: the closed list.</summary>
public enum SubstitutionReason
{
    /// <summary>请假.</summary>
    OnLeave,

    /// <summary>调离或退休.</summary>
    LeftPost,

    /// <summary>回避成立 (R35).</summary>
    RecusalUpheld,

    /// <summary>证件失效 (R34).</summary>
    CertificateExpired,

    /// <summary>其他公务.</summary>
    OtherDuty,
}

/// <summary>What became of a request.</summary>
public enum SubstitutionState
{
    /// <summary>Waits for the head of the department [待审批].</summary>
    Asked,

    /// <summary>Approved; the next in the draw's own order took the place [已更换].</summary>
    Approved,

    /// <summary>Not approved [未批准].</summary>
    Declined,
}

/// <summary>A request to replace an inspector [更换检查人员申请]: nobody names the substitute, the draw's own order does.</summary>
[StoredKind("SubstitutionRequest")]
public sealed class SubstitutionRequest : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<SubstitutionRequest> Id { get; init; }

    /// <summary>The draw's id in the record.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The slot to be filled anew.</summary>
    public required string Slot { get; init; }

    /// <summary>The visit from which it was asked; the slot may cover others of the same bundle.</summary>
    [PartOf(typeof(Visit))]
    public required Id<Visit> Visit { get; init; }

    /// <summary>Who cannot go.</summary>
    public required Id<Inspector> Absent { get; init; }

    /// <summary>Why, from the closed list.</summary>
    public required SubstitutionReason Reason { get; init; }

    /// <summary>What shows it: the leave form, the order, the decision; 2 to 500 characters.</summary>
    public required string Evidence { get; init; }

    /// <summary>Account of who asked, or null for the command line.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>Name of who asked.</summary>
    public required string AskedByName { get; init; }

    /// <summary>When. UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Asked, approved or declined.</summary>
    public SubstitutionState State { get; private set; }

    /// <summary>Name of who decided, or null.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When it was decided. UTC; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined, or null.</summary>
    public string? DecisionNote { get; private set; }

    /// <summary>Who took the place, or null.</summary>
    public Id<Inspector>? Substitute { get; private set; }

    /// <summary>The head approved; the draw's order named the substitute.</summary>
    internal void Approve(string who, DateTimeOffset at, Id<Inspector> substitute) =>
        (State, DecidedByName, DecidedAt, Substitute) = (SubstitutionState.Approved, who, at, substitute);

    /// <summary>The head declined, with a note.</summary>
    internal void Decline(string who, DateTimeOffset at, string note) =>
        (State, DecidedByName, DecidedAt, DecisionNote) = (SubstitutionState.Declined, who, at, note);
}
