using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Assignments;

/// <summary>Two tasks drawn as one: 12 and 18 of the same 24 subjects, so that at least six are inspected for both in one visit.</summary>
public sealed class AJointDrawAfterTheSeal
{
    private const string First = DrawingCounty.First;
    private const string Second = "532822202603021002";

    [Theory, OnBothDatabases]
    public async Task A_subject_replaced_for_one_task_is_still_inspected_for_the_other(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await ReleaseAsync(draw)).Refusal.ShouldBeNull();
        var both = await draw.County.ReadAsync(async db => (await db.DrawnSubjects.ToListAsync()).First(d => d.Tasks.Count == 2));

        (await draw.ReplaceAsync(both.SubjectCode)).Refusal.ShouldBeNull();

        var visit = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.Subject == both.Subject));
        (visit.State, visit.Tasks.Single(), visit.Items.Single()).ShouldBe((VisitState.Pending, Second, "YJ-03"));
        var row = await draw.County.ReadAsync(db => db.DrawnSubjects.SingleAsync(d => d.Subject == both.Subject));
        (row.IsReplaced, row.Tasks.Single(), row.Items.Single()).ShouldBe((false, Second, "YJ-03"));
        await draw.CosignAsync();
        (await draw.ReplaceAsync(both.SubjectCode)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.not-drawn");
        (await ReleaseAsync(draw)).Refusal.ShouldBeNull();

        (await draw.ReplaceAsync(both.SubjectCode, task: Second)).Refusal.ShouldBeNull();

        visit = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.Subject == both.Subject));
        visit.State.ShouldBe(VisitState.Withdrawn);
        (await draw.County.ReadAsync(db => db.DrawnSubjects.SingleAsync(d => d.Subject == both.Subject))).IsReplaced.ShouldBeTrue();
        await ShouldBeValidAsync(draw);
    }

    [Theory, OnBothDatabases]
    public async Task A_supplement_of_a_subject_drawn_for_the_other_task_joins_its_visit_with_a_team_for_both(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await ReleaseAsync(draw)).Refusal.ShouldBeNull();
        var (standing, joined) = (await draw.County.ReadAsync(db => db.DrawnSubjects.ToListAsync()), new List<DrawnSubject>());
        while (joined.Count == 0)
        {
            var added = (await draw.ExtendAsync(1)).Value.Single();
            await draw.CosignAsync();
            joined.AddRange(standing.Where(d => d.SubjectCode == added));
        }

        var visit = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.Subject == joined[0].Subject));
        visit.State.ShouldBe(VisitState.Withdrawn);
        visit.WithdrawnBecause.ShouldNotBeNullOrEmpty();
        var row = await draw.County.ReadAsync(db => db.DrawnSubjects.SingleAsync(d => d.Subject == joined[0].Subject));
        row.Bundle.ShouldBeNull();
        row.Items.ShouldBe(["SC-01", "YJ-03"]);

        (await draw.County.AskAsync((CommitMatch c) => c.RunAsync(draw.County.Office, new MatchWish(First) { Guests = ["企业代表"] }))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync(First + "-m1");
        (await draw.SealAsync(First + "-m1")).Refusal.ShouldBeNull();
        (await ReleaseAsync(draw, First + "-m1")).Refusal.ShouldBeNull();
        var stands = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.Subject == joined[0].Subject && v.State == VisitState.Pending));
        stands.Items.ShouldBe(["SC-01", "YJ-03"]);
        stands.Departments.ShouldBe(["SC", "YJ"]);
        await ShouldBeValidAsync(draw);
    }

    [Theory, OnBothDatabases]
    public async Task A_supplement_whose_next_subject_was_inspected_already_is_refused_and_nothing_is_written(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await ReleaseAsync(draw)).Refusal.ShouldBeNull();
        await EditAsync(draw, db => db.Visits.ToList().ForEach(v => v.Submit(null)));
        var before = await draw.County.ReadAsync(db => db.DrawnSubjects.CountAsync());

        var refusal = (await draw.ExtendAsync(12)).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("visit.result-submitted");
        (await draw.County.ReadAsync(db => db.DrawnSubjects.CountAsync())).ShouldBe(before);
        (await draw.County.ReadAsync(db => db.DrawChanges.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Rows_that_say_something_else_than_the_record_are_not_handed_out(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var spared = draw.ASubject(25);
        await draw.SaveAsync([spared]);
        var drawn = await draw.County.ReadAsync(db => db.DrawnSubjects.SingleAsync(d => d.Place == 1));
        (FormattableString Fraud, FormattableString? Undone)[] frauds =
        [
            ($"UPDATE drawn_subjects SET subject = {spared.Id.Value} WHERE place = 1", $"UPDATE drawn_subjects SET subject = {drawn.Subject.Value} WHERE place = 1"),
            ($"UPDATE drawn_subjects SET is_replaced = {true} WHERE place = 1", $"UPDATE drawn_subjects SET is_replaced = {false} WHERE place = 1"),
            ($"UPDATE drawn_subjects SET matched_by = '532822202603021001-m1' WHERE place = 1", $"UPDATE drawn_subjects SET matched_by = NULL WHERE place = 1"),
            ($"UPDATE team_places SET holder = (SELECT holder FROM team_places WHERE slot LIKE '%/SC/2' ORDER BY slot LIMIT 1) WHERE slot LIKE '%/SC/2'", $"UPDATE team_places SET holder = matched"),
            ($"DELETE FROM drawn_subjects WHERE place = 1", null),
        ];

        foreach (var (fraud, undone) in frauds)
        {
            await draw.County.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlAsync(fraud));
            (await ReleaseAsync(draw)).Refusal.ShouldNotBeNull(fraud.Format).Code.ShouldBe("draw.differs-from-log");
            if (undone is not null)
            {
                await draw.County.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlAsync(undone));
                (await draw.County.AskAsync((DrawnCheck c) => c.RunAsync(draw.County.Office, First))).ShouldBeNull();
            }
        }

        (await draw.County.ReadAsync(db => db.Visits.CountAsync())).ShouldBe(0);
    }

    private static async Task<DrawingCounty> SealedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.SaveAsync([draw.ATask(First, QuotaWish.Of(12), "SC-01"), draw.ATask(Second, QuotaWish.Of(18), "YJ-03")]);
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, new DrawWish(First, Second) { Guests = ["企业代表"] }))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        return draw;
    }

    private static Task<Outcome<ReleaseReport>> ReleaseAsync(DrawingCounty draw, string number = First) =>
        draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, number));

    private static async Task ShouldBeValidAsync(DrawingCounty draw)
    {
        await draw.CosignAsync();
        await draw.OpenAsync();
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    private static Task EditAsync(DrawingCounty draw, Action<SupervisionDb> edit) => draw.County.AskAsync((SupervisionDb db) =>
    {
        edit(db);
        return db.CommitAsync(draw.County.Office, new Act("test.edited"));
    });
}
