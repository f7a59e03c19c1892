using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Demo;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>Supplement and replacement on the pages, after the visits went to their teams.</summary>
public sealed class ChangingASealedDraw(ABrowser browser)
{
    private const string First = DrawingCounty.First;

    [Fact]
    public async Task A_supplement_and_a_replacement_are_made_on_the_pages_and_a_refusal_keeps_what_was_typed()
    {
        await using var draw = await SealedAsync();
        await using var house = new ADesk(draw.County.DataFolder);
        var (page, desk) = (await house.SignedInAsync(browser, "office"), await house.SignedInAsync(browser, "head"));
        await house.SeeAsync(page, $"/draws/{First}", "draw-changes-sealed");

        await page.GetByRole(AriaRole.Link, new() { Name = "追加抽取" }).ClickAsync();
        await page.WaitForURLAsync("**/extend");
        await house.SeeAsync(page, null, "draw-extend");
        await page.GetByLabel("追加户数").FillAsync("99");
        await page.Locator("textarea[name=Reason]").FillAsync("举报增多，领导小组决定追加");
        await page.GetByRole(AriaRole.Button, new() { Name = "提出申请" }).ClickAsync();
        await page.Locator("#errors", new() { HasText = "还能追加 18 户" }).WaitForAsync();
        (await page.Locator("textarea[name=Reason]").InputValueAsync()).ShouldBe("举报增多，领导小组决定追加");
        await house.SeeAsync(page, null, "draw-extend-refused");
        await page.GetByLabel("追加户数").FillAsync("2");
        await ADesk.AskAsync(page);
        await house.SeeAsync(page, null, "draw-extend-asked");
        await ADesk.ApproveAsync(desk, page.Url, "批准追加抽取");
        await page.GotoAsync(house.Address + $"/draws/{First}");
        await house.SeeAsync(page, null, "draw-extended");

        await draw.CosignAsync();
        var old = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).FirstAsync());
        await page.GotoAsync(house.Address + $"/draws/{First}/list");
        await page.Locator("tr", new() { HasText = old }).GetByRole(AriaRole.Link, new() { Name = "更换" }).ClickAsync();
        await page.WaitForURLAsync("**/replace?subject=*");
        await house.SeeAsync(page, null, "draw-replace");
        (await page.Locator("select[name='Input.Subject']").InputValueAsync()).ShouldBe(old);
        await page.Locator("select[name='Input.Reason']").SelectOptionAsync(DrawingCounty.Case);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "证明.txt", MimeType = "text/plain", Buffer = "登记机关证明"u8.ToArray() });
        await ADesk.AskAsync(page);
        await ADesk.ApproveAsync(desk, page.Url, "批准更换对象");
        await house.SeeAsync(desk, null, "draw-replaced");

        await house.SeeAsync(page, $"/draws/{First}/list", "draw-list-changed");
        (await page.Locator("del").CountAsync()).ShouldBe(1);
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(9);
        var visit = await draw.County.ReadAsync(db => db.Visits.SingleAsync(v => v.State == VisitState.Withdrawn));
        await house.SeeAsync(page, $"/visits/{visit.Id}", "visit-withdrawn");
        await house.SeeAsync(page, "/", "home-office");
        await page.Locator(".todo", new() { HasText = "待见证人共签的抽取" }).Or(page.GetByText("待见证人共签的抽取")).First.ClickAsync();
        await page.WaitForURLAsync("**/draws?waits=Cosignatures");
        await house.SeeAsync(page, null, "draws-waiting");
        await draw.CosignAsync();

        await page.GotoAsync(house.Address + "/");
        await page.GetByText("有对象待匹配检查组的抽取").First.ClickAsync();
        await page.WaitForURLAsync("**/draws?waits=Teams");
        await page.GetByRole(AriaRole.Link, new() { Name = First, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "匹配检查组" }).ClickAsync();
        await page.WaitForURLAsync("**/match");
        await house.SeeAsync(page, null, "draw-match");
        await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).ClickAsync();
        await page.WaitForURLAsync($"**/draws/{First}-m1");
        await draw.ContributeAsync("jiwei", First + "-m1");
        await draw.ContributeAsync("sifa", First + "-m1");
        (await draw.SealAsync(First + "-m1")).Value.Teams.ShouldBe(3);
        await house.SeeAsync(page, $"/draws/{First}-m1", "draw-stage");
        await house.SeeAsync(page, $"/draws/{First}/list", "draw-list-matched");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("待匹配");
        await house.SeeAsync(page, "/visits/release", "release-stage");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("补充匹配检查组");
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_plan_lists_no_case_the_page_says_so_and_what_to_do_instead()
    {
        await using var draw = await SealedAsync(noCase: true);
        await using var house = new ADesk(draw.County.DataFolder);
        var page = await house.SignedInAsync(browser, "office");

        await house.SeeAsync(page, $"/draws/{First}/replace", "draw-replace-none");

        (await page.Locator("main").InnerTextAsync()).ShouldContain("一律不替换");
        (await page.Locator("form[enctype]").CountAsync()).ShouldBe(0);
        await page.GotoAsync(house.Address + $"/draws/{First}/list");
        (await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "更换" }).CountAsync()).ShouldBe(0);
    }

    private static async Task<DrawingCounty> SealedAsync(bool noCase = false)
    {
        var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        if (noCase)
        {
            await draw.County.AskAsync(async (SupervisionDb db) =>
            {
                var plan = await db.Plans.SingleAsync();
                plan.Rename(plan.Name, []);
                return await db.CommitAsync(draw.County.Office, new Act("test.prepared"));
            });
        }

        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        await ADesk.AccountAsync(draw, "head", Role.DepartmentHead, Department.MarketSupervision);
        await draw.DrawAsync();
        await draw.CosignAsync();
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, First))).Refusal.ShouldBeNull();
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        return draw;
    }
}
