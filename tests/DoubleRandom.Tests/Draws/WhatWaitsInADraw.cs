using DoubleRandom.Access;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Plans;
using DoubleRandom.Reminders;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;

namespace DoubleRandom.Tests.Draws;

/// <summary>The home page's cards of plans and draws, from the draft plan to the opened draw.</summary>
public sealed class WhatWaitsInADraw
{
    [Theory, OnBothDatabases]
    public async Task Each_step_of_a_draw_waits_on_the_offices_home_page_and_links_to_its_list(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        (await CodesAsync(draw)).ShouldBeEmpty();
        await draw.WithTaskAsync();
        var task = (await ToDosAsync(draw)).Single();
        (task.Code, task.Count, task.Due, task.Overdue, task.Href).ShouldBe(("draws.tasks-to-draw", 1, new DateOnly(2026, 3, 10), 0, "/draws?tasks=due"));

        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        (await CodesAsync(draw)).ShouldBe(["draws.contributions"]);
        (await ToDosAsync(draw)).Single().Href.ShouldBe("/draws?waits=Contributions");
        await draw.ContributeAllAsync();
        (await CodesAsync(draw)).ShouldBe(["draws.seal"]);
        await draw.SealAsync();
        (await RowAsync(draw)).Waits.ShouldBe(DrawWait.Inspections);
        (await draw.ExtendAsync(1)).Refusal.ShouldBeNull();
        (await CodesAsync(draw)).ShouldBe(["draws.cosignatures"]);
        await draw.CosignAsync();
        (await CodesAsync(draw)).ShouldBe(["draws.teams"]);
        (await draw.County.AskAsync((CommitMatch c) => c.RunAsync(draw.County.Office, new MatchWish(DrawingCounty.First)))).Refusal.ShouldBeNull();
        (await CodesAsync(draw)).ShouldBe(["draws.contributions"]);
        foreach (var witness in (string[])["jiwei", "sifa"])
        {
            (await draw.ContributeAsync(witness, DrawingCounty.First + "-m1")).Refusal.ShouldBeNull();
        }

        (await draw.SealAsync(DrawingCounty.First + "-m1")).Refusal.ShouldBeNull();
        (await CodesAsync(draw)).ShouldBeEmpty();

        draw.County.Clock.Advance(TimeSpan.FromDays(61));
        var opening = (await ToDosAsync(draw)).Single(t => t.Code == "draws.opening");
        (opening.Count, opening.Overdue).ShouldBe((2, 0));
        opening.Due.ShouldBe((await RowAsync(draw)).OpenBy.Day());
        draw.County.Clock.Advance(TimeSpan.FromDays(90));
        (await ToDosAsync(draw)).Single(t => t.Code == "draws.opening").Overdue.ShouldBe(2);
        (await draw.County.AskAsync((OpenDraw o) => o.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        (await CodesAsync(draw)).ShouldContain("draws.cosignatures");
        await draw.CosignAsync();
        await draw.OpenAsync(DrawingCounty.First + "-m1");
        (await CodesAsync(draw)).ShouldBeEmpty();
        (await RowAsync(draw)).Waits.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_plan_and_a_task_past_its_first_day_wait_for_the_office_and_nobody_else(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        (await draw.County.AskAsync((AddPlan a) => a.RunAsync(draw.County.Office, 2027, "2027 年度计划"))).Refusal.ShouldBeNull();
        draw.County.Clock.Advance(TimeSpan.FromDays(10));

        var todos = await ToDosAsync(draw);
        todos.Select(t => (t.Code, t.Count, t.Overdue, t.Href)).ShouldBe(
            [("draws.tasks-to-draw", 1, 1, "/draws?tasks=due"), ("plans.to-publish", 1, 0, "/plans?state=Draft")]);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.OfficeClerk))
        {
            (await draw.County.AskAsync((ToDoReader r) => r.OfAsync(TestCounty.As(role, "SC"))))
                .Where(t => t.Code.StartsWith("draws.", StringComparison.Ordinal) || t.Code.StartsWith("plans.", StringComparison.Ordinal)).ShouldBeEmpty(role.ToString());
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_voided_attempt_waits_for_its_opening_at_once(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        await draw.VoidAsync();
        (await RowAsync(draw)).Waits.ShouldBe(DrawWait.Cosignatures);
        await draw.CosignAsync();

        (await CodesAsync(draw)).ShouldBe(["draws.opening", "draws.tasks-to-draw"], ignoreOrder: true);
    }

    /// <summary>Without the visits that wait for their release.</summary>
    private static async Task<IReadOnlyList<ToDo>> ToDosAsync(DrawingCounty draw) =>
        [.. (await draw.County.AskAsync((ToDoReader r) => r.OfAsync(draw.County.Office))).Where(t => !t.Code.StartsWith("visits.", StringComparison.Ordinal))];

    private static async Task<IEnumerable<string>> CodesAsync(DrawingCounty draw) => (await ToDosAsync(draw)).Select(t => t.Code);

    private static async Task<DrawRow> RowAsync(DrawingCounty draw) => (await draw.County.AskAsync((DrawReader r) => r.ListAsync())).Single(d => d.Number == DrawingCounty.First);
}
