using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;

namespace DoubleRandom.Testing;

/// <summary>
/// Builds a plan through the product's own use cases: <c>await APlan.For(2026).With(ATask.Of("SC-0001")).PublishedAsync(county)</c>.
/// Items and subjects must be there before.
/// </summary>
public sealed class APlan
{
    private readonly int year;
    private readonly List<TaskDraft> tasks = [];

    private APlan(int year) => this.year = year;

    /// <summary>A plan of that year, still without tasks.</summary>
    public static APlan For(int year) => new(year);

    /// <summary>With one more task.</summary>
    public APlan With(TaskDraft task)
    {
        tasks.Add(task);
        return this;
    }

    /// <summary>Written by the office, not published: the plan's number, and its tasks' numbers in the order given.</summary>
    public async Task<(string Plan, IReadOnlyList<string> Tasks)> DraftedAsync(TestCounty county)
    {
        var plan = (await county.AskAsync((AddPlan a) => a.RunAsync(county.Office, year, $"勐海县{year}年度部门联合抽查计划"))).Value;
        List<string> numbers = [];
        foreach (var task in tasks)
        {
            numbers.Add((await county.AskAsync((AddTask a) => a.RunAsync(county.Office, plan, task))).Value);
        }

        return (plan, numbers);
    }

    /// <summary>Written and published by the office.</summary>
    public async Task<(string Plan, IReadOnlyList<string> Tasks)> PublishedAsync(TestCounty county)
    {
        var drafted = await DraftedAsync(county);
        _ = (await PublishAsync(county, county.Office, drafted.Plan)).Value;
        return drafted;
    }

    /// <summary>Publishes a plan as it is now.</summary>
    public static async Task<Outcome<string>> PublishAsync(TestCounty county, Actor actor, string number)
    {
        var plan = await county.AskAsync((PlanReader r) => r.FindAsync(number));
        return await county.AskAsync((PublishPlan p) => p.RunAsync(actor, number, plan?.Plan.Version ?? default));
    }
}

/// <summary>Drafts of tasks with lawful defaults: led by market supervision, joined by public security, April to June 2026, 10 % of every class.</summary>
public static class ATask
{
    /// <summary>An undirected task with these items.</summary>
    public static TaskDraft Of(params IReadOnlyList<string> items) => new(
        "茶叶经营户联合抽查",
        TaskType.Undirected,
        items,
        SubjectFilter.None,
        QuotaWish.OfEach(BasisPoints.Of(1_000)),
        new DateOnly(2026, 4, 1),
        new DateOnly(2026, 6, 30),
        Department.MarketSupervision,
        [Department.Parse("GA", null)]);

    /// <summary>The same, narrowed by conditions.</summary>
    public static TaskDraft Directed(this TaskDraft draft, SubjectFilter filter) => draft with { Type = TaskType.Directed, Filter = filter };

    /// <summary>The same, asking for a count.</summary>
    public static TaskDraft Asking(this TaskDraft draft, int count) => draft with { Quota = QuotaWish.Of(count) };

    /// <summary>The same, asking for a share of one class.</summary>
    public static TaskDraft Asking(this TaskDraft draft, RiskClass risk, int basisPoints) => draft with { Quota = new(null, new Dictionary<RiskClass, int> { [risk] = basisPoints }) };
}
