using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>The office names an issue of a lottery on the page of the draw, and enters its numbers once they are published.</summary>
public sealed class APublicNumber(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Number = DrawingCounty.First;

    [Fact]
    public async Task Is_named_before_entered_twice_after_and_shown_to_everybody()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        await using var desk = new ADesk(draw.County.DataFolder);
        var page = await desk.SignedInAsync(browser, "office");

        await page.GotoAsync($"{desk.Address}/draws/new?tasks={Number}&beacon=Lottery&guests=企业代表");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("请写明公共随机源的期号");
        await page.Locator("input[name=round]").FillAsync("双色球 2026025");
        await page.GetByText("预览", new() { Exact = true }).Last.ClickAsync();
        await desk.SeeAsync(page, null, "beacon-preview");
        await page.Locator("form:has([name=Seen]) button.primary").ClickAsync();
        await page.WaitForURLAsync($"**/draws/{Number}");
        await draw.ContributeAllAsync();
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-beacon");

        await desk.SeeAsync(page, $"/ceremony/{Number}", "beacon-ceremony");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("等待公共随机数：双色球 2026025");
        await page.GotoAsync($"{desk.Address}/draws/{Number}");
        await page.GetByRole(AriaRole.Link, new() { Name = "录入公共随机数" }).ClickAsync();
        await desk.SeeAsync(page, null, "beacon-tell");
        await page.Locator("[name=Value]").FillAsync("03 09 14 17 28 31 + 08");
        await page.Locator("[name=Again]").FillAsync("03 09 14 17 28 31 + 09");
        await page.Locator("main button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("两次输入的内容不一致");
        await page.Locator("[name=Again]").FillAsync("03 09 14 17 28 31 + 08");
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync($"**/draws/{Number}");
        await draw.CosignAsync();
        (await draw.SealAsync()).Refusal.ShouldBeNull();

        await page.GotoAsync($"{desk.Address}/portal/draws/{Number}");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("03 09 14 17 28 31 + 08");
    }
}
