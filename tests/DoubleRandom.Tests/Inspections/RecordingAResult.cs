using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Inspections;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Inspections;

public sealed class RecordingAResult
{
    [Theory, OnBothDatabases]
    public async Task A_draft_keeps_whatever_is_typed_and_moves_its_version(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        var halfWritten = AVisit.ASheet(_ => new ResultSheet { LeaderOpinion = "写到一半", Items = [new("SC-0001", ItemAnswer.Open, [], "灭火器过期", [], "", "")] }, "");

        var first = await SaveAsync(visit, AVisit.Leader, Guid.Empty, halfWritten);
        var second = await SaveAsync(visit, AVisit.Member, first.Value, halfWritten);

        second.Value.ShouldNotBe(first.Value);
        var stored = await county.ReadAsync(db => db.InspectionResults.SingleAsync());
        stored.Sheet.LeaderOpinion.ShouldBe("写到一半");
        stored.Sheet.Of("SC-0001").Found.ShouldBe("灭火器过期");
        stored.Hands.Count.ShouldBe(2);
        (await visit.StateAsync()).ShouldBe(VisitState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task The_second_to_save_is_told_who_was_first_and_overwrites_nothing(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        await SaveAsync(visit, AVisit.Leader, Guid.Empty, AVisit.ASheet(s => s with { LeaderOpinion = "先到" }));

        var late = await SaveAsync(visit, AVisit.Member, Guid.Empty, AVisit.ASheet(s => s with { LeaderOpinion = "后到" }));

        late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
        late.Refusal.Because.ShouldContain(AVisit.Leader.Name);
        (await county.ReadAsync(db => db.InspectionResults.SingleAsync())).Sheet.LeaderOpinion.ShouldBe("先到");
    }

    [Theory, OnBothDatabases]
    public async Task Who_checks_records_the_team_and_its_departments_clerks_and_nobody_else(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        var elsewhere = Jurisdiction.Parse("532801", null);
        (Actor Actor, string? Code)[] walk =
        [
            (AVisit.Leader, null), (AVisit.Joining, null), (AVisit.Clerk, null), (TestCounty.As(Role.DepartmentClerk, "NY"), null),
            (AVisit.Stranger, "visit.no-such"), (TestCounty.As(Role.DepartmentClerk, "GA"), "visit.no-such"),
            (TestCounty.As(Role.DepartmentClerk, "SC", county: elsewhere), "visit.no-such"),
            (AVisit.Reviewer, "access.no-right"), (AVisit.Head, "access.no-right"), (county.Office, "access.no-right"),
            (TestCounty.As(Role.Auditor), "access.no-right"), (TestCounty.As(Role.Administrator), "access.no-right"),
        ];
        foreach (var (actor, code) in walk)
        {
            var outcome = await SaveAsync(visit, actor, await visit.VersionAsync(visit.Id), AVisit.ASheet());
            outcome.Refusal?.Code.ShouldBe(code, actor.Name);
            (outcome.Refusal is null).ShouldBe(code is null, actor.Name);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_lawful_sheet_goes_to_review_and_can_no_longer_be_written(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);

        (await visit.StateAsync()).ShouldBe(VisitState.AwaitingReview);
        var again = await SaveAsync(visit, AVisit.Leader, await visit.VersionAsync(visit.Id), AVisit.ASheet());
        again.Refusal!.Code.ShouldBe("result.not-open");
        again.Refusal.Because.ShouldContain("待审核");
    }

    [Fact]
    public async Task No_problem_excludes_every_problem_code()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);
        foreach (var problem in ResultCodes.All.Where(code => code.Group() == ResultGroup.Problem))
        {
            var codes = await FaultsAsync(visit, AVisit.ASheetWith("SC-0001", line => line with { Codes = [ResultCode.NoProblem, problem], Found = "见记录" }));
            codes.ShouldContain("item.exclusive@Codes-1", problem.ToString());
        }

        (await FaultsAsync(visit, AVisit.ASheetWith("SC-0001", line => line with { Codes = [ResultCode.NoProblem, ResultCode.MovedOut] }))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_item_is_answered_and_every_answer_is_whole()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);
        async Task OneFaultAsync(Func<ItemFinding, ItemFinding> but, string fault) =>
            (await FaultsAsync(visit, AVisit.ASheetWith("SC-0001", but))).ShouldBe([fault]);

        await OneFaultAsync(_ => ItemFinding.OpenFor("SC-0001"), "item.open@Answer-1");
        await OneFaultAsync(line => line with { Codes = [] }, "item.no-code@Codes-1");
        await OneFaultAsync(line => line with { Codes = [ResultCode.NotDisclosed] }, "item.found-missing@Found-1");
        await OneFaultAsync(line => line with { Disposals = [] }, "item.no-disposal@Disposals-1");
        await OneFaultAsync(line => line with { Disposals = [Disposal.NothingFurther, Disposal.CaseFiled] }, "item.disposal-exclusive@Disposals-1");
        await OneFaultAsync(line => line with { Disposals = [Disposal.Other] }, "item.note-missing@Note-1");
        await OneFaultAsync(line => line with { Codes = [ResultCode.ProblemToFollowUp], Found = "标签缺失" }, "item.follow-up-missing@Disposals-1");
        await OneFaultAsync(line => line with { Answer = ItemAnswer.NotApplicable }, "item.why-not@WhyNot-1");
    }

    [Fact]
    public async Task At_least_one_item_is_inspected_and_none_is_foreign()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);
        var nothing = AVisit.ASheet(sheet => sheet with { Items = [.. sheet.Items.Select(line => line with { Answer = ItemAnswer.NotApplicable, WhyNot = "已转营" })] });
        var foreign = AVisit.ASheet(sheet => sheet with { Items = [.. sheet.Items, ItemFinding.OpenFor("GA-0009")] });

        (await FaultsAsync(visit, nothing)).ShouldBe(["items.none-inspected@Answer-0"]);
        (await FaultsAsync(visit, foreign)).ShouldBe(["item.unknown@Answer-0"]);
    }

    [Fact]
    public async Task Two_officers_of_the_team_with_valid_certificates_sign()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);
        var day = new DateOnly(2026, 3, 9);

        (await FaultsAsync(visit, AVisit.ASheet(s => s with { Officers = [new("SC0001", day)] }))).ShouldBe(["officers.too-few@Officers"]);
        (await FaultsAsync(visit, AVisit.ASheet(s => s with { Officers = [new("SC0001", day), new("SC0004", day)] }))).ShouldBe(["officers.not-of-team@Officers"]);
        (await FaultsAsync(visit, AVisit.ASheet(s => s with { Officers = [new("SC0001", null), new("NY0003", day)] }))).ShouldBe(["date.missing@SignedOn-SC0001"]);
        await county.ReadAsync(async db =>
        {
            (await db.Inspectors.SingleAsync(i => i.Number == "NY0003")).Change(content => content with { CertificateUntil = new(2026, 3, 8) });
            return await db.CommitAsync(county.Office, new Act("inspector.changed"));
        });
        (await FaultsAsync(visit, AVisit.ASheet())).ShouldBe(["officers.certificate-expired@Officers"]);
    }

    [Fact]
    public async Task The_subject_signs_or_its_refusal_is_noted_and_the_leader_gives_an_opinion()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);

        (await FaultsAsync(visit, AVisit.ASheet(representative: ""))).ShouldBe(["subject.neither-signed-nor-refused@Representative"]);
        (await FaultsAsync(visit, AVisit.ASheet(s => s with { WhyUnsigned = "拒绝签字" }))).ShouldBe(["subject.signed-and-refused@WhyUnsigned"]);
        (await FaultsAsync(visit, AVisit.ASheet(s => s with { WhyUnsigned = "拒绝签字，两名执法人员见证" }, ""))).ShouldBeEmpty();
        visit = await AtTheVisitAsync(county, visit);
        (await FaultsAsync(visit, AVisit.ASheet(s => s with { LeaderOpinion = " ", LeaderSignedOn = null })))
            .ShouldBe(["text.missing@LeaderOpinion", "date.missing@LeaderSignedOn"]);
    }

    [Fact]
    public async Task A_visit_lies_after_the_release_not_in_the_future_and_a_late_one_says_why()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AtTheVisitAsync(county);
        static WrittenResult On(DateOnly visited, DateOnly completed, string why = "") => AVisit.ASheet(s => s with
        {
            VisitedOn = visited,
            CompletedOn = completed,
            WhyLate = why,
            Officers = [.. s.Officers.Select(o => o with { SignedOn = completed })],
            RepresentativeSignedOn = completed,
            LeaderSignedOn = completed,
        });

        (await FaultsAsync(visit, On(new(2026, 3, 1), new(2026, 3, 9)))).ShouldContain("date.too-early@VisitedOn");
        (await FaultsAsync(visit, On(new(2026, 3, 9), new(2026, 3, 12)))).ShouldContain("date.in-future@CompletedOn");
        county.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 3, 1, 0, 0, TimeSpan.Zero));
        (await FaultsAsync(visit, On(new(2026, 3, 31), new(2026, 4, 2)))).ShouldBe(["visit.late-without-reason@WhyLate"]);
        (await FaultsAsync(visit, On(new(2026, 3, 31), new(2026, 4, 2), "暴雨断路"))).ShouldBeEmpty();
    }

    private static async Task<AVisit> AtTheVisitAsync(TestCounty county, AVisit? submitted = null)
    {
        if (submitted is not null)
        {
            var seen = await submitted.VersionAsync(submitted.Id);
            (await county.AskAsync((ReviewResult r) => r.ReturnAsync(AVisit.Reviewer, submitted.Id, seen, "请补充"))).ShouldBeNull();
            return submitted;
        }

        var visit = await AVisit.ReleasedAsync(county);
        county.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero));
        return visit;
    }

    private static Task<Outcome<Guid>> SaveAsync(AVisit visit, Actor actor, Guid seen, WrittenResult written) =>
        visit.County.AskAsync((RecordResult r) => r.SaveAsync(actor, visit.Id, seen, written));

    /// <summary>The faults of a submission as code@field, in order.</summary>
    private static async Task<string[]> FaultsAsync(AVisit visit, WrittenResult written)
    {
        var seen = await visit.VersionAsync(visit.Id);
        var outcome = await visit.County.AskAsync((RecordResult r) => r.SubmitAsync(AVisit.Leader, visit.Id, seen, written));
        return [.. outcome.Refusal?.All.Select(no => $"{no.Code}@{no.Field}") ?? []];
    }
}
