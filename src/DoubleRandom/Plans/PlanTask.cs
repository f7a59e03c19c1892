using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;

namespace DoubleRandom.Plans;

/// <summary>How the pool of a task is made [抽查类型]: both are random.</summary>
public enum TaskType
{
    /// <summary>不定向: all subjects its items apply to.</summary>
    Undirected,

    /// <summary>定向: first narrowed by published conditions.</summary>
    Directed,
}

/// <summary>What a task's life has come to.</summary>
public enum TaskState
{
    /// <summary>Planned, not yet drawn [待抽取].</summary>
    Planned,

    /// <summary>Withdrawn before its draw [已撤回].</summary>
    Withdrawn,

    /// <summary>Its list is sealed [已抽取].</summary>
    Drawn,

    /// <summary>All its results are published [已完成].</summary>
    Completed,
}

/// <summary>The published conditions that narrow a pool [入库对象筛选条件]; an empty list is no condition.</summary>
/// <param name="Towns">Nine-digit town codes.</param>
/// <param name="Kinds">Kinds of subject.</param>
/// <param name="Industries">Starts of industry codes, e.g. <c>C15</c>.</param>
/// <param name="Risks">Risk classes.</param>
/// <param name="Tags">Tags, one of which must be carried.</param>
public sealed record SubjectFilter(
    IReadOnlyList<string> Towns,
    IReadOnlyList<SubjectKind> Kinds,
    IReadOnlyList<string> Industries,
    IReadOnlyList<RiskClass> Risks,
    IReadOnlyList<string> Tags)
{
    /// <summary>No condition.</summary>
    public static SubjectFilter None { get; } = new([], [], [], [], []);

    /// <summary>Whether a subject meets every condition.</summary>
    public bool Takes(Subject subject) =>
        (Towns.Count == 0 || Towns.Contains(subject.Town, StringComparer.Ordinal))
        && (Kinds.Count == 0 || Kinds.Contains(subject.Kind))
        && (Industries.Count == 0 || Industries.Any(start => subject.Industry?.StartsWith(start, StringComparison.Ordinal) == true))
        && (Risks.Count == 0 || Risks.Contains(subject.Risk))
        && (Tags.Count == 0 || Tags.Any(subject.Tags.Contains));
}

/// <summary>How many are asked for [抽查比例或数量]: a share per risk class, or a count over all.</summary>
/// <param name="Count">A count drawn from the whole pool, or null when shares are given.</param>
/// <param name="Shares">Share in basis points per risk class, 1 to 10,000; a class without entry is not drawn. Empty when a count is given.</param>
public sealed record QuotaWish(int? Count, IReadOnlyDictionary<RiskClass, int> Shares);

/// <summary>One task of a plan [抽查任务, R7]: which items, of whom, how many, when, led by whom, joined by whom.</summary>
public sealed class PlanTask : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<PlanTask> Id { get; init; }

    /// <summary>The plan it belongs to.</summary>
    public required Id<AnnualPlan> Plan { get; init; }

    /// <summary>Eighteen digits: division, day of creation, <c>1</c>, serial of three. Draws and parts carry it.</summary>
    public required string Number { get; init; }

    /// <summary>Name [抽查任务名称].</summary>
    public required string Name { get; set; }

    /// <summary>Directed or undirected.</summary>
    public required TaskType Type { get; set; }

    /// <summary>Codes of the items inspected [抽查事项], ascending.</summary>
    public required List<string> Items { get; set; }

    /// <summary>Conditions of the pool [抽查对象].</summary>
    public required SubjectFilter Filter { get; set; }

    /// <summary>How many.</summary>
    public required QuotaWish Quota { get; set; }

    /// <summary>First day of the inspections [抽查日期].</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day of the inspections.</summary>
    public required DateOnly To { get; set; }

    /// <summary>Department that leads [发起部门]; its inspector heads each team (R11).</summary>
    public required Department Lead { get; set; }

    /// <summary>Codes of the departments that join [参与部门], ascending, without the lead.</summary>
    public required List<string> Participants { get; set; }

    /// <summary>Planned, withdrawn, drawn or completed.</summary>
    public TaskState State { get; set; }

    /// <summary>True from the commitment of its draw until a void: then it can neither be changed nor withdrawn.</summary>
    public bool IsFrozen { get; set; }
}
