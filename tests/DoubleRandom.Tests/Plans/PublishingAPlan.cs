using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Plans;

public sealed class PublishingAPlan
{
    [Theory, OnBothDatabases]
    public async Task Only_the_office_publishes_and_only_once(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, _) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);

        (await APlan.PublishAsync(county, TestCounty.As(Role.DepartmentClerk, "SC"), plan)).Refusal!.Code.ShouldBe("access.no-right");
        (await APlan.PublishAsync(county, county.Office, plan)).Value.ShouldBe(plan);
        (await APlan.PublishAsync(county, county.Office, plan)).Refusal!.Code.ShouldBe("plan.already-published");

        var read = (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!;
        (read.Plan.State, read.Plan.PublishedOn).ShouldBe((PlanState.Published, new DateOnly(2026, 3, 2)));
        read.CoversBoth.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task All_eight_fields_must_be_there_and_each_fault_names_its_task(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var open = ATask.Of("SC-0001") with { Name = "没有参与部门", Participants = [] };
        var bare = ATask.Of() with { Name = "没有事项" };
        var (plan, _) = await APlan.For(2026).With(open).With(bare).DraftedAsync(county);
        var (empty, _) = await APlan.For(2026).DraftedAsync(county);

        var refusal = (await APlan.PublishAsync(county, county.Office, plan)).Refusal!;

        refusal.All.Select(r => (r.Code, r.Article)).ShouldBe([("task.participants-missing", "R7"), ("task.items-missing", "R7")]);
        refusal.Because.ShouldContain("没有参与部门");
        (await APlan.PublishAsync(county, county.Office, empty)).Refusal!.Code.ShouldBe("plan.no-tasks");
    }

    [Theory, OnBothDatabases]
    public async Task An_item_retired_since_keeps_the_plan_from_being_published(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, _) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);
        await county.ReadAsync(async db =>
        {
            (await db.Items.SingleAsync(i => i.Code == "SC-0001")).Retire();
            return await db.CommitAsync(county.Office, new Act("item.retired"));
        });

        (await APlan.PublishAsync(county, county.Office, plan)).Refusal!.Code.ShouldBe("task.item-unpublished");
    }

    [Theory, OnBothDatabases]
    public async Task Published_tasks_are_fixed_and_the_office_alone_adjusts_with_a_reason(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).PublishedAsync(county);
        var task = (await county.AskAsync((PlanReader r) => r.TaskAsync(tasks[0])))!.Task;
        var clerk = TestCounty.As(Role.DepartmentClerk, "SC");

        (await county.AskAsync((ChangeTask c) => c.RunAsync(county.Office, tasks[0], task.Draft, task.Version))).Refusal!.Code.ShouldBe("plan.published-fixed");
        (await county.AskAsync((RemoveTask r) => r.RunAsync(county.Office, tasks[0]))).Refusal!.Code.ShouldBe("task.not-draft");
        (await county.AskAsync((AddTask a) => a.RunAsync(clerk, plan, ATask.Of("SC-0001"), "投诉增多"))).Refusal!.Code.ShouldBe("plan.published-fixed");
        (await county.AskAsync((AddTask a) => a.RunAsync(county.Office, plan, ATask.Of("SC-0001")))).Refusal!.Code.ShouldBe("reason.missing");
        (await county.AskAsync((AddTask a) => a.RunAsync(county.Office, plan, ATask.Of("SC-0001") with { Participants = [] }, "投诉增多"))).Refusal!.Code.ShouldBe("task.participants-missing");

        var added = (await county.AskAsync((AddTask a) => a.RunAsync(county.Office, plan, ATask.Of("SC-0001"), "投诉增多"))).Value;

        var line = (await county.AskAsync((PlanReader r) => r.TaskAsync(added)))!.Task;
        line.IsAdjustment.ShouldBeTrue();
        var trail = await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<PlanTask>(), line.Id.ToString()));
        (trail[0].Act, trail[0].Reason).ShouldBe(("task.added-in-year", "投诉增多"));
    }

    [Theory, OnBothDatabases]
    public async Task A_task_is_withdrawn_with_a_reason_before_its_draw_only(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).PublishedAsync(county);
        var (_, drafts) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);
        await county.ReadAsync(async db =>
        {
            (await db.Tasks.SingleAsync(t => t.Number == tasks[1])).TakeDrawn();
            return await db.CommitAsync(county.Office, new Act("task.drawn"));
        });

        (await WithdrawAsync(county, tasks[0], " ")).Refusal!.Code.ShouldBe("reason.missing");
        (await WithdrawAsync(county, drafts[0], "误录")).Refusal!.Code.ShouldBe("task.draft-withdraw");
        (await WithdrawAsync(county, tasks[1], "误录")).Refusal!.Code.ShouldBe("task.already-drawn");
        (await WithdrawAsync(county, tasks[0], "与专项检查重复")).Value.ShouldBe(tasks[0]);
        (await WithdrawAsync(county, tasks[0], "再次")).Refusal!.Code.ShouldBe("task.already-withdrawn");

        var read = (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!;
        read.Plan.Tasks.ShouldBe(1);
        read.Tasks.Single(t => t.Number == tasks[0]).WithdrawnBecause.ShouldBe("与专项检查重复");
    }

    [Theory, OnBothDatabases]
    public async Task The_public_sees_published_plans_only_and_to_dos_put_the_overdue_apart(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, _) = await APlan.For(2026).With(ATask.Of("SC-0001")).PublishedAsync(county);
        var (_, drafted) = await APlan.For(2026).With(ATask.Of("SC-0001")).DraftedAsync(county);

        (await county.AskAsync((PlanReader r) => r.PublicAsync())).Select(p => p.Plan.Number).ShouldBe([plan]);
        (await county.AskAsync((PlanReader r) => r.PublicTaskAsync(drafted[0]))).ShouldBeNull();

        var now = await county.AskAsync((PlanReader r) => r.WaitingTasksAsync(county.Office));
        (now.Due.Count, now.Overdue.Count).ShouldBe((1, 0));
        county.Clock.Advance(TimeSpan.FromDays(60));
        var later = await county.AskAsync((PlanReader r) => r.WaitingTasksAsync(TestCounty.As(Role.DepartmentClerk, "SC")));
        (later.Due.Count, later.Overdue.Count).ShouldBe((0, 1));
        (await county.AskAsync((PlanReader r) => r.WaitingTasksAsync(TestCounty.As(Role.DepartmentClerk, "GA")))).Overdue.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_the_office_did_not_see_is_not_published(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).DraftedAsync(county);

        foreach (var act in ActsOnADraft(plan, tasks))
        {
            var seen = (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!.Plan.Version;
            (await county.AskAsync(act)).Refusal.ShouldBeNull();

            (await county.AskAsync((PublishPlan p) => p.RunAsync(county.Office, plan, seen))).Refusal!.Code.ShouldBe("row.changed-meanwhile");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_task_changed_while_the_plan_is_published_is_refused(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        for (var act = 0; act < 3; act++)
        {
            var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).DraftedAsync(county);

            var late = await county.AskAsync(async (IServiceProvider request) =>
            {
                // The request has read the plan as a draft when the publication commits.
                (await request.GetRequiredService<SupervisionDb>().Plans.SingleAsync(p => p.Number == plan)).State.ShouldBe(PlanState.Draft);
                (await APlan.PublishAsync(county, county.Office, plan)).Refusal.ShouldBeNull();
                return await ActsOnADraft(plan, tasks)[act](request);
            });

            late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
            (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!.Tasks.Select(t => (t.Number, t.Draft.Name)).ShouldBe([(tasks[0], ATask.Of().Name), (tasks[1], ATask.Of().Name)]);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_published_while_a_task_changes_is_refused(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (plan, tasks) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).DraftedAsync(county);
        var seen = (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!.Plan.Version;

        var late = await county.AskAsync(async (IServiceProvider request) =>
        {
            await request.GetRequiredService<SupervisionDb>().Plans.SingleAsync(p => p.Number == plan);
            (await county.AskAsync(ActsOnADraft(plan, tasks)[1])).Refusal.ShouldBeNull();
            return await request.GetRequiredService<PublishPlan>().RunAsync(county.Office, plan, seen);
        });

        late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
        (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!.Plan.State.ShouldBe(PlanState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task Every_published_plan_is_shown_with_its_own_tasks(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var (first, ofFirst) = await APlan.For(2026).With(ATask.Of("SC-0001")).With(ATask.Of("SC-0001")).PublishedAsync(county);
        var (second, ofSecond) = await APlan.For(2026).With(ATask.Of("SC-0001")).PublishedAsync(county);

        var shown = await county.AskAsync((PlanReader r) => r.PublicAsync(2026));

        shown.Select(p => p.Plan.Number).ShouldBe([first, second]);
        shown.Select(p => p.Plan.Tasks).ShouldBe([2, 1]);
        shown[0].Tasks.Select(t => t.Number).ShouldBe(ofFirst);
        shown[1].Tasks.Select(t => t.Number).ShouldBe(ofSecond);
        (await county.AskAsync((ItemReader r) => r.PublishedAmongAsync(["SC-0001", "SC-0404"]))).ShouldBe(["SC-0001"]);
    }

    [Fact]
    public async Task The_export_begins_with_the_eight_obligatory_fields()
    {
        await using var county = await CountyAsync(DatabaseKind.Sqlite);
        var (plan, _) = await APlan.For(2026).With(ATask.Of("SC-0001")).PublishedAsync(county);
        var detail = (await county.AskAsync((PlanReader r) => r.FindAsync(plan)))!;
        using var file = new MemoryStream();

        PlanExport.Write(file, detail, detail.Tasks);

        file.Position = 0;
        var rows = MiniExcelLibs.MiniExcel.Query(file).Select(row => ((IDictionary<string, object?>)row).Values.Select(v => v?.ToString()).ToArray()).ToArray();
        rows[0][..8].ShouldBe(["抽查计划名称", "抽查任务名称", "抽查类型", "抽查事项", "抽查对象", "抽查日期", "发起部门", "参与部门"]);
        rows[1][5].ShouldBe("2026年4月1日至2026年6月30日");
        rows[1][7].ShouldBe("公安");
    }

    /// <summary>Adding, changing and removing, each by the clerk of the leading department.</summary>
    private static Func<IServiceProvider, Task<Outcome<string>>>[] ActsOnADraft(string plan, IReadOnlyList<string> tasks)
    {
        var clerk = TestCounty.As(Role.DepartmentClerk, "SC");
        return
        [
            request => request.GetRequiredService<AddTask>().RunAsync(clerk, plan, ATask.Of("SC-0001")),
            async request =>
            {
                var version = await request.GetRequiredService<SupervisionDb>().Tasks.Where(t => t.Number == tasks[0]).Select(t => t.Version).SingleAsync();
                return await request.GetRequiredService<ChangeTask>().RunAsync(clerk, tasks[0], ATask.Of("SC-0001") with { Name = "改名" }, version);
            },
            request => request.GetRequiredService<RemoveTask>().RunAsync(clerk, tasks[1]),
        ];
    }

    private static async Task<TestCounty> CountyAsync(DatabaseKind database)
    {
        var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", cap: BasisPoints.Of(1_000));
        await county.AddSubjectsAsync(100);
        return county;
    }

    private static Task<Outcome<string>> WithdrawAsync(TestCounty county, string number, string reason) =>
        county.AskAsync((WithdrawTask w) => w.RunAsync(county.Office, number, reason));
}
