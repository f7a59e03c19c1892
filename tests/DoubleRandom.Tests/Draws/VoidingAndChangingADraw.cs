using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Plans;
using DoubleRandom.Publication;
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

        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("draw.former-not-opened");
        await draw.CosignAsync();
        (await draw.OpenOnceAsync()).ShouldBeNull();
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
    public async Task A_void_whose_witnesses_are_missing_is_decided_at_once_and_enters_the_log_when_the_quorum_signs(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();

        (await draw.VoidAsync()).Refusal.ShouldBeNull();

        var row = await draw.County.ReadAsync(db => db.Draws.SingleAsync());
        (row.State, row.VoidIndex, row.VoidReason).ShouldBe((DrawState.Committed, null, "现场停电"));
        var shown = await draw.County.AskAsync((DrawRegister r) => r.FindAsync(DrawingCounty.First));
        shown!.Attempts[0].VoidPendingSince.ShouldBe(draw.County.Clock.Now());
        (await draw.ContributeAsync("jiwei")).Refusal!.Code.ShouldBe("draw.void-decided");
        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.void-decided");
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();

        await draw.CosignAsync();

        row = await draw.County.ReadAsync(db => db.Draws.SingleAsync());
        row.State.ShouldBe(DrawState.Voided);
        row.VoidIndex.ShouldNotBeNull();
        (await draw.County.ReadAsync(db => db.Tasks.SingleAsync())).IsFrozen.ShouldBeFalse();
        await draw.CosignAsync();
        await draw.OpenAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task A_void_is_asked_with_a_reason_and_decided_by_another(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();

        (await draw.AskAsync(DrawingCounty.AVoid(reason: " "))).Refusal!.Code.ShouldBe("reason.missing");
        (await draw.AskAsync(DrawingCounty.AVoid() with { Code = "99" })).Refusal!.Code.ShouldBe("draw.void-code");
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.is-voided");
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
        var substitute = await draw.DecidedAsync(
            new(DrawRequestKind.Substitute, DrawingCounty.First, "病假") { Slot = place.Slot, Evidence = "病假条 001" }, asker: TestCounty.As(Role.DepartmentClerk, "SC"));
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
                inspector.Change(content => content with { Duty = bundle.Contains(inspector.Id) ? inspector.Duty : DutyState.InTraining });
            }

            return await db.CommitAsync(draw.County.Office, new Act("test.absent"));
        });

        var substitute = await draw.DecidedAsync(
            new(DrawRequestKind.Substitute, DrawingCounty.First, "病假") { Slot = place.Slot, Evidence = "病假条 001" }, asker: TestCounty.As(Role.DepartmentClerk, "SC"));

        substitute.Refusal.ShouldBeNull();
        var holder = (await draw.County.ReadAsync(db => db.TeamPlaces.SingleAsync(p => p.Slot == place.Slot))).Holder;
        (await draw.County.ReadAsync(db => db.Inspectors.SingleAsync(i => i.Id == holder))).Number.ShouldBeOneOf("SC0001", "SC0002", "SC0003");
        await draw.CosignAsync();
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Failures.ShouldBeEmpty();
    }
}
