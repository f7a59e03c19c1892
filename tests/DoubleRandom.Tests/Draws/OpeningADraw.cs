using DoubleRandom.Assignments;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class OpeningADraw
{
    [Theory, OnBothDatabases]
    public async Task Waits_for_teams_for_the_release_and_for_every_inspection(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await draw.ExtendAsync(2)).Refusal.ShouldBeNull();
        await draw.CosignAsync();

        var early = (await OpenAsync(draw)).Refusal.ShouldNotBeNull();
        early.Code.ShouldBe("draw.opening-too-early");
        early.Because.ShouldContain("还有 2 户没有检查组；还有 6 户的检查任务没有下达");
        early.InEnglish.ShouldContain("2 subjects have no team yet; the visits of 6 subjects have not been released");
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        (await OpenAsync(draw)).Refusal.ShouldNotBeNull().Because.ShouldContain("还有 6 户没有检查");
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).OpenedIndex.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Earlier_takes_a_second_person_and_a_reason_that_the_trail_keeps(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);

        (await draw.DecidedAsync(new(DrawRequestKind.OpenEarly, DrawingCounty.First, " "))).Refusal.ShouldNotBeNull().Code.ShouldBe("reason.missing");
        (await draw.DecidedAsync(new(DrawRequestKind.OpenEarly, DrawingCounty.First, "示范"), draw.County.Office)).Refusal.ShouldNotBeNull().Code.ShouldBe("access.no-right");
        (await OpenAsync(draw)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.opening-too-early");
        (await draw.DecidedAsync(new(DrawRequestKind.OpenEarly, DrawingCounty.First, "示范"))).Refusal.ShouldBeNull();

        var line = await draw.County.ReadAsync(db => db.AuditEntries.FirstAsync(e => e.Act == "draw.opened"));
        line.Reason.ShouldNotBeNull().ShouldStartWith("示范");
        line.Reason!.ShouldContain(DrawingCounty.Head.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Its_last_day_ends_the_waiting_and_a_voided_attempt_does_not_wait_at_all(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        (await OpenAsync(draw)).Refusal.ShouldBeNull();
        await draw.CosignAsync();

        await draw.DrawAsync();
        await draw.CosignAsync();
        (await OpenAsync(draw)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.opening-too-early");
        draw.County.Clock.Advance((await draw.County.ReadAsync(db => db.Draws.SingleAsync(d => d.Attempt == 2))).OpenBy - draw.County.Clock.Now());
        (await OpenAsync(draw)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_names_the_state_in_the_language_of_its_sentence()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();

        var refusal = (await OpenAsync(draw)).Refusal.ShouldNotBeNull();

        refusal.Because.ShouldContain("已承诺");
        refusal.InEnglish.ShouldContain("committed");
        refusal.InEnglish.ShouldNotContain("承诺");
    }

    private static async Task<DrawingCounty> SealedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        return draw;
    }

    private static Task<Outcome<bool>> OpenAsync(DrawingCounty draw) =>
        draw.County.AskAsync((OpenDraw o) => o.RunAsync(draw.County.Office, DrawingCounty.First));
}
