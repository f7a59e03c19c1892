using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>A draw held on the pages, as the people in the room see it.</summary>
public sealed class ACeremony(ABrowser browser)
{
    private const string Password = ADesk.Password;
    private const string First = DrawingCounty.First;

    [Fact]
    public async Task A_draw_is_held_on_the_pages_from_preview_to_opening_and_its_record_is_valid()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        await ADesk.AccountAsync(draw, "head", Role.DepartmentHead, Department.MarketSupervision);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        await using var house = new ADesk(draw.County.DataFolder);
        var (page, desk) = (await house.SignedInAsync(browser, "office"), await house.SignedInAsync(browser, "head"));

        await house.SeeAsync(page, "/draws", "draws");
        await page.GetByRole(AriaRole.Link, new() { Name = "预览“茶叶生产企业联合检查”的抽取" }).ClickAsync();
        await page.GetByLabel("来宾代表的身份").FillAsync("企业代表");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await house.SeeAsync(page, null, "draw-preview");
        await page.GetByRole(AriaRole.Link, new() { Name = "不纳入抽取（茶叶生产企业联合检查）" }).ClickAsync();
        await page.GetByLabel("对象的统一社会信用代码或登记编号").FillAsync(draw.ASubject(3).Code);
        await page.GetByLabel("原因类别").SelectOptionAsync("SpecialInspection");
        await page.GetByLabel("理由").FillAsync("市局专项检查本月已查");
        await ADesk.AskAsync(page);
        await house.SeeAsync(page, null, "draw-leave-out-asked");
        await ADesk.ApproveAsync(desk, page.Url, "批准不纳入抽取");
        await page.GotoAsync(house.Address + $"/draws/left-out/{First}");
        await page.GetByText("市局专项检查本月已查").WaitForAsync();
        await house.SeeAsync(page, null, "draw-left-out");
        await page.GetByRole(AriaRole.Link, new() { Name = "重新纳入" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "将“勐海第3茶厂”重新纳入抽取" }).WaitForAsync();
        await page.GetByLabel("理由").FillAsync("专项检查取消");
        await page.GetByRole(AriaRole.Button, new() { Name = "重新纳入" }).ClickAsync();
        await page.GetByText("没有不纳入的对象").WaitForAsync();
        await page.GotoAsync(house.Address + $"/draws/new?tasks={First}&guests=企业代表");
        await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).ClickAsync();
        await page.WaitForURLAsync($"**/draws/{First}");
        await house.SeeAsync(page, null, "draw-committed");

        await ContributeAsync(page, house, "jiwei", "wrong passphrase");
        await page.Locator("#errors").WaitForAsync();
        await house.SeeAsync(page, null, "draw-witness");
        await page.GetByRole(AriaRole.Button, new() { Name = "揭示" }).CountAsync();
        await ContributeAsync(page, house, "jiwei", DrawingCounty.Passphrase);
        await page.WaitForURLAsync($"**/draws/{First}");
        await ContributeAsync(page, house, "sifa", DrawingCounty.Passphrase);
        await page.WaitForURLAsync($"**/draws/{First}");
        await ContributeAsync(page, house, "guest-1", null);
        await page.WaitForURLAsync($"**/draws/{First}");
        await house.SeeAsync(page, null, "draw-contributed");

        await page.GetByRole(AriaRole.Button, new() { Name = "揭示、抽取并密封" }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "抽中 6 户" }).WaitForAsync();
        await house.SeeAsync(page, null, "draw-sealed");
        await house.SeeAsync(page, $"/draws/{First}/list", "draw-list");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(6);
        await house.SeeAsync(page, "/draws/log", "draw-log");
        await page.GetByRole(AriaRole.Button, new() { Name = "立即核对" }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "核对完毕" }).WaitForAsync();
        await house.SeeAsync(page, $"/draws/{First}/minutes", "draw-minutes");

        await page.GotoAsync(house.Address + $"/draws/{First}");
        await page.GetByRole(AriaRole.Link, new() { Name = "公开", Exact = true }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "还有 6 户的检查任务没有下达" }).WaitForAsync();
        await house.SeeAsync(page, null, "draw-opening");
        await page.GetByLabel("理由").FillAsync("示范演练");
        await ADesk.AskAsync(page);
        await house.SeeAsync(page, null, "draw-opening-asked");
        await ADesk.ApproveAsync(desk, page.Url, "批准提前公开");
        await ContributeAsync(page, house, "jiwei", DrawingCounty.Passphrase, value: null);
        await page.WaitForURLAsync($"**/draws/{First}");
        await ContributeAsync(page, house, "sifa", DrawingCounty.Passphrase, value: null);
        await page.WaitForURLAsync($"**/draws/{First}");
        await house.SeeAsync(page, null, "draw-opened");
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public async Task A_void_is_asked_at_the_clerks_desk_and_decided_at_the_heads_and_a_shortage_is_told_before_the_commitment()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite, inspectorsOfLead: 3);
        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        await ADesk.AccountAsync(draw, "head", Role.DepartmentHead, Department.MarketSupervision);
        await draw.DrawAsync();
        await draw.CosignAsync();
        await draw.SaveAsync([draw.ATask("532822202603021002", QuotaWish.Of(4), "SC-01")]);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        await using var house = new ADesk(draw.County.DataFolder);
        var page = await house.SignedInAsync(browser, "office");

        await page.GotoAsync(house.Address + "/draws/new?tasks=532822202603021002&lead=4");
        await page.Locator("section.danger").WaitForAsync();
        (await page.Locator("section.danger").InnerTextAsync()).ShouldContain("不得人工指定");
        (await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).CountAsync()).ShouldBe(0);
        await house.SeeAsync(page, null, "draw-shortage");

        await page.GotoAsync(house.Address + $"/draws/{First}/void");
        await page.GetByLabel("作废原因类别").Or(page.GetByLabel("原因类别")).First.SelectOptionAsync("WrongLists");
        await page.Locator("textarea[name=Reason]").FillAsync("名单漏列了两户");
        await house.SeeAsync(page, null, "draw-void");
        await ADesk.AskAsync(page);
        await house.SeeAsync(page, null, "draw-request-asked");
        (await page.GetByRole(AriaRole.Button, new() { Name = "批准" }).CountAsync()).ShouldBe(0);

        var desk = await house.SignedInAsync(browser, "head");
        await desk.GetByText("待审批的抽取事项申请").First.ClickAsync();
        await desk.WaitForURLAsync("**/draws/requests?state=Asked");
        await house.SeeAsync(desk, null, "draw-requests-head");
        await desk.GetByRole(AriaRole.Link, new() { Name = "作废抽取" }).ClickAsync();
        await desk.WaitForURLAsync("**/draws/requests/*");
        await house.SeeAsync(desk, null, "draw-request-head");
        await desk.GetByRole(AriaRole.Button, new() { Name = "批准作废抽取" }).ClickAsync();
        await desk.Locator(".notice", new() { HasText = "已批准并办理" }).WaitForAsync();
        await house.SeeAsync(desk, null, "draw-request-approved");

        await page.GotoAsync(house.Address + $"/draws/{First}");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已作废");
        await house.SeeAsync(page, null, "draw-voided");
    }

    private static async Task ContributeAsync(IPage page, ADesk house, string witness, string? passphrase, string? value = "3 5 6")
    {
        await page.GotoAsync(house.Address + $"/draws/{First}/witness/{witness}");
        if (value is not null)
        {
            await page.Locator("input[name=Value]").FillAsync(value);
        }

        if (passphrase is not null)
        {
            await page.Locator("input[name=Passphrase]").FillAsync(passphrase);
        }

        await page.Locator("form button.primary").ClickAsync();
    }
}
