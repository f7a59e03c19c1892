using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

public sealed class CheckingTheLog
{
    [Theory, OnBothDatabases]
    public async Task A_sound_log_is_found_sound_and_the_check_is_kept(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();

        (await CheckAsync(draw.County)).ShouldBeNull();

        var run = (await draw.County.AskAsync((LogReader r) => r.NewestCheckAsync()))!;
        (run.Fits, run.Chinese, run.At).ShouldBe((true, "", draw.County.Clock.Now()));
        run.Size.ShouldBeGreaterThan(3);
        await Should.ThrowAsync<Exception>(() => SqlAsync(draw.County, "DELETE FROM log_check_runs"));
    }

    [Theory, OnBothDatabases]
    public async Task A_difference_stops_every_draw_until_a_check_finds_none(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.WithTaskAsync("532822202603021002");
        await draw.CommitAsync();
        await SqlAsync(draw.County, "UPDATE draws SET state = 'Contributing'");
        (await CheckAsync(draw.County))!.Code.ShouldBe("draw.differs-from-log");

        var other = (await draw.CommitAsync("532822202603021002")).Refusal!;

        other.Code.ShouldBe("log.stopped");
        other.Because.ShouldContain("532822202603021001");
        await SqlAsync(draw.County, "UPDATE draws SET state = 'Committed'");
        (await draw.CommitAsync("532822202603021002")).Refusal!.Code.ShouldBe("log.stopped");
        draw.County.Clock.Advance(TimeSpan.FromMinutes(1));
        (await CheckAsync(draw.County)).ShouldBeNull();
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_published_result_changed_behind_the_program_is_found(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.PublishedAsync(county);
        (await Results(county)).ShouldBe("draw.differs-from-log"); // this county's draw was never held: only the results fit

        await SqlAsync(county, "DELETE FROM drawn_subjects");
        (await Results(county)).ShouldBeNull();
        await SqlAsync(county, "UPDATE published_results SET subject_name = '别家'");
        (await Results(county)).ShouldBe("result.differs-from-log");
        await SqlAsync(county, "DELETE FROM published_results");
        (await Results(county)).ShouldBe("result.differs-from-log");

        static async Task<string?> Results(TestCounty county) => (await CheckAsync(county))?.Code;
    }

    [Theory, OnBothDatabases]
    public async Task A_visit_taken_out_from_under_its_published_result_is_found(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.PublishedAsync(county);
        await SqlAsync(county, "DELETE FROM drawn_subjects");

        await SqlAsync(county, "DELETE FROM visits");

        (await CheckAsync(county))!.Code.ShouldBe("result.differs-from-log");
    }

    [Theory, OnBothDatabases]
    public async Task An_edition_of_which_the_log_knows_nothing_is_found(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.PublishedAsync(county);
        await SqlAsync(county, "DELETE FROM drawn_subjects");
        (await CheckAsync(county)).ShouldBeNull();

        await SqlAsync(county, database == DatabaseKind.Sqlite
            ? "DROP TRIGGER result_editions_no_UPDATE"
            : "DROP TRIGGER result_editions_append_only ON result_editions");
        await SqlAsync(county, "UPDATE result_editions SET log_index = 7");
        (await CheckAsync(county))!.Code.ShouldBe("result.differs-from-log");
    }

    [Fact]
    public async Task Only_who_may_read_the_registers_checks()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var nobody = new Actor { Name = "x", Jurisdiction = TestCounty.Menghai, Posts = [] };
        (await county.AskAsync((CheckLog c) => c.RunAsync(nobody)))!.Code.ShouldBe("access.no-right");
        (await county.AskAsync((CheckLog c) => c.RunAsync(county.Office))).ShouldBeNull(); // no log, no draw: nothing differs
    }

    private static Task<Refusal?> CheckAsync(TestCounty county) => county.AskAsync((CheckLog c) => c.RunAsync(Actor.Platform(TestCounty.Menghai)));

    private static Task<int> SqlAsync(TestCounty county, string sql) => county.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync(sql));
}
