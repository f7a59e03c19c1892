using DoubleRandom.Access;
using DoubleRandom.Decisions;
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

/// <summary>A request to replace an inspector [更换检查人员申请]: nobody names the substitute, the draw's own order does.</summary>
[StoredKind("SubstitutionRequest")]
public sealed class SubstitutionRequest : Decision
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

    /// <summary>Who took the place, or null.</summary>
    public Id<Inspector>? Substitute { get; private set; }

    /// <summary>The head approved; the draw's order named the substitute.</summary>
    internal void Approve(Actor actor, DateTimeOffset at, Id<Inspector> substitute)
    {
        Approve(actor, at);
        Substitute = substitute;
    }
}
