using DoubleRandom.Access;
using DoubleRandom.Decisions;

namespace DoubleRandom.Draws;

/// <summary>What is asked for.</summary>
public enum DrawRequestKind
{
    /// <summary>That the attempt ends [作废].</summary>
    Void,

    /// <summary>More subjects [追加抽取].</summary>
    Extend,

    /// <summary>Another subject in the place of a drawn one [更换对象].</summary>
    Replace,

    /// <summary>The opening before the inspections are over [提前公开].</summary>
    OpenEarly,

    /// <summary>A draw from subjects that were drawn this year already (R8) [再次抽取].</summary>
    Repeat,

    /// <summary>That a subject takes no part in a task's draw [不纳入抽取].</summary>
    LeaveOut,

    /// <summary>Another inspector, before the visits are released [更换检查人员].</summary>
    Substitute,
}

/// <summary>
/// A request that concerns a draw [抽取事项申请]: the operator asks, the head of the department decides at his own desk. What a kind does not need stays null.
/// </summary>
[StoredKind("DrawRequest")]
public sealed class DrawRequest : Decision
{
    /// <summary>Its id.</summary>
    public required Id<DrawRequest> Id { get; init; }

    /// <summary>What is asked for.</summary>
    public required DrawRequestKind Kind { get; init; }

    /// <summary>The draw; before the commitment the task's number, which will be the draw's.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt; 0 before the commitment.</summary>
    public required int Attempt { get; init; }

    /// <summary>The department whose head decides: the one that leads the task, or the one that the place belongs to.</summary>
    public required Department Department { get; init; }

    /// <summary>Why, in words; 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason of a closed list, e.g. <c>VenueFailure</c>, or the repeat's ground.</summary>
    public string? Code { get; init; }

    /// <summary>Number of the task.</summary>
    public string? Part { get; init; }

    /// <summary>Key of the stratum; "" when not stratified.</summary>
    public string? Stratum { get; init; }

    /// <summary>How many more.</summary>
    public int? Count { get; init; }

    /// <summary>Code of the subject; the trail does not repeat it, because a draw keeps its names sealed.</summary>
    [Sealed]
    public string? SubjectCode { get; init; }

    /// <summary>The place in a team, e.g. <c>b00001/SC/1</c>.</summary>
    public string? Slot { get; init; }

    /// <summary>SHA-256 of the evidence (64 hex digits), or what shows it in words.</summary>
    public string? Evidence { get; init; }

    /// <summary>Who asked and who approved, as the record keeps it.</summary>
    internal string Approval => DrawRefusals.Words.InChinese("approval", AskedByName, DecidedByName);
}

/// <summary>A request that is wanted; the members are those of <see cref="DrawRequest"/>.</summary>
public sealed record DrawWanted(DrawRequestKind Kind, string Draw, string Reason)
{
    /// <inheritdoc cref="DrawRequest.Code"/>
    public string? Code { get; init; }

    /// <inheritdoc cref="DrawRequest.Part"/>
    public string? Part { get; init; }

    /// <inheritdoc cref="DrawRequest.Stratum"/>
    public string? Stratum { get; init; }

    /// <inheritdoc cref="DrawRequest.Count"/>
    public int? Count { get; init; }

    /// <inheritdoc cref="DrawRequest.SubjectCode"/>
    public string? SubjectCode { get; init; }

    /// <inheritdoc cref="DrawRequest.Slot"/>
    public string? Slot { get; init; }

    /// <inheritdoc cref="DrawRequest.Evidence"/>
    public string? Evidence { get; init; }
}
