using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Inspections;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Assignments;

/// <summary>Supplements and replacements of a really sealed draw, also after its visits went to their teams.</summary>
public sealed class ReplacingADrawnSubject
{
    [Theory, OnBothDatabases]
    public async Task A_replaced_subjects_visit_is_withdrawn_with_the_reason_and_the_record_is_valid(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database, release: true);
        var (code, visit) = await AVisitAsync(draw);

        var standIn = (await draw.ReplaceAsync(code)).Value;

        var withdrawn = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.Id == visit));
        (withdrawn.State, withdrawn.WithdrawnBecause).ShouldBe((VisitState.Withdrawn, DrawingCounty.Case));
        var written = await draw.County.AskAsync((RecordResult r) => r.SaveAsync(TestCounty.As(Role.DepartmentClerk, "SC"), visit, Guid.Empty, AVisit.ASheet()));
        written.Refusal.ShouldNotBeNull().Code.ShouldBe("visit.withdrawn");
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Value.ShouldBe(new ReleaseReport(0, 6, 1));
        var list = (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(draw.County.Office, DrawingCounty.First))).Value;
        list.Single(r => r.Code == code).Replaced.ShouldBe(new ReplacedBy(DrawingCounty.Case, standIn));
        list.Single(r => r.Code == standIn).Origin.ShouldBe(DrawnOrigin.Replacement);
        list.Count.ShouldBe(7);
        await draw.CosignAsync();
        await draw.OpenAsync();
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task A_subject_whose_result_was_submitted_stays_and_nothing_is_half_done(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database, release: true);
        var (code, visit) = await AVisitAsync(draw);
        foreach (var goOn in (Action<Visit>[])[v => v.Submit(null), v => v.Return(), v => v.Publish()])
        {
            await EditAsync(draw, db => goOn(db.Visits.Single(v => v.Id == visit)));
            (await draw.ReplaceAsync(code)).Refusal.ShouldNotBeNull().Code.ShouldBe("visit.result-submitted");
        }

        (await draw.County.ReadAsync(db => db.DrawChanges.CountAsync())).ShouldBe(0);
        (await draw.County.ReadAsync(db => db.DrawnSubjects.AnyAsync(d => d.IsReplaced))).ShouldBeFalse();
        (await draw.ReplaceAsync((await draw.County.ReadAsync(db => db.DrawnSubjects.FirstAsync(d => d.SubjectCode != code))).SubjectCode)).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Only_cases_that_the_published_plan_lists_replace_and_most_plans_list_none(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database, release: false);
        var code = await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).FirstAsync());

        var other = (await draw.ReplaceAsync(code, "门锁着")).Refusal.ShouldNotBeNull();
        (other.Code, other.Field).ShouldBe(("draw.reason-not-listed", "Reason"));
        other.Because.ShouldContain(DrawingCounty.Case);

        await EditAsync(draw, db => db.Plans.Single().Rename("2026 年度联合抽查计划", []));
        var none = (await draw.ReplaceAsync(code)).Refusal.ShouldNotBeNull();
        none.Code.ShouldBe("draw.no-replacement");
        none.Because.ShouldContain("如实录入");
    }

    [Theory, OnBothDatabases]
    public async Task A_subject_is_replaced_once_and_one_that_came_later_not_at_all(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database, release: false);
        var code = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).FirstAsync());
        var standIn = (await draw.ReplaceAsync(code)).Value;
        await draw.CosignAsync();

        (await draw.ReplaceAsync(code)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.not-drawn");
        (await draw.ReplaceAsync(standIn)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.later-subject");
        (await draw.ReplaceAsync("915328220000099999")).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.not-drawn");
        var added = (await draw.ExtendAsync(2)).Value;
        var list = (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(draw.County.Office, DrawingCounty.First))).Value;
        list.Where(r => r.Origin == DrawnOrigin.Supplement).Select(r => r.Code).ShouldBe(added, ignoreOrder: true);
        (await draw.County.AskAsync((DrawnListReader r) => r.ToSheetAsync(draw.County.Office, DrawingCounty.First))).Value.Length.ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_begun_before_a_release_and_kept_after_it_is_refused_so_that_nobody_gets_a_former_name(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database, release: false);

        var late = await draw.County.AskAsync(async (SupervisionDb db) =>
        {
            var begun = await db.Draws.SingleAsync();
            (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
            db.Touch(begun); // what every change after the seal does
            return await db.CommitAsync(draw.County.Office, new Act("draw.subject-replaced"));
        });

        late.ShouldNotBeNull().Code.ShouldBe("row.changed-meanwhile");
        var released = await draw.County.ReadAsync(db => db.Draws.Select(d => d.Version).SingleAsync());
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        var changed = (await draw.ReplaceAsync(await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).FirstAsync()))).Refusal;
        changed.ShouldBeNull();
        (await draw.County.ReadAsync(db => db.Draws.Select(d => d.Version).SingleAsync())).ShouldNotBe(released);
    }

    private static async Task<DrawingCounty> SealedAsync(DatabaseKind database, bool release)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        if (release)
        {
            (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        }

        return draw;
    }

    private static async Task<(string Code, Id<Visit> Visit)> AVisitAsync(DrawingCounty draw) => await draw.County.ReadAsync(async db =>
    {
        var visit = await db.Visits.OrderBy(v => v.Number).FirstAsync();
        return ((await db.DrawnSubjects.SingleAsync(d => d.Subject == visit.Subject)).SubjectCode, visit.Id);
    });

    private static Task EditAsync(DrawingCounty draw, Action<SupervisionDb> edit) => draw.County.AskAsync((SupervisionDb db) =>
    {
        edit(db);
        return db.CommitAsync(draw.County.Office, new Act("test.edited"));
    });
}
