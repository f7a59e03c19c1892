using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Plans;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Demo;

/// <summary>The plan of the demo county's year 2026 [演示年度计划] with six joint tasks.</summary>
internal sealed class DemoPlan : IDemoStep
{
    private static readonly Words Words = new(typeof(DemoPlan));

    public string Tells => "plan";

    /// <summary>Writes the plan and publishes it; its first two tasks are those that are drawn.</summary>
    public async Task RunAsync(DemoStage demo, CancellationToken stop)
    {
        var office = await demo.ActorAsync("office");
        var plan = await demo.AskAsync((AddPlan a) => a.RunAsync(office, 2026, Words.InChinese("plan"), stop: stop));
        var numbers = new List<string>();
        foreach (var task in Tasks())
        {
            numbers.Add(await demo.AskAsync((AddTask a) => a.RunAsync(office, plan, task, null, stop: stop)));
        }

        var seen = await demo.ReadAsync(db => db.Plans.Where(p => p.Number == plan).Select(p => p.Version).SingleAsync(stop));
        await demo.AskAsync((PublishPlan p) => p.RunAsync(office, plan, seen, null, stop));
        demo.Tasks = (numbers[0], numbers[1]);
    }

    private static IEnumerable<TaskDraft> Tasks() =>
    [
        Task("tea", "SC", QuotaWish.Of((RiskClass.A, BasisPoints.Of(20)), (RiskClass.B, BasisPoints.Of(50)), (RiskClass.C, BasisPoints.Of(200)), (RiskClass.D, BasisPoints.Of(500))), 3, 4, "SC-0302", "RS-0101"),
        Task("pesticide", "NY", QuotaWish.Of(12), 4, 5, "NY-0101", "SC-0401"),
        Task("hotel", "GA", QuotaWish.Of(4), 6, 7, "GA-0101", "SC-0601", "WJ-0101"),
        Task("tutoring", "JY", QuotaWish.Of(1), 7, 8, "JY-0101", "SC-0601"),
        Task("licence", "SC", QuotaWish.Of((RiskClass.A, BasisPoints.Of(5)), (RiskClass.B, BasisPoints.Of(10)), (RiskClass.C, BasisPoints.Of(50)), (RiskClass.D, BasisPoints.Of(100))), 9, 10, "SC-0103", "SS-0101"),
        Task("repair", "JT", QuotaWish.Of(5), 10, 11, "JT-0102", "SC-0401"),
    ];

    /// <summary>One task; its tag stands in the words as <c>key.tag</c>, "" for an undirected one.</summary>
    private static TaskDraft Task(string key, string lead, QuotaWish quota, int from, int to, params string[] items)
    {
        var tag = Words.InChinese(key + ".tag");
        var departments = items.Select(code => Department.Parse(code[..2], null)).Distinct().ToArray();
        return new TaskDraft(
            Words.InChinese(key),
            tag == "-" ? TaskType.Undirected : TaskType.Directed,
            items,
            tag == "-" ? SubjectFilter.None : SubjectFilter.None with { Tags = [tag] },
            quota,
            new DateOnly(2026, from, from == 3 ? 9 : 1),
            new DateOnly(2026, to, 30),
            Department.Parse(lead, null),
            [.. departments.Where(d => d.Code != lead)]);
    }
}
