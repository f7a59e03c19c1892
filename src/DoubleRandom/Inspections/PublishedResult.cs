using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Directories;
using DoubleRandom.Plans;

namespace DoubleRandom.Inspections;

/// <summary>
/// The published result of one item [抽查检查结果公示]: exactly what the public may read, department but no person. Written by
/// approval; a correction writes a new edition and marks this one as superseded.
/// </summary>
[StoredKind("PublishedResult")]
public sealed class PublishedResult : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<PublishedResult> Id { get; init; }

    /// <summary>The visit.</summary>
    public required Id<Visit> Visit { get; init; }

    /// <summary>The edition, from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>Number of the plan [计划编号].</summary>
    public required string PlanNumber { get; init; }

    /// <summary>Name of the plan [计划名称].</summary>
    public required string PlanName { get; init; }

    /// <summary>Number of the task [任务编号].</summary>
    public required string TaskNumber { get; init; }

    /// <summary>Name of the task [任务名称].</summary>
    public required string TaskName { get; init; }

    /// <summary>Directed or undirected [抽查类型].</summary>
    public required TaskType TaskType { get; init; }

    /// <summary>The subject.</summary>
    public required Id<Subject> Subject { get; init; }

    /// <summary>Its code [统一社会信用代码/注册号].</summary>
    public required string SubjectCode { get; init; }

    /// <summary>Its name at the time of publication [对象名称].</summary>
    public required string SubjectName { get; init; }

    /// <summary>Code of the item.</summary>
    public required string Item { get; init; }

    /// <summary>Its name at the time of publication [检查事项].</summary>
    public required string ItemName { get; init; }

    /// <summary>The department that inspects the item [检查机关].</summary>
    public required Department Department { get; init; }

    /// <summary>Day on which the check was completed [抽查完成日期].</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>Results [检查结果]; empty: the item did not apply [查无此项].</summary>
    public required List<ResultCode> Codes { get; init; }

    /// <summary>When it became public. UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Last day on which publication was in time (R16); null where the calendar of that year was not known.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Why the former edition was corrected; null for the first.</summary>
    public string? Reason { get; init; }

    /// <summary>When a correction took its place. UTC; null while it stands.</summary>
    public DateTimeOffset? SupersededAt { get; set; }
}
