using System.IO.Compression;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Draws;

public sealed class HoldingADraw
{
    [Theory, OnBothDatabases]
    public async Task A_whole_draw_with_two_witnesses_and_a_guest_is_valid_for_any_verifier(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();

        var slip = await draw.DrawAsync();
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
        await draw.CosignAsync();
        await draw.OpenAsync();

        (slip.Drawn, slip.Teams, slip.Cosigned).ShouldBe((6, 6, true));
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        report.Checks.ShouldNotContain(c => c.Status == CheckStatus.Pending);
        (await draw.RecordAsync()).Keys.ShouldContain("result.json");
    }

    [Theory, OnBothDatabases]
    public async Task The_record_as_folder_and_as_zip_holds_the_same_valid_files(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();

        var folder = Path.Combine(draw.County.DataFolder, "record");
        (await draw.County.AskAsync((ExportRecord e) => e.ToFolderAsync(DrawingCounty.First, folder))).ShouldBeNull();
        var zip = (await draw.County.AskAsync((ExportRecord e) => e.ToZipAsync(DrawingCounty.First))).Value;

        var written = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f));
        Verify.Record(written, written["trust.json"].Span).Verdict.ShouldBe(Verdict.Valid);
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal).ShouldBe(written.Keys.Order(StringComparer.Ordinal));
        (await draw.County.AskAsync((ExportRecord e) => e.ToFolderAsync(DrawingCounty.First, folder)))!.Code.ShouldBe("draw.folder-not-empty");
    }

    [Theory, OnBothDatabases]
    public async Task One_changed_byte_of_any_file_makes_the_record_invalid(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();
        var files = await draw.RecordAsync();
        var trust = files["trust.json"];

        foreach (var name in files.Keys.Where(n => n != "trust.json"))
        {
            var changed = new SortedDictionary<string, ReadOnlyMemory<byte>>(files, StringComparer.Ordinal);
            var bytes = files[name].ToArray();
            bytes[bytes.Length / 3] ^= 1;
            changed[name] = bytes;
            Verify.Record(changed, trust.Span).Verdict.ShouldNotBe(Verdict.Valid, name);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_seal_writes_subjects_teams_and_task_state_and_the_leader_comes_from_the_leading_department(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();

        var subjects = await draw.County.ReadAsync(db => db.DrawnSubjects.ToListAsync());
        var places = await draw.County.ReadAsync(db => db.TeamPlaces.ToListAsync());
        var task = await draw.County.ReadAsync(db => db.Tasks.SingleAsync());

        task.State.ShouldBe(TaskState.Drawn);
        subjects.Count.ShouldBe(6);
        subjects.ShouldAllBe(s => s.Bundle != null && s.NoticeProof.Contains("\"logIndex\""));
        places.GroupBy(p => p.Bundle).ShouldAllBe(team => team.Count() == 3 && team.Select(p => p.Holder).Distinct().Count() == 3);
        places.Where(p => p.IsLeader).ShouldAllBe(p => p.Department == Department.MarketSupervision);
    }

    [Theory, OnBothDatabases]
    public async Task Each_step_repeated_is_refused_and_changes_nothing(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();

        await draw.CommitAsync();
        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("draw.already-committed");
        await draw.ContributeAllAsync();
        (await draw.ContributeAsync("sifa")).Refusal!.Code.ShouldBe("draw.already-contributed");
        (await draw.ContributeAsync("nobody")).Refusal!.Code.ShouldBe("draw.no-such-witness");
        await draw.SealAsync();
        var names = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(s => s.Place).Select(s => s.SubjectCode).ToListAsync());
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.already-sealed");
        (await draw.ContributeAsync("sifa")).Refusal!.Code.ShouldBe("draw.contributions-closed");
        await draw.OpenAsync();
        (await draw.County.AskAsync((OpenDraw o) => o.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal!.Code.ShouldBe("draw.already-opened");
        (await draw.VoidAsync()).Refusal!.Code.ShouldBe("draw.already-opened");
        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("draw.already-committed");

        (await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(s => s.Place).Select(s => s.SubjectCode).ToListAsync())).ShouldBe(names);
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_clerks_who_commit_one_draw_one_wins_and_the_other_is_told(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();

        var both = await Task.WhenAll(Task.Run(() => draw.CommitAsync()), Task.Run(() => draw.CommitAsync(actor: TestCounty.As(Role.OfficeClerk, "GA"))));

        both.Count(o => o.Refusal is null).ShouldBe(1);
        both.Single(o => o.Refusal is not null).Refusal!.Code.ShouldBe("draw.already-committed");
        (await draw.County.ReadAsync(db => db.Draws.CountAsync())).ShouldBe(1);
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Who_looked_at_the_draw_before_another_sealed_it_is_told_so_and_not_alarmed(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        await draw.ContributeAllAsync();

        var late = await draw.County.AskAsync(async (IServiceProvider request) =>
        {
            // What the page shows is read in the same request as what its button does.
            (await request.GetRequiredService<DrawReader>().AttemptsAsync(DrawingCounty.First)).ShouldHaveSingleItem();
            (await draw.SealAsync()).Refusal.ShouldBeNull();
            return await request.GetRequiredService<SealDraw>().RunAsync(draw.County.Office, DrawingCounty.First);
        });

        late.Refusal!.Code.ShouldBe("draw.already-sealed");
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_commitments_to_two_draws_at_the_same_moment_the_second_is_told_to_try_again(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var second = await draw.WithTaskAsync("532822202603021002");

        var late = await draw.County.AskAsync((IServiceProvider request) =>
        {
            request.BeforeSave(2, async () => (await draw.CommitAsync()).Refusal.ShouldBeNull());
            return request.GetRequiredService<CommitDraw>().RunAsync(draw.County.Office, new DrawWish([second]));
        });

        late.Refusal!.Code.ShouldBe("log.moved-on");
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_drawn_before_the_quorum_has_cosigned_and_the_refusal_names_who_is_missing(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.too-few-contributions");
        (await draw.ContributeAsync("guest-1", passphrase: null)).Value.IsLogged.ShouldBeFalse();
        (await draw.ContributeAsync("sifa")).Value.IsLogged.ShouldBeFalse();

        var refused = (await draw.SealAsync()).Refusal!;

        refused.Code.ShouldBe("draw.needs-cosignatures");
        refused.Because.ShouldContain("县纪委监委");
        (await draw.ContributeAsync("jiwei")).Value.IsLogged.ShouldBeTrue();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_passphrase_contributes_nothing_and_stands_in_the_trail(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();

        (await draw.ContributeAsync("sifa", passphrase: "wrong one")).Refusal!.Code.ShouldBe("witness.wrong-passphrase");

        (await draw.County.ReadAsync(db => db.WitnessShares.CountAsync(s => s.Commitment != null))).ShouldBe(0);
        (await draw.County.AskAsync((TrailReader t) => t.PageAsync("witness.unlock-failed", null, 1, 9))).Total.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_right_takes_no_step(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var clerk = TestCounty.As(Role.DepartmentClerk, "SC");

        (await draw.CommitAsync(actor: clerk)).Refusal!.Code.ShouldBe("access.no-right");
        await draw.DrawAsync();
        (await draw.County.AskAsync((OpenDraw o) => o.RunAsync(clerk, DrawingCounty.First))).Refusal!.Code.ShouldBe("access.no-right");
        (await draw.County.AskAsync((SealDraw o) => o.RunAsync(clerk, DrawingCounty.First))).Refusal!.Code.ShouldBe("access.no-right");
        (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(clerk, DrawingCounty.First))).Refusal!.Code.ShouldBe("access.no-right");
    }

    [Theory, OnBothDatabases]
    public async Task Each_step_and_each_look_at_sealed_names_and_secrets_is_in_the_trail(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(draw.County.Office, DrawingCounty.First))).Value.Count.ShouldBe(6);
        await draw.OpenAsync();

        var acts = await draw.County.ReadAsync(db => db.AuditEntries.Select(e => e.Act).Distinct().ToListAsync());
        foreach (var act in (string[])
            ["log.founded", "witness.appointed", "draw.committed", "witness.unlocked", "draw.contributed", "draw.revealed", "draw.sealed", "draw.names-read", "draw.opened", "secret.read"])
        {
            acts.ShouldContain(act);
        }

        var secrets = await draw.County.ReadAsync(db => db.AuditEntries.Where(e => e.Act == "secret.read").Select(e => e.Key).Distinct().ToListAsync());
        secrets.ShouldContain($"server-secret/{DrawingCounty.First}/1");
        (await draw.County.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.After != null && e.After.Contains("3 1 4 1 5")))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Tasks_drawn_together_are_parts_of_one_draw_and_one_door(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        var second = "532822202603021002";
        await draw.SaveAsync([
            draw.ATask(DrawingCounty.First, QuotaWish.Of(5), "SC-01"),
            draw.ATask(second, QuotaWish.OfEach(BasisPoints.Of(2_500)), "YJ-03"),
        ]);

        var wish = new DrawWish(DrawingCounty.First, second) { Guests = ["企业代表"] };
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, wish))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        var slip = (await draw.SealAsync()).Value;
        await draw.OpenAsync();

        slip.Drawn.ShouldBeInRange(5, 13);
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
        (await draw.CommitAsync(second)).Refusal!.Code.ShouldBe("draw.task-in-other-draw");
    }
}
