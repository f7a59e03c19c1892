using System.Net;
using DoubleRandom.Testing.Draws;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Ceremony;

/// <summary>What anybody sees of a draw while it is held.</summary>
public sealed class TheLiveScreen(ABrowser browser)
{
    private const string Screen = "/ceremony/" + DrawingCounty.First;

    [Fact]
    public async Task It_shows_by_itself_what_happens_in_the_room_and_names_nobody_drawn()
    {
        var live = new ALiveDraw();
        await using var ended = live;
        await live.InitializeAsync();
        var pages = new[] { await browser.DesktopAsync(), await browser.PhoneAsync() };
        foreach (var page in pages)
        {
            await page.GotoAsync(live.Site.Address + Screen);
            await SaysAsync(page, "见证人各自写下");
        }

        await ShowAsync(pages, "fixed");
        await live.Draw.ContributeAllAsync();
        foreach (var page in pages)
        {
            await SaysAsync(page, "合成随机数");
        }

        (await live.Draw.SealAsync()).Refusal.ShouldBeNull();
        foreach (var page in pages)
        {
            await Assertions.Expect(page.Locator(".figures >> text=户抽中")).ToBeVisibleAsync();
            (await page.ContentAsync()).ShouldNotContain("9153282200000");
        }

        await live.Draw.CosignAsync();
        await live.Draw.OpenAsync();
        foreach (var page in pages)
        {
            await SaysAsync(page, "重算一遍");
        }

        await ShowAsync(pages, "open");
    }

    [Fact]
    public async Task However_many_watch_the_state_is_read_once_a_second()
    {
        var live = new ALiveDraw();
        await using var ended = live;
        await live.InitializeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => live.Site.Reader.GetAsync(Screen + "/state")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK && answer.Headers.CacheControl!.NoStore);
        answers.Count(answer => answer.Headers.Age is not null).ShouldBeGreaterThan(50); // told from the one that was read
    }

    [Fact]
    public async Task It_says_the_same_without_script_and_needs_no_sign_in()
    {
        var live = new ALiveDraw();
        await using var ended = live;
        await live.InitializeAsync();

        var html = await live.Site.Reader.GetStringAsync(Screen);

        html.ShouldContain("户在名单内");
        html.ShouldContain("不参加抽取的");
        html.ShouldContain("日志根");
        html.ShouldNotContain("OfficeClerk");
        var state = await live.Site.Reader.GetStringAsync(Screen + "/state");
        await live.Draw.ContributeAllAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await live.Site.Reader.GetStringAsync(Screen + "/state", patience.Token) == state)
        {
            await Task.Delay(100, patience.Token); // the state is told anew within a second
        }

        (await live.Site.Reader.GetAsync("/ceremony/530000")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await live.Site.Reader.GetAsync("/ceremony/530000/state")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task SaysAsync(IPage page, string words) => Assertions.Expect(page.Locator(".stage-next")).ToContainTextAsync(words);

    private static async Task ShowAsync(IPage[] pages, string name)
    {
        foreach (var (page, width) in pages.Zip(["desktop", "phone"]))
        {
            await ABrowser.LookAtAsync(page, $"ceremony-{name}-{width}");
        }
    }
}
