using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Inspections;

public sealed class ReviewingAResult
{
    [Theory, OnBothDatabases]
    public async Task Approval_publishes_at_once_one_row_per_item_with_the_deadline_it_kept(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);

        (await visit.ApproveAsync(AVisit.Reviewer)).ShouldBeNull();

        (await visit.StateAsync()).ShouldBe(VisitState.Published);
        var rows = await county.ReadAsync(db => db.PublishedResults.OrderBy(r => r.Item).ToListAsync());
        rows.Select(r => r.Item).ShouldBe(["NY-0001", "SC-0001"]);
        rows[0].Codes.ShouldBe([ResultCode.CorrectedOnOrder]);
        rows[0].Department.Code.ShouldBe("NY");
        rows[1].DueOn.ShouldBe(new DateOnly(2026, 4, 7));
        rows.ShouldAllBe(r => r.Edition == 1 && r.SupersededAt == null && r.TaskNumber == AVisit.Draw && r.PublishedAt == county.Clock.Now());
    }

    [Theory, OnBothDatabases]
    public async Task The_second_person_neither_wrote_on_the_result_nor_was_on_the_team(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        county.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero));
        var both = new Actor
        {
            Account = new Guid(910, 0, 0, new byte[8]),
            Name = "双岗",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.Reviewer, Department.MarketSupervision), new(Role.DepartmentClerk, Department.MarketSupervision)],
        };
        var onTheTeam = new Actor
        {
            Account = new Guid(911, 0, 0, new byte[8]),
            Name = "检查员2",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.Reviewer, Department.MarketSupervision)],
            InspectorNumber = "SC0002",
        };
        var draft = await county.AskAsync((RecordResult r) => r.SaveAsync(both, visit.Id, Guid.Empty, AVisit.ASheet()));
        await county.AskAsync((RecordResult r) => r.SubmitAsync(AVisit.Leader, visit.Id, draft.Value, AVisit.ASheet()));

        (await visit.ApproveAsync(both))!.Code.ShouldBe("review.own-hand");
        (await visit.ApproveAsync(onTheTeam))!.Code.ShouldBe("review.on-the-team");
        (await visit.ApproveAsync(AVisit.Reviewer)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_leading_departments_reviewers_decide(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);

        (await visit.ApproveAsync(TestCounty.As(Role.Reviewer, "NY")))!.Code.ShouldBe("access.other-department");
        (await visit.ApproveAsync(TestCounty.As(Role.Reviewer, "GA")))!.Code.ShouldBe("visit.no-such");
        (await visit.ApproveAsync(TestCounty.As(Role.Reviewer, "SC", county: Jurisdiction.Parse("532801", null))))!.Code.ShouldBe("visit.no-such");
        (await visit.ApproveAsync(AVisit.Clerk))!.Code.ShouldBe("access.no-right");
        (await visit.ApproveAsync(county.Office))!.Code.ShouldBe("access.no-right");
        (await visit.ApproveAsync(AVisit.Head)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_returned_result_names_its_reason_is_mended_and_submitted_again(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);
        var seen = await visit.VersionAsync(visit.Id);

        (await county.AskAsync((ReviewResult r) => r.ReturnAsync(AVisit.Reviewer, visit.Id, seen, "")))!.Field.ShouldBe("Reason");
        (await county.AskAsync((ReviewResult r) => r.ReturnAsync(AVisit.Reviewer, visit.Id, seen, "缺少现场照片说明"))).ShouldBeNull();
        (await visit.StateAsync()).ShouldBe(VisitState.Returned);
        (await county.ReadAsync(db => db.InspectionResults.SingleAsync())).ReturnReason.ShouldBe("缺少现场照片说明");

        var again = await visit.VersionAsync(visit.Id);
        (await county.AskAsync((RecordResult r) => r.SubmitAsync(AVisit.Leader, visit.Id, again, AVisit.ASheet()))).Refusal.ShouldBeNull();
        (await visit.ApproveAsync(AVisit.Reviewer)).ShouldBeNull();
        (await visit.ApproveAsync(AVisit.Reviewer))!.Code.ShouldBe("result.not-in-review");
    }

    [Theory, OnBothDatabases]
    public async Task A_reviewer_who_looked_at_an_older_version_is_told(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);
        (await county.AskAsync((ReviewResult r) => r.ApproveAsync(AVisit.Reviewer, visit.Id, Guid.Empty)))!.Code.ShouldBe("row.changed-meanwhile");
        (await visit.StateAsync()).ShouldBe(VisitState.AwaitingReview);
    }

    [Theory, OnBothDatabases]
    public async Task Results_approved_at_the_same_moment_are_all_published_and_the_last_completes_the_task(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county, subjects: 6);

        var refusals = await Task.WhenAll(visit.Visits.Select((id, i) => Task.Run(() => visit.ApproveAsync(i % 2 == 0 ? AVisit.Head : AVisit.Reviewer, id))));

        refusals.ShouldAllBe(refusal => refusal == null);
        (await county.ReadAsync(db => db.Tasks.Select(t => t.State).SingleAsync())).ShouldBe(TaskState.Completed);
        (await county.ReadAsync(db => db.ResultEditions.OrderBy(e => e.LogIndex).Select(e => e.LogIndex).ToListAsync())).ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Theory, OnBothDatabases]
    public async Task A_task_is_completed_when_the_last_of_its_results_is_published(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county, subjects: 2);
        Task<TaskState> TaskAsync() => county.ReadAsync(db => db.Tasks.Select(t => t.State).SingleAsync());

        (await visit.ApproveAsync(AVisit.Reviewer, visit.Visits[0])).ShouldBeNull();
        (await TaskAsync()).ShouldBe(TaskState.Drawn);
        (await visit.ApproveAsync(AVisit.Reviewer, visit.Visits[1])).ShouldBeNull();
        (await TaskAsync()).ShouldBe(TaskState.Completed);
    }
}
