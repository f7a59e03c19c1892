using DoubleRandom.Access;

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

/// <summary>One task of a plan [抽查任务, R7]: which items, of whom, how many, when, led by whom, joined by whom.</summary>
[StoredKind("PlanTask")]
public sealed class PlanTask : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<PlanTask> Id { get; init; }

    /// <summary>The plan it belongs to.</summary>
    [PartOf(typeof(AnnualPlan))]
    public required Id<AnnualPlan> Plan { get; init; }

    /// <summary>Eighteen digits: division, day of creation, <c>1</c>, serial of three. Draws and parts carry it.</summary>
    public required string Number { get; init; }

    /// <summary>Name [抽查任务名称].</summary>
    public string Name { get; private set; } = "";

    /// <summary>Directed or undirected.</summary>
    public TaskType Type { get; private set; }

    /// <summary>Codes of the items inspected [抽查事项], ascending.</summary>
    public List<string> Items { get; private set; } = [];

    /// <summary>Conditions of the pool [抽查对象].</summary>
    public SubjectFilter Filter { get; private set; } = SubjectFilter.None;

    /// <summary>How many.</summary>
    public QuotaWish Quota { get; private set; } = QuotaWish.Of(0);

    /// <summary>First day of the inspections [抽查日期].</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of the inspections.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Department that leads [发起部门]; its inspector heads each team (R11).</summary>
    public Department Lead { get; private set; }

    /// <summary>Codes of the departments that join [参与部门], ascending, without the lead.</summary>
    public List<string> Participants { get; private set; } = [];

    /// <summary>The checked draft it is made of.</summary>
    public required TaskDraft Says
    {
        init => Take(value);
    }

    /// <summary>Planned, withdrawn, drawn or completed.</summary>
    public TaskState State { get; private set; }

    /// <summary>True from the commitment of its draw until a void: then it can neither be changed nor withdrawn.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Whether it was added to a plan already published [年中调整] (R6).</summary>
    public bool IsAdjustment { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Takes it out of the published plan before its draw.</summary>
    public void Withdraw(string reason) => (State, WithdrawnBecause) = (TaskState.Withdrawn, reason);

    /// <summary>Its draw is committed: from now on it stays as it is.</summary>
    internal void Freeze() => IsFrozen = true;

    /// <summary>Its list is sealed.</summary>
    public void TakeDrawn() => State = TaskState.Drawn;

    /// <summary>Its draw was voided: it may be changed, withdrawn or drawn again.</summary>
    internal void GiveBack() => (State, IsFrozen) = (State == TaskState.Drawn ? TaskState.Planned : State, false);

    /// <summary>All its results are published.</summary>
    internal void Complete() => State = TaskState.Completed;

    /// <summary>Writes a checked draft into the task.</summary>
    public void Take(TaskDraft draft)
    {
        Name = draft.Name;
        Type = draft.Type;
        Items = [.. draft.Items];
        Filter = draft.Filter;
        Quota = draft.Quota;
        (From, To) = (draft.From!.Value, draft.To!.Value);
        Lead = draft.Lead!.Value;
        Participants = [.. draft.Participants.Select(d => d.Code)];
    }
}
