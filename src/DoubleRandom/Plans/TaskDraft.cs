using DoubleRandom.Access;

namespace DoubleRandom.Plans;

/// <summary>What somebody wants a task to be [任务草稿], before it is checked; null where nothing was entered.</summary>
/// <param name="Name">抽查任务名称, at most 200 characters.</param>
/// <param name="Type">定向 or 不定向.</param>
/// <param name="Items">Codes of the items.</param>
/// <param name="Filter">Conditions of the pool.</param>
/// <param name="Quota">How many.</param>
/// <param name="From">First day of the inspections.</param>
/// <param name="To">Last day of the inspections.</param>
/// <param name="Lead">The department that leads.</param>
/// <param name="Participants">The departments that join, without the lead.</param>
public sealed record TaskDraft(
    string Name,
    TaskType Type,
    IReadOnlyList<string> Items,
    SubjectFilter Filter,
    QuotaWish Quota,
    DateOnly? From,
    DateOnly? To,
    Department? Lead,
    IReadOnlyList<Department> Participants)
{
    /// <summary>The draft of a stored task.</summary>
    public static TaskDraft Of(PlanTask task) => new(
        task.Name, task.Type, task.Items, task.Filter, task.Quota, task.From, task.To, task.Lead,
        [.. task.Participants.Select(code => Department.Parse(code, null))]);

    /// <summary>The same draft with lists in one order, each entry once.</summary>
    internal TaskDraft Tidy() => this with
    {
        Name = Name.Trim(),
        Items = [.. Items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Filter = Filter.Tidy(),
        Quota = Quota with { Shares = new SortedDictionary<Directories.RiskClass, int>(Quota.Shares.ToDictionary()) },
        Participants = [.. Participants.Distinct().Order()],
    };
}
