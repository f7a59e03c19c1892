using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>Requests asked for at the clerk's desk and decided at the head's, where the draw has not begun or its witnesses are missing.</summary>
public sealed class DecidedFromBothDesks(ABrowser browser)
{
    private const string First = DrawingCounty.First;
    private const string Second = "532822202603021002";

    [Fact]
    public async Task A_draw_from_subjects_of_the_same_year_is_committed_once_the_head_has_approved_the_ground()
    {
        await using var draw = await OfficeAndHeadAsync();
        await draw.DrawAsync();
        await draw.WithTaskAsync(Second);
        await using var house = new ADesk(draw.County.DataFolder);
        var (page, desk) = (await house.SignedInAsync(browser, "office"), await house.SignedInAsync(browser, "head"));

        await page.GotoAsync(house.Address + $"/draws/new?tasks={Second}&repeat=ManyComplaints");
        (await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).CountAsync()).ShouldBe(0);
        await page.Locator("textarea[name=Reason]").FillAsync("同类投诉集中，领导小组要求再查");
        await house.SeeAsync(page, null, "draw-repeat-ask");
        await ADesk.AskAsync(page);
        await house.SeeAsync(page, null, "draw-repeat-asked");
        await ADesk.ApproveAsync(desk, page.Url, "批准再次抽取本年已抽取的对象");
        await house.SeeAsync(desk, null, "draw-repeat-approved");

        await page.GotoAsync(house.Address + $"/draws/new?tasks={Second}&repeat=ManyComplaints");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("再次抽取已获批准（head）");
        await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).ClickAsync();
        await page.WaitForURLAsync($"**/draws/{Second}");
    }

    [Fact]
    public async Task A_void_whose_witnesses_are_missing_is_public_at_once_and_enters_the_log_when_they_cosign()
    {
        await using var draw = await OfficeAndHeadAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        await using var house = new ADesk(draw.County.DataFolder);
        var (page, desk) = (await house.SignedInAsync(browser, "office"), await house.SignedInAsync(browser, "head"));

        await page.GotoAsync(house.Address + $"/draws/{First}/void");
        await page.GetByLabel("原因类别").SelectOptionAsync("WrongLists");
        await page.Locator("textarea[name=Reason]").FillAsync("名单漏列了两户");
        await ADesk.AskAsync(page);
        await ADesk.ApproveAsync(desk, page.Url, "批准作废抽取");
        await house.SeeAsync(page, $"/draws/{First}", "draw-void-pending");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已决定作废（名单漏列了两户）");
        await house.SeeAsync(page, $"/portal/draws/{First}", "portal-void-pending");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("决定作废，等待见证人共签");

        foreach (var witness in (string[])["jiwei", "sifa"])
        {
            await page.GotoAsync(house.Address + $"/draws/{First}/witness/{witness}");
            (await page.Locator("input[name=Value]").CountAsync()).ShouldBe(0);
            await page.Locator("input[name=Passphrase]").FillAsync(DrawingCounty.Passphrase);
            await page.Locator("form button.primary").ClickAsync();
            await page.WaitForURLAsync($"**/draws/{First}");
        }

        (await page.Locator("h1").InnerTextAsync()).ShouldContain("已作废");
        await house.SeeAsync(page, null, "draw-void-in-log");
    }

    private static async Task<DrawingCounty> OfficeAndHeadAsync()
    {
        var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        await ADesk.AccountAsync(draw, "head", Role.DepartmentHead, Department.MarketSupervision);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        return draw;
    }
}
