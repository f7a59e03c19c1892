using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Inspections;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

/// <summary>The second stage: supplements and those who stand in get their teams by a draw of its own.</summary>
public sealed class MatchingTheRest
{
    private const string First = DrawingCounty.First;
    private const string Stage = First + "-m1";

    [Theory, OnBothDatabases]
    public async Task Supplements_and_who_stands_in_get_teams_and_visits_and_both_records_are_valid(DatabaseKind database)
    {
        await using var draw = await ChangedAsync(database);
        (await ReleaseAsync(draw, First)).Value.ShouldBe(new ReleaseReport(5, 0, 3));

        (await MatchAsync(draw)).Value.ShouldBe(new DrawKey(Stage, 1));
        await draw.ContributeAllAsync(Stage);
        var slip = (await draw.SealAsync(Stage)).Value;
        (slip.Drawn, slip.Teams).ShouldBe((3, 3));

        (await ReleaseAsync(draw, First)).Value.WithoutTeam.ShouldBe(0);
        (await ReleaseAsync(draw, Stage)).Value.ShouldBe(new ReleaseReport(3, 0, 0));
        var list = (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(draw.County.Office, First))).Value;
        list.Where(r => r.Origin != DrawnOrigin.Drawn).Count(r => r.Team.Count >= 2 && r.Bundle!.StartsWith("m1 b", StringComparison.Ordinal)).ShouldBe(3);
        (await MatchAsync(draw)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.nobody-waits");
        (await draw.County.AskAsync((DrawnSoFar d) => d.SubjectsAsync(2026, default))).DistinctBy(d => d.Subject).Count().ShouldBe(9);
        (await draw.County.AskAsync((DrawnSoFar d) => d.SubjectsAsync(2026, default))).Count.ShouldBe(9);
        (await draw.County.ReadAsync(db => db.Tasks.SingleAsync())).State.ShouldBe(TaskState.Drawn);

        await draw.OpenAsync(First);
        await draw.OpenAsync(Stage);
        foreach (var number in (string[])[First, Stage])
        {
            var report = await draw.VerifyAsync(number);
            report.Failures.ShouldBeEmpty(number);
            report.Verdict.ShouldBe(Verdict.Valid);
        }

        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_substitution_in_a_second_stage_follows_its_own_order(DatabaseKind database)
    {
        await using var draw = await ChangedAsync(database);
        await MatchAsync(draw);
        await draw.ContributeAllAsync(Stage);
        await draw.SealAsync(Stage);
        (await ReleaseAsync(draw, Stage)).Refusal.ShouldBeNull();
        var place = await draw.County.ReadAsync(db => db.VisitMembers.Where(m => m.Department == Department.MarketSupervision && !m.IsLeader).OrderBy(m => m.Slot).FirstAsync());
        var request = await draw.County.AskAsync((AskSubstitution a) => a.RunAsync(
            TestCounty.As(Role.DepartmentClerk, "SC"), new(place.Visit, place.Slot, SubstitutionReason.OnLeave, "病假条 001")));

        (await draw.County.AskAsync((DecideSubstitution d) => d.ApproveAsync(TestCounty.As(Role.DepartmentHead, "SC"), request.Value))).Value.ShouldNotBe(place.Inspector);
        await draw.CosignAsync(Stage);
        await draw.OpenAsync(Stage);
        (await draw.VerifyAsync(Stage)).Failures.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_notice_of_a_visit_proves_the_first_draw_and_nothing_of_who_was_added_later(DatabaseKind database)
    {
        await using var draw = await ChangedAsync(database);
        await MatchAsync(draw);
        await draw.ContributeAllAsync(Stage);
        await draw.SealAsync(Stage);
        await draw.CosignAsync(Stage);
        (await ReleaseAsync(draw, First)).Refusal.ShouldBeNull();
        (await ReleaseAsync(draw, Stage)).Refusal.ShouldBeNull();

        foreach (var visit in await draw.County.ReadAsync(db => db.Visits.AsNoTracking().ToListAsync()))
        {
            var notice = (await draw.County.AskAsync((NoticeReader n) => n.FindAsync(draw.County.Office, visit.Id)))!;
            (notice.Proof is null).ShouldBe(visit.Draw == Stage, visit.Number);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_voided_second_stage_gives_its_subjects_back_and_the_next_attempt_keeps_the_number(DatabaseKind database)
    {
        await using var draw = await ChangedAsync(database);
        await MatchAsync(draw);
        (await MatchAsync(draw)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.already-committed");
        await draw.ContributeAllAsync(Stage);
        await draw.SealAsync(Stage);
        await draw.CosignAsync(Stage);
        (await draw.VoidAsync(First)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.has-second-stage");
        (await draw.VoidAsync(Stage)).Refusal.ShouldBeNull();
        await draw.CosignAsync(Stage);
        await draw.OpenAsync(Stage);

        (await draw.County.ReadAsync(db => db.Tasks.SingleAsync())).State.ShouldBe(TaskState.Drawn);
        (await MatchAsync(draw)).Value.ShouldBe(new DrawKey(Stage, 2));
        await draw.ContributeAllAsync(Stage);
        (await draw.SealAsync(Stage)).Value.Teams.ShouldBe(3);
        await draw.OpenAsync(Stage);
        (await draw.VerifyAsync(Stage)).Failures.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task In_a_second_stage_nothing_is_added_or_replaced_and_it_has_no_second_stage(DatabaseKind database)
    {
        await using var draw = await ChangedAsync(database);
        await MatchAsync(draw);
        await draw.ContributeAllAsync(Stage);
        await draw.SealAsync(Stage);
        var subject = await draw.County.ReadAsync(db => db.DrawnSubjects.Where(d => d.Draw == Stage).Select(d => d.SubjectCode).FirstAsync());

        (await draw.ExtendAsync(1, number: Stage)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.second-stage");
        (await draw.ReplaceAsync(subject, number: Stage)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.second-stage");
        (await draw.County.AskAsync((CommitMatch c) => c.RunAsync(draw.County.Office, new MatchWish(Stage)))).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.second-stage");
        (await draw.County.AskAsync((CommitMatch c) => c.RunAsync(TestCounty.As(Role.DepartmentClerk, "SC"), new MatchWish(First)))).Refusal.ShouldNotBeNull().Code.ShouldBe("access.no-right");
    }

    /// <summary>A sealed draw of six with two supplements and one who stands in.</summary>
    private static async Task<DrawingCounty> ChangedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        (await draw.ExtendAsync(2)).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        var code = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).FirstAsync());
        (await draw.ReplaceAsync(code)).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        return draw;
    }

    private static Task<Outcome<DrawKey>> MatchAsync(DrawingCounty draw) =>
        draw.County.AskAsync((CommitMatch c) => c.RunAsync(draw.County.Office, new MatchWish(First) { Guests = ["企业代表"] }));

    private static Task<Outcome<ReleaseReport>> ReleaseAsync(DrawingCounty draw, string number) =>
        draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, number));
}
