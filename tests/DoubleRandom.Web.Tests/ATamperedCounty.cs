using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.NightWork;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Tests.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests;

/// <summary>The platform started over data that somebody changed behind it.</summary>
public sealed class ATamperedCounty(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData("UPDATE draws SET state = 'Contributing'", "532822202603021001")]
    [InlineData("UPDATE draws SET state = 'Nonsense'", "无法读取")]
    public async Task It_goes_on_answering_and_says_on_every_page_that_draws_have_stopped(string tampering, string because)
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await ADesk.AccountAsync(draw, "auditor", Role.Auditor);
        await draw.County.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync(tampering));

        await using var desk = new ADesk(draw.County.DataFolder);
        await CheckedAsync(draw.County);

        using var reader = new HttpClient { BaseAddress = new(desk.Address) };
        (await reader.GetStringAsync("/portal/log")).ShouldContain("核对未通过");
        var page = await desk.SignedInAsync(browser, "auditor");
        await page.GotoAsync(desk.Address + "/trail");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("一切抽取已停止");
        (await draw.County.AskAsync((LogReader r) => r.NewestCheckAsync()))!.Chinese.ShouldContain(because);
    }

    [Fact]
    public async Task The_watch_outlives_a_database_that_cannot_be_read_at_all()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await SqlAsync("ALTER TABLE logs RENAME TO logs_away");
        using var watch = new NightWatch(draw.County.Services.GetRequiredService<IServiceScopeFactory>(), draw.County.Services.GetServices<INightWork>(), draw.County.Clock, NullLogger<NightWatch>.Instance);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await SqlAsync("ALTER TABLE logs_away RENAME TO logs");

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await draw.County.AskAsync((LogReader r) => r.NewestCheckAsync(patience.Token)) is null)
        {
            watch.ExecuteTask!.IsCompleted.ShouldBeFalse();
            draw.County.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(100, patience.Token);
        }

        await watch.StopAsync(TestContext.Current.CancellationToken);

        Task<int> SqlAsync(string sql) => draw.County.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync(sql));
    }

    [Theory]
    [InlineData("2026-03-02T01:00:00+08:00", 90)]
    [InlineData("2026-03-02T02:29:59+08:00", 1 / 60.0)]
    [InlineData("2026-03-02T02:30:00+08:00", 24 * 60)]
    [InlineData("2026-03-01T19:30:00+00:00", 23 * 60)]
    public void The_next_check_is_at_half_past_two_in_Shanghai(string now, double minutes) =>
        NightWatch.UntilNext(DateTimeOffset.Parse(now, null)).TotalMinutes.ShouldBe(minutes, 0.001);

    /// <summary>Waits until the check of the start is done.</summary>
    private static async Task CheckedAsync(TestCounty county)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await county.AskAsync((LogReader r) => r.NewestCheckAsync(patience.Token)) is null)
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
