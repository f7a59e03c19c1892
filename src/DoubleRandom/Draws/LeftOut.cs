using DoubleRandom.Directories;

namespace DoubleRandom.Draws;

/// <summary>Why a subject may be left out of a draw by decision [不纳入抽取的原因]. It stays in the frozen roster with this code.</summary>
public enum LeftOutReason
{
    /// <summary>A case against it is open [案件调查中].</summary>
    PendingCase,

    /// <summary>Suspended or not operating for now [停业].</summary>
    Suspended,

    /// <summary>Already in a special inspection of the same matter [专项检查已覆盖].</summary>
    SpecialInspection,

    /// <summary>Recognised result of another organ [结果互认].</summary>
    RecognisedResult,
}

/// <summary>A subject left out of one task's draw, by decision and with a reason [不纳入抽取]. Visible in the record.</summary>
[StoredKind("LeftOut")]
public sealed class LeftOut : EditableRow
{
    /// <summary>The task's number.</summary>
    public required string Task { get; init; }

    /// <summary>The subject.</summary>
    public required Id<Subject> Subject { get; init; }

    /// <summary>Reason.</summary>
    public required LeftOutReason Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Note { get; init; }
}
