using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Plans;

public sealed class WritingATask
{
    private static readonly Actor SupervisionClerk = TestCounty.As(Role.DepartmentClerk, "SC");

    [Theory, OnBothDatabases]
    public async Task Plans_have_fourteen_digits_and_tasks_eighteen(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);

        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).DraftedAsync(county);
        var (next, _) = await APlan.For(2026).DraftedAsync(county);

        (plan, next).ShouldBe(("53282220261001", "53282220261002"));
        tasks.ShouldBe(["532822202603021001", "532822202603021002"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_written_is_read_back_and_its_audit_entry_says_who(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var filter = new SubjectFilter(["532822102", "532822101"], [SubjectKind.Individual], [" c15"], [RiskClass.A], ["茶叶加工"]);
        await county.AddSubjectsAsync(20, tag: "茶叶加工");

        var (_, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001").Directed(filter).Asking(RiskClass.A, 1_000)).DraftedAsync(county);

        var task = (await county.AskAsync((PlanReader r) => r.TaskAsync(tasks[0])))!.Task;
        task.Whom.ShouldBe("勐海镇、打洛镇的个体工商户，行业代码以 C15 开头，信用风险等级为 A 级，带有“茶叶加工”标签");
        task.HowMany.ShouldBe("A 级 10%");
        task.Items.Single().ShouldBe(new PlannedItem("SC-0001", "SC-0001 的检查", Importance.General));
        var trail = await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<PlanTask>(), task.Id.ToString()));
        trail.Single().ShouldSatisfyAllConditions(t => t.Act.ShouldBe("task.added"), t => t.Who.ShouldBe(county.Office.Name), t => t.After!.ShouldContain("C15"));
    }

    [Theory, OnBothDatabases]
    public async Task A_department_writes_what_it_leads_and_nothing_else(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);
        var police = TestCounty.As(Role.DepartmentClerk, "GA");

        (await county.AskAsync((AddTask a) => a.RunAsync(SupervisionClerk, plan, ATask.Of("SC-0001")))).Refusal.ShouldBeNull();
        (await county.AskAsync((AddTask a) => a.RunAsync(police, plan, ATask.Of("SC-0001")))).Refusal!.Code.ShouldBe("access.other-department");
        (await ChangeAsync(county, police, tasks[0], d => d with { Name = "改名" })).Refusal!.Code.ShouldBe("access.other-department");
        (await ChangeAsync(county, SupervisionClerk, tasks[0], d => d with { Lead = Department.Parse("GA", null), Participants = [Department.MarketSupervision] }))
            .Refusal!.Code.ShouldBe("access.other-department");
        (await county.AskAsync((RemoveTask r) => r.RunAsync(police, tasks[0]))).Refusal!.Code.ShouldBe("access.other-department");
        (await county.AskAsync((AddPlan a) => a.RunAsync(SupervisionClerk, 2026, "计划"))).Refusal!.Code.ShouldBe("access.no-right");
        (await county.AskAsync((AddTask a) => a.RunAsync(TestCounty.As(Role.Auditor), plan, ATask.Of("SC-0001")))).Refusal!.Code.ShouldBe("access.no-right");
    }

    [Theory, OnBothDatabases]
    public async Task The_second_editor_is_told_and_a_copy_or_removal_is_possible_in_a_draft(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);
        var seen = (await county.AskAsync((PlanReader r) => r.TaskAsync(tasks[0])))!.Task;

        (await ChangeAsync(county, county.Office, tasks[0], d => d with { Name = "先到" })).Refusal.ShouldBeNull();
        (await county.AskAsync((ChangeTask c) => c.RunAsync(SupervisionClerk, tasks[0], seen.Draft, seen.Version))).Refusal!.Code.ShouldBe("row.changed-meanwhile");

        var copy = (await county.AskAsync((CopyTask c) => c.RunAsync(SupervisionClerk, tasks[0], plan))).Value;
        (await county.AskAsync((PlanReader r) => r.TaskAsync(copy)))!.Task.Draft.Name.ShouldBe("先到（副本）");
        (await county.AskAsync((RemoveTask r) => r.RunAsync(SupervisionClerk, copy))).Value.ShouldBe(plan);
        (await county.AskAsync((PlanReader r) => r.TaskAsync(copy))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_form_sent_twice_makes_one_plan_and_one_task(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        Guid[] forms = [Uuid7.New(county.Clock), Uuid7.New(county.Clock), Uuid7.New(county.Clock)];
        Task<Outcome<string>> PlanAsync(IServiceProvider request) => request.GetRequiredService<AddPlan>().RunAsync(county.Office, 2026, "年度计划", form: forms[0]);
        var plan = await TwiceAsync(county, PlanAsync);
        Task<Outcome<string>> AddAsync(IServiceProvider request) => request.GetRequiredService<AddTask>().RunAsync(county.Office, plan, ATask.Of("SC-0001"), form: forms[1]);
        var task = await TwiceAsync(county, AddAsync);
        Task<Outcome<string>> CopyAsync(IServiceProvider request) => request.GetRequiredService<CopyTask>().RunAsync(county.Office, task, plan, form: forms[2]);
        var copy = await TwiceAsync(county, CopyAsync);

        (await county.AskAsync((PlanReader r) => r.ListAsync())).Select(p => p.Number).ShouldBe([plan]);
        (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!.Tasks.Select(t => t.Number).ShouldBe([task, copy]);
    }

    [Fact]
    public async Task A_form_that_brings_the_id_of_something_else_makes_nothing_of_it()
    {
        await using var county = await CountyAsync(DatabaseKind.Sqlite);
        var form = Uuid7.New(county.Clock);
        (await county.AskAsync((AddPlan a) => a.RunAsync(county.Office, 2026, "年度计划", form: form))).Refusal.ShouldBeNull();

        (await county.AskAsync((AddPlan a) => a.RunAsync(county.Office, 2026, "另一个计划", form: form))).Refusal!.Code.ShouldBe("row.exists-already");
    }

    [Fact]
    public async Task A_copy_into_next_years_plan_moves_its_days()
    {
        await using var county = await CountyAsync(DatabaseKind.Sqlite);
        var (_, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);
        var (next, _) = await APlan.For(2027).DraftedAsync(county);

        var copy = (await county.AskAsync((CopyTask c) => c.RunAsync(county.Office, tasks[0], next))).Value;

        (await county.AskAsync((PlanReader r) => r.TaskAsync(copy)))!.Task.From.ShouldBe(new DateOnly(2027, 4, 1));
    }

    /// <summary>Sends one form while it is being sent, and once more afterwards; all are answered alike.</summary>
    private static async Task<string> TwiceAsync(TestCounty county, Func<IServiceProvider, Task<Outcome<string>>> send)
    {
        var first = "";
        var second = (await county.AskAsync((IServiceProvider request) =>
        {
            request.BeforeSave(1, async () => first = (await county.AskAsync(send)).Value);
            return send(request);
        })).Value;
        second.ShouldBe(first);
        (await county.AskAsync(send)).Value.ShouldBe(first);
        return first;
    }

    private static async Task<TestCounty> CountyAsync(DatabaseKind database)
    {
        var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", cap: BasisPoints.Of(1_000));
        await county.AddSubjectsAsync(100);
        return county;
    }

    private static async Task<Outcome<string>> ChangeAsync(TestCounty county, Actor actor, string number, Func<TaskDraft, TaskDraft> change)
    {
        var task = (await county.AskAsync((PlanReader r) => r.TaskAsync(number)))!.Task;
        return await county.AskAsync((ChangeTask c) => c.RunAsync(actor, number, change(task.Draft), task.Version));
    }
}
