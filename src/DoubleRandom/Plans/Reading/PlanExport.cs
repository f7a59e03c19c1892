using DoubleRandom.Sheets;

namespace DoubleRandom.Plans.Reading;

/// <summary>Writes a plan as XLSX [导出计划]: the eight obligatory fields (R7) first, then number, quota and state.</summary>
public static class PlanExport
{
    private static readonly Words Words = new(typeof(PlanExport));
    private static readonly string[] Headers = ["plan", "task", "type", "items", "whom", "days", "lead", "participants", "number", "quota", "state"];

    /// <summary>One row per task given; the stream stays open.</summary>
    public static void Write(Stream to, PlanDetail plan, IEnumerable<TaskLine> tasks) =>
        SheetWriter.Write(to, [Sheet(plan.Plan.Number, tasks.Select(task => (plan.Plan, task)))]);

    /// <summary>Tasks of one or several plans, one row each.</summary>
    public static SheetPage Sheet(string name, IEnumerable<(PlanLine Plan, TaskLine Task)> tasks) =>
        new(name, [.. Headers.Select(h => Words[h])], tasks.Select(t => Row(t.Plan, t.Task)));

    private static IReadOnlyList<object?> Row(PlanLine plan, TaskLine task) =>
    [
        plan.Name,
        task.Draft.Name,
        PlanWords.Of(task.Draft.Type),
        string.Join(PlanWords.Words["comma"], task.Items.Select(i => $"{i.Code} {i.Name}")),
        task.Whom,
        Words.Say("from-to", task.From, task.To),
        task.Lead.Name,
        string.Join(PlanWords.Words["comma"], task.Draft.Participants.Select(d => d.Name)),
        task.Number,
        task.HowMany,
        PlanWords.Of(task.State),
    ];
}
