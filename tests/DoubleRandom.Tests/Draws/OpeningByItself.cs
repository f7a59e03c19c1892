using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class OpeningByItself
{
    [Theory, OnBothDatabases]
    public async Task A_sealed_draw_is_not_due_while_its_inspections_go_on_and_is_on_its_last_day(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        (await DueAsync(draw)).ShouldBeEmpty();
        var row = await draw.County.ReadAsync(db => db.Draws.AsNoTracking().SingleAsync());

        draw.County.Clock.Advance(row.OpenBy - draw.County.Clock.Now());

        (await DueAsync(draw)).ShouldBe([DrawingCounty.First]);
        (await OpenAsync(draw)).ShouldBeNull();
        row = await draw.County.ReadAsync(db => db.Draws.AsNoTracking().SingleAsync());
        row.State.ShouldBe(DrawState.Opened);
        (await draw.County.ReadAsync(db => db.AuditEntries.Where(e => e.Act == "draw.opened").Select(e => e.Who).Distinct().ToListAsync())).ShouldBe(["平台（定时核对）"]);
        (await DueAsync(draw)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_due_the_day_after_its_tasks_when_nothing_waits(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        await draw.County.ReadAsync(async db =>
        {
            foreach (var visit in await db.Visits.ToListAsync())
            {
                visit.Submit(null);
            }

            return await db.CommitAsync(draw.County.Office, new Act("test.prepared"));
        });
        (await DueAsync(draw)).ShouldBeEmpty();
        var last = await draw.County.ReadAsync(db => db.Tasks.MaxAsync(t => t.To));

        draw.County.Clock.SetUtcNow(CountyTime.StartOf(last.AddDays(1)));

        (await DueAsync(draw)).ShouldBe([DrawingCounty.First]);
    }

    [Theory, OnBothDatabases]
    public async Task A_voided_attempt_is_due_at_once_and_waits_only_for_its_cosignatures(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        (await draw.VoidAsync()).Refusal.ShouldBeNull();

        (await DueAsync(draw)).ShouldBe([DrawingCounty.First]);
        await draw.County.RestartAsync();
        (await OpenAsync(draw))!.Code.ShouldBe("draw.needs-cosignatures");
        await draw.CosignAsync();
        (await OpenAsync(draw)).ShouldBeNull();
    }

    private static Task<IReadOnlyList<string>> DueAsync(DrawingCounty draw) => draw.County.AskAsync((OpenDueDraws d) => d.NumbersAsync());

    private static Task<Refusal?> OpenAsync(DrawingCounty draw) =>
        draw.County.AskAsync((OpenDueDraws d) => d.RunAsync(TestCounty.Menghai, DrawingCounty.First));
}
