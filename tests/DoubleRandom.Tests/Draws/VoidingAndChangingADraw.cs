using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class VoidingAndChangingADraw
{
    [Theory, OnBothDatabases]
    public async Task A_void_after_the_seal_and_a_second_attempt_are_valid_together(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();

        (await draw.VoidAsync()).Value.ShouldBe(new DrawKey(DrawingCounty.First, 1));
        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("draw.former-not-opened");
        await draw.CosignAsync();
        (await draw.County.AskAsync((OpenDraw o) => o.RunAsync(draw.County.Office, DrawingCounty.First, DrawingCounty.Early))).Refusal.ShouldBeNull();
        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures"); // the opening has to be cosigned before the next attempt begins
        await draw.CosignAsync();
        (await draw.County.ReadAsync(db => db.Tasks.SingleAsync())).State.ShouldBe(TaskState.Planned);
        var slip = await draw.DrawAsync();
        await draw.OpenAsync();

        slip.Drawn.ShouldBe(6);
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        (await draw.RecordAsync()).Keys.ShouldContain("attempt-1/result.json");
        (await draw.RecordAsync()).Keys.ShouldContain("attempt-2/result.json");
    }

    [Theory, OnBothDatabases]
    public async Task A_void_before_any_contribution_is_valid_too(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        await draw.CosignAsync();
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();

        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.already-opened");
    }

    [Theory, OnBothDatabases]
    public async Task A_void_needs_a_second_person_with_the_right_who_is_not_the_operator(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();

        async Task<string?> TryAsync(Actor? approver, string reason = "停电") => (await draw.County.AskAsync(
            (VoidDraw v) => v.RunAsync(draw.County.Office, DrawingCounty.First, VoidCode.VenueFailure, reason, approver))).Refusal?.Code;

        (await TryAsync(null)).ShouldBe("draw.approval-missing");
        (await TryAsync(draw.County.Office)).ShouldBe("draw.same-person");
        (await TryAsync(TestCounty.As(Role.DepartmentClerk, "SC"))).ShouldBe("draw.approver-has-no-right");
        (await TryAsync(DrawingCounty.Head, " ")).ShouldBe("draw.reason");
        (await TryAsync(DrawingCounty.Head)).ShouldBeNull();
        (await TryAsync(DrawingCounty.Head)).ShouldBe("draw.is-voided");
    }

    [Theory, OnBothDatabases]
    public async Task After_the_first_notice_nothing_is_voided(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.County.AskAsync(async (SupervisionDb db) =>
        {
            (await db.Draws.SingleAsync()).NoticeServed(db.Clock.Now());
            return await db.CommitAsync(draw.County.Office, new Act("notice.served"));
        });

        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.notice-served");
    }

    [Theory, OnBothDatabases]
    public async Task A_supplement_a_replacement_and_a_substitution_follow_the_one_order_and_are_valid(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();

        var added = await draw.ExtendAsync(2);
        added.Value.Count.ShouldBe(2);
        await draw.CosignAsync();

        var old = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(s => s.Place).FirstAsync());
        var replaced = await draw.ReplaceAsync(old.SubjectCode);
        replaced.Refusal.ShouldBeNull();
        await draw.CosignAsync();

        var place = await draw.County.ReadAsync(db => db.TeamPlaces.Where(p => p.Department == Department.MarketSupervision && !p.IsLeader).OrderBy(p => p.Slot).FirstAsync());
        var substitute = await draw.County.AskAsync((SubstituteInspector s) => s.RunAsync(
            TestCounty.As(Role.DepartmentClerk, "SC"), new Substitute(DrawingCounty.First, place.Slot, "病假", "病假条 001"), DrawingCounty.Head));
        substitute.Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        var now = await draw.County.ReadAsync(db => db.TeamPlaces.SingleAsync(p => p.Slot == place.Slot));
        now.Holder.ShouldNotBe(now.Matched);
        (await draw.County.ReadAsync(db => db.DrawnSubjects.CountAsync())).ShouldBe(9);
        (await draw.County.ReadAsync(db => db.DrawnSubjects.SingleAsync(s => s.IsReplaced))).SubjectCode.ShouldBe(old.SubjectCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_candidate_whom_the_directory_shows_as_absent_is_passed_over_with_the_reason(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        var place = await draw.County.ReadAsync(db => db.TeamPlaces.Where(p => p.Department == Department.MarketSupervision && !p.IsLeader).OrderBy(p => p.Slot).FirstAsync());
        var bundle = await draw.County.ReadAsync(db => db.TeamPlaces.Where(p => p.Bundle == place.Bundle).Select(p => p.Holder).ToListAsync());
        await draw.County.AskAsync(async (SupervisionDb db) =>
        {
            foreach (var inspector in await db.Inspectors.Where(i => i.Department == Department.MarketSupervision).OrderBy(i => i.Number).Skip(3).ToListAsync())
            {
                inspector.Duty = bundle.Contains(inspector.Id) ? inspector.Duty : DutyState.InTraining;
            }

            return await db.CommitAsync(draw.County.Office, new Act("test.absent"));
        });

        var substitute = await draw.County.AskAsync((SubstituteInspector s) => s.RunAsync(
            TestCounty.As(Role.DepartmentClerk, "SC"), new Substitute(DrawingCounty.First, place.Slot, "病假", "病假条 001"), DrawingCounty.Head));

        substitute.Value.ShouldBeOneOf("SC0001", "SC0002", "SC0003");
        await draw.CosignAsync();
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Failures.ShouldBeEmpty();
    }
}
