using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Inspections;
using DoubleRandom.Publication;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Inspections;

public sealed class CorrectingAResult
{
    private static readonly WrittenResult Corrected = AVisit.ASheetWith("SC-0001", line => line with
    {
        Codes = [ResultCode.NotDisclosed],
        Found = "年报地址未更新",
        Disposals = [Disposal.OrderedToCorrect],
    });

    [Theory, OnBothDatabases]
    public async Task A_correction_gives_a_new_edition_and_the_former_one_stays_visible(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);
        var correction = (await AskAsync(visit, AVisit.Leader, Corrected)).Value;
        (await StandingAsync(visit)).ShouldAllBe(r => r.Edition == 1);

        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(AVisit.Reviewer, correction))).ShouldBeNull();

        var all = await county.AskAsync((ResultRegister r) => r.OfVisitAsync(TestCounty.Menghai, visit.Id));
        all.Select(r => r.Edition).ShouldBe([2, 2, 1, 1]);
        all[1].Codes.ShouldBe([ResultCode.NotDisclosed]);
        all[1].Reason.ShouldBe("企业提出异议，经核查属实");
        all[3].Codes.ShouldBe([ResultCode.NoProblem]);
        all[3].SupersededAt.ShouldBe(county.Clock.Now());
        (await county.ReadAsync(db => db.ResultEditions.CountAsync())).ShouldBe(2);
        (await visit.StateAsync()).ShouldBe(VisitState.Published);
    }

    [Theory, OnBothDatabases]
    public async Task The_history_of_a_visit_tells_what_was_asked_and_declined_and_each_act_once(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);
        foreach (var approves in new[] { false, true })
        {
            var correction = (await AskAsync(visit, AVisit.Leader, Corrected)).Value;
            (await county.AskAsync((CorrectResult c) => approves
                ? c.ApproveAsync(AVisit.Reviewer, correction)
                : c.DeclineAsync(AVisit.Reviewer, correction, "原结果无误"))).ShouldBeNull();
        }

        var trail = await county.AskAsync((TrailReader r) => r.OfWholeAsync(StoredKind.Of<Visit>(), visit.Id.ToString()));

        trail.Select(line => line.Act).Distinct().Take(4).ShouldBe(["result.corrected", "correction.asked", "correction.declined", "result.published"]);
        trail.Single(line => line.Act == "correction.declined").Reason.ShouldBe("原结果无误");
        trail.Select(line => line.Kind).Distinct().ShouldBe([StoredKind.Of<ResultCorrection>(), StoredKind.Of<Visit>()], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_takes_a_reason_a_change_and_a_second_person(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);
        var both = new Actor
        {
            Account = new Guid(920, 0, 0, new byte[8]),
            Name = "双岗",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.Reviewer, Department.MarketSupervision), new(Role.DepartmentClerk, Department.MarketSupervision)],
        };

        (await AskAsync(visit, AVisit.Leader, Corrected, "")).Refusal!.Field.ShouldBe("Reason");
        (await AskAsync(visit, AVisit.Leader, AVisit.ASheet())).Refusal!.Code.ShouldBe("correction.nothing-changed");
        (await AskAsync(visit, AVisit.Stranger, Corrected)).Refusal!.Code.ShouldBe("visit.no-such");
        var correction = (await AskAsync(visit, both, Corrected)).Value;
        (await AskAsync(visit, AVisit.Leader, Corrected)).Refusal!.Code.ShouldBe("correction.waits");
        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(both, correction)))!.Code.ShouldBe("decision.asker-decides");
        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(TestCounty.As(Role.Reviewer, "NY"), correction)))!.Code.ShouldBe("access.other-department");
    }

    [Theory, OnBothDatabases]
    public async Task A_declined_correction_leaves_what_is_published(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);
        var correction = (await AskAsync(visit, AVisit.Leader, Corrected)).Value;

        (await county.AskAsync((CorrectResult c) => c.DeclineAsync(AVisit.Reviewer, correction, "证据不足"))).ShouldBeNull();

        (await StandingAsync(visit)).ShouldAllBe(r => r.Edition == 1);
        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(AVisit.Reviewer, correction)))!.Code.ShouldBe("decision.already-decided");
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_corrections_asked_for_at_the_same_moment_one_waits(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);

        var late = await county.AskAsync((IServiceProvider scope) =>
        {
            scope.BeforeSave(1, async () => (await AskAsync(visit, AVisit.Leader, Corrected)).Refusal.ShouldBeNull());
            return scope.GetRequiredService<CorrectResult>().AskAsync(AVisit.Member, visit.Id, Corrected, "企业提出异议");
        });

        late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
        (await county.ReadAsync(db => db.ResultCorrections.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_published_is_not_corrected()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.SubmittedAsync(county);
        (await AskAsync(visit, AVisit.Leader, Corrected)).Refusal!.Code.ShouldBe("correction.not-published");
    }

    private static Task<Outcome<Id<ResultCorrection>>> AskAsync(AVisit visit, Actor actor, WrittenResult written, string reason = "企业提出异议，经核查属实") =>
        visit.County.AskAsync((CorrectResult c) => c.AskAsync(actor, visit.Id, written, reason));

    private static Task<List<PublishedResult>> StandingAsync(AVisit visit) =>
        visit.County.ReadAsync(db => db.PublishedResults.Where(r => r.SupersededAt == null).ToListAsync());
}
