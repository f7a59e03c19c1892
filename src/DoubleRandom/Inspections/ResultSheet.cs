using DoubleRandom.Items;

namespace DoubleRandom.Inspections;

/// <summary>Whether an item was inspected on the visit.</summary>
public enum ItemAnswer
{
    /// <summary>Not answered yet; allowed in a draft only.</summary>
    Open,

    /// <summary>已检查.</summary>
    Inspected,

    /// <summary>查无此项: the item does not apply to this subject, with the reason.</summary>
    NotApplicable,
}

/// <summary>One item's line of the record [单项检查结果].</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Answer">Inspected, not applicable or open.</param>
/// <param name="Codes">Results, ascending; empty unless inspected.</param>
/// <param name="Found">What was found [发现问题情况]: obligatory with every problem code.</param>
/// <param name="Disposals">Measures, in the order of the form.</param>
/// <param name="Note">Note on the measure: obligatory with 其他.</param>
/// <param name="WhyNot">Why it does not apply.</param>
public sealed record ItemFinding(
    string Item, ItemAnswer Answer, IReadOnlyList<ResultCode> Codes, string Found, IReadOnlyList<Disposal> Disposals, string Note, string WhyNot)
{
    /// <summary>A line not answered yet.</summary>
    public static ItemFinding OpenFor(string item) => new(item, ItemAnswer.Open, [], "", [], "", "");
}

/// <summary>An officer's signature [检查人员签名].</summary>
/// <param name="Inspector">Number of the inspector.</param>
/// <param name="SignedOn">Day of signing; null in a draft only.</param>
public sealed record OfficerSignature(string Inspector, DateOnly? SignedOn);

/// <summary>
/// The record of a visit [联合抽查结果记录表] as it is written, submitted and kept: one sheet for all items of the visit.
/// The name of the subject's representative is personal data and stands beside it.
/// </summary>
public sealed record ResultSheet
{
    /// <summary>First day of the inspection.</summary>
    public DateOnly? VisitedOn { get; init; }

    /// <summary>Day on which it was completed; the 20 working days of R16 run from it.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Why it was completed after the last day of the task; "" where it was not.</summary>
    public string WhyLate { get; init; } = "";

    /// <summary>How it was inspected [核查方式].</summary>
    public IReadOnlyList<InspectionMethod> Methods { get; init; } = [];

    /// <summary>One line per item of the visit.</summary>
    public IReadOnlyList<ItemFinding> Items { get; init; } = [];

    /// <summary>Signatures of the officers, at least two (R34).</summary>
    public IReadOnlyList<OfficerSignature> Officers { get; init; } = [];

    /// <summary>Day on which the subject's representative signed; null where the signature was refused.</summary>
    public DateOnly? RepresentativeSignedOn { get; init; }

    /// <summary>Why the subject did not sign [拒签说明]; "" where it signed.</summary>
    public string WhyUnsigned { get; init; } = "";

    /// <summary>Opinion of the team's leader [组长审核意见].</summary>
    public string LeaderOpinion { get; init; } = "";

    /// <summary>Day on which the leader signed.</summary>
    public DateOnly? LeaderSignedOn { get; init; }

    /// <summary>The line of an item; an open one where none is written.</summary>
    public ItemFinding Of(string item) => Items.FirstOrDefault(line => line.Item == item) ?? ItemFinding.OpenFor(item);
}

/// <summary>What a form hands in: the sheet, and the name that stands beside it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Representative">Name of the subject's representative who signed; "" where the signature was refused.</param>
public sealed record WrittenResult(ResultSheet Sheet, string Representative);
