using DoubleRandom.Access;
using DoubleRandom.Items;

namespace DoubleRandom.Plans.Reading;

/// <summary>A plan as a list shows it.</summary>
/// <param name="Number">Fourteen digits.</param>
/// <param name="Year">The year it is for.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Draft or published.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Tasks">Tasks that stand.</param>
/// <param name="Drawn">Of these, already drawn.</param>
/// <param name="Version">For forms.</param>
/// <param name="Replacements">Cases in which a drawn subject may be replaced; as a rule none.</param>
public sealed record PlanLine(
    string Number, int Year, string Name, PlanState State, DateOnly? PublishedOn, int Tasks, int Drawn, Guid Version, IReadOnlyList<string> Replacements);

/// <summary>An item as a plan prints it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where the item is gone.</param>
/// <param name="Importance">重点 or 一般; null where the item is gone.</param>
public sealed record PlannedItem(string Code, string Name, Importance? Importance);

/// <summary>A task as lists, papers and the export show it.</summary>
/// <param name="Id">Its id: the key of its history.</param>
/// <param name="Number">Eighteen digits.</param>
/// <param name="Draft">What it is.</param>
/// <param name="Items">Its items with their names.</param>
/// <param name="State">What its life has come to.</param>
/// <param name="IsAdjustment">Whether it came into the published plan during the year.</param>
/// <param name="WithdrawnBecause">Why it was withdrawn, or null.</param>
/// <param name="Version">For forms.</param>
public sealed record TaskLine(
    Id<PlanTask> Id, string Number, TaskDraft Draft, IReadOnlyList<PlannedItem> Items, TaskState State, bool IsAdjustment, string? WithdrawnBecause, Guid Version)
{
    /// <summary>First day.</summary>
    public DateOnly From => Draft.From!.Value;

    /// <summary>Last day.</summary>
    public DateOnly To => Draft.To!.Value;

    /// <summary>The department that leads.</summary>
    public Department Lead => Draft.Lead!.Value;

    /// <summary>The conditions in words.</summary>
    public string Whom => Draft.Type == TaskType.Undirected ? PlanWords.Words["undirected"] : FilterWords.Say(Draft.Filter);

    /// <summary>The quota in words.</summary>
    public string HowMany => FilterWords.Say(Draft.Quota);
}

/// <summary>A plan with its tasks.</summary>
/// <param name="Id">Its id: the key of its history.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Tasks">Its tasks by first day and number, withdrawn ones included.</param>
public sealed record PlanDetail(Id<AnnualPlan> Id, PlanLine Plan, IReadOnlyList<TaskLine> Tasks)
{
    /// <summary>Whether 一般 and 重点 items both occur, as the county's order asks of a plan (R6).</summary>
    public bool CoversBoth => Tasks.Where(t => t.State != TaskState.Withdrawn).SelectMany(t => t.Items).Select(i => i.Importance).OfType<Importance>().Distinct().Count() == 2;
}

/// <summary>A task with the plan it stands in.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Task">The task.</param>
public sealed record TaskDetail(PlanLine Plan, TaskLine Task);

/// <summary>Published tasks that wait to be drawn, as far as they concern one person [待抽取的任务].</summary>
/// <param name="Overdue">Published tasks whose first day has passed without a draw.</param>
/// <param name="Due">Published tasks to be drawn, first day within thirty days.</param>
public sealed record WaitingTasks(IReadOnlyList<TaskDetail> Overdue, IReadOnlyList<TaskDetail> Due);
