using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;

namespace DoubleRandom.Inspections;

/// <summary>The result of a visit while it is written, submitted, returned and approved [检查结果].</summary>
[StoredKind("InspectionResult")]
public sealed class InspectionResult : EditableRow
{
    /// <summary>The visit.</summary>
    public required Id<Visit> Visit { get; init; }

    /// <summary>The sheet as it stands now.</summary>
    public ResultSheet Sheet { get; private set; } = new();

    /// <summary>Name of the subject's representative; "" where the signature was refused.</summary>
    [Personal]
    public string Representative { get; private set; } = "";

    /// <summary>Who has written on it: account ids, or names where there is no account. None of them approves it.</summary>
    public List<string> Hands { get; private set; } = [];

    /// <summary>Name of who saved it last.</summary>
    public string SavedBy { get; private set; } = "";

    /// <summary>When it was saved last. UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Who submitted it, or null.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>When it was submitted last. UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it was returned last; null once approved.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Who returned or approved it last.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>When. UTC.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>The edition that is public: 0 before approval, 1 after it, one more with each correction.</summary>
    public int Edition { get; private set; }

    /// <summary>Writes what was written; whoever writes is one of its hands from then on.</summary>
    internal void Save(WrittenResult written, string hand, string who, DateTimeOffset at)
    {
        (Sheet, Representative, SavedBy, SavedAt) = (written.Sheet, written.Representative, who, at);
        Hands = [.. Hands.Append(hand).Distinct()];
    }

    /// <summary>Hands it in to the second person.</summary>
    internal void Submit(string who, DateTimeOffset at) => (SubmittedBy, SubmittedAt) = (who, at);

    /// <summary>Sends it back with a reason.</summary>
    internal void Return(string why, string who, DateTimeOffset at) => (ReturnReason, ReviewedBy, ReviewedAt) = (why, who, at);

    /// <summary>Approves its first edition.</summary>
    internal void Approve(string who, DateTimeOffset at) => (ReturnReason, ReviewedBy, ReviewedAt, Edition) = (null, who, at, 1);

    /// <summary>Takes over an approved correction; whoever asked for it is one of its hands from then on.</summary>
    internal void Correct(ResultCorrection correction, string who, DateTimeOffset at)
    {
        (Sheet, Representative, Edition) = (correction.Sheet, correction.Representative, correction.Corrects + 1);
        (ReviewedBy, ReviewedAt) = (who, at);
        Hands = [.. Hands.Append(correction.Hand).Distinct()];
    }
}

/// <summary>An approved edition of a result [结果版本]: written once and never changed, the former ones stay readable.</summary>
[AppendOnly]
[StoredKind("ResultEdition")]
public sealed class ResultEdition : CountyRow
{
    /// <summary>The visit.</summary>
    public required Id<Visit> Visit { get; init; }

    /// <summary>From 1.</summary>
    public required int Edition { get; init; }

    /// <summary>The sheet.</summary>
    public required ResultSheet Sheet { get; init; }

    /// <summary>Name of the subject's representative.</summary>
    [Personal]
    public required string Representative { get; init; }

    /// <summary>Who handed it in.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>The second person, who approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>When it was approved and thereby published. UTC.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Why the former edition was corrected; null for the first.</summary>
    public string? Reason { get; init; }

    /// <summary>0-based place of its <c>result.published</c> in the transparency log.</summary>
    public int LogIndex { get; internal set; }
}

/// <summary>A correction of a published result [结果更正, R39]: a whole new sheet with its reason, until a second person decides.</summary>
[StoredKind("ResultCorrection")]
public sealed class ResultCorrection : Decision
{
    /// <summary>Its id.</summary>
    public required Id<ResultCorrection> Id { get; init; }

    /// <summary>The visit.</summary>
    [PartOf(typeof(Visit))]
    public required Id<Visit> Visit { get; init; }

    /// <summary>The edition it corrects.</summary>
    public required int Corrects { get; init; }

    /// <summary>The sheet as it is to be.</summary>
    public required ResultSheet Sheet { get; init; }

    /// <summary>Name of the subject's representative.</summary>
    [Personal]
    public required string Representative { get; init; }

    /// <summary>Why; public with the new edition.</summary>
    public required string Reason { get; init; }

    /// <summary>Account or name of who asked.</summary>
    public required string Hand { get; init; }
}
