using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Visits;

/// <summary>A visit from release to the public register, at the screen and on a phone.</summary>
public sealed class AVisitOnScreen(ABrowser browser)
{
    private const string Password = "Chosen-2026";

    [Fact]
    public async Task A_visit_goes_from_release_to_the_public_register_at_every_width_and_axe_finds_nothing()
    {
        await using var app = new ARunningApp();
        await PrepareAsync(app);

        var office = await SignInAsync(app, await browser.DesktopAsync(), "office");
        await ABrowser.LookAtAsync(office, "home-office");
        await office.GotoAsync(app.Address + "/visits/release");
        await ABrowser.LookAtAsync(office, "visits-release");
        await office.GetByRole(AriaRole.Button, new() { Name = "下达", Exact = true }).ClickAsync();
        await Assertions.Expect(office.GetByText("已下达 2 项检查任务")).ToBeVisibleAsync();

        var phone = await SignInAsync(app, await browser.PhoneAsync(), "leader");
        await ABrowser.LookAtAsync(phone, "home-inspector-phone");
        await phone.GotoAsync(app.Address + "/visits?state=open");
        await ABrowser.LookAtAsync(phone, "visits-phone");
        await FollowAsync(app, phone, "勐海县第1农资店");
        await ABrowser.LookAtAsync(phone, "visit-phone");
        await FollowAsync(app, phone, "录入结果");
        await phone.Locator("[name=LeaderOpinion]").FillAsync("同意检查组意见");
        await phone.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("草稿已保存")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await ABrowser.LookAtAsync(phone, "result-refused-phone");
        (await phone.Locator("[name=LeaderOpinion]").InputValueAsync()).ShouldBe("同意检查组意见");
        await phone.Locator(".errors a").First.ClickAsync();
        phone.Url.ShouldContain("#f-VisitedOn");
        await phone.GotoAsync(phone.Url.Split('#')[0]);
        await FillAsync(phone, app);
        await ABrowser.LookAtAsync(phone, "result-phone");
        await phone.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("结果已提交，等待审核")).ToBeVisibleAsync();

        var reviewer = await SignInAsync(app, await browser.DesktopAsync(), "reviewer");
        await ABrowser.LookAtAsync(reviewer, "home-reviewer");
        await reviewer.GotoAsync(app.Address + "/visits?state=AwaitingReview");
        await ABrowser.LookAtAsync(reviewer, "visits");
        await FollowAsync(app, reviewer, "勐海县第1农资店");
        await ABrowser.LookAtAsync(reviewer, "visit");
        await FollowAsync(app, reviewer, "审核");
        await ABrowser.LookAtAsync(reviewer, "review");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "审核通过并公示" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("已审核通过并公示")).ToBeVisibleAsync();
        await FollowAsync(app, reviewer, "打印记录表");
        await ABrowser.LookAtAsync(reviewer, "record-paper");
        (await reviewer.Locator("tr.sign").First.InnerTextAsync()).ShouldContain("岩*");

        var citizen = await browser.PhoneAsync();
        await citizen.GotoAsync(app.Address + "/portal/results?q=第1农资");
        await ABrowser.LookAtAsync(citizen, "register-phone");
        await Assertions.Expect(citizen.GetByText("勐海县第1农资店").First).ToBeVisibleAsync();
        (await citizen.ContentAsync()).ShouldNotContain("检查员");
    }

    [Fact]
    public async Task A_stranger_finds_no_visit_and_the_forms_of_substitution_and_result_are_accessible()
    {
        await using var app = new ARunningApp();
        await PrepareAsync(app);
        var visit = await ReleaseAsync(app);

        var stranger = await SignInAsync(app, await browser.DesktopAsync(), "stranger");
        foreach (var below in new[] { "", "/result", "/print", "/notice", "/substitution" })
        {
            (await stranger.GotoAsync($"{app.Address}/visits/{visit}{below}"))!.Status.ShouldBe(404, below);
        }

        var leader = await SignInAsync(app, await browser.DesktopAsync(), "leader");
        await leader.GotoAsync($"{app.Address}/visits/{visit}/result");
        await ABrowser.LookAtAsync(leader, "result");
        await leader.GotoAsync($"{app.Address}/visits/{visit}/substitution");
        await ABrowser.LookAtAsync(leader, "substitution");
        await leader.GetByLabel("检查员2（市场监管）").CheckAsync();
        await leader.GetByLabel("更换原因").SelectOptionAsync("OnLeave");
        await leader.GetByLabel("证明材料").FillAsync("病假条");
        await leader.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("更换申请已提交")).ToBeVisibleAsync();
        var head = await SignInAsync(app, await browser.DesktopAsync(), "head");
        await ABrowser.LookAtAsync(head, "home-head");
        await head.GotoAsync(app.Address + "/substitutions");
        await ABrowser.LookAtAsync(head, "substitutions");
        await head.GotoAsync(app.Address + await head.Locator("tbody a").First.GetAttributeAsync("href"));
        await Assertions.Expect(head.GetByRole(AriaRole.Button, new() { Name = "批准更换" })).ToBeVisibleAsync();
        await ABrowser.LookAtAsync(head, "substitution-decide");
    }

    private static async Task FillAsync(IPage page, ARunningApp app)
    {
        var today = app.Services.GetRequiredService<TimeProvider>().Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var day in new[] { "VisitedOn", "CompletedOn", "SignedOn-SC0001", "SignedOn-NY0003", "RepresentativeSignedOn", "LeaderSignedOn" })
        {
            await page.Locator($"[name='{day}']").FillAsync(today);
        }

        await page.Locator("[name=Methods][value=OnSite]").CheckAsync();
        foreach (var at in new[] { 0, 1 })
        {
            await page.Locator($"[name=Answer-{at}][value=Inspected]").CheckAsync();
            await page.Locator($"[name=Codes-{at}][value='{(at == 0 ? "02" : "01")}']").CheckAsync();
            await page.Locator($"[name=Disposals-{at}][value=NothingFurther]").CheckAsync();
        }

        await page.Locator("[name=Found-0]").FillAsync("进货台账缺两批次，当场补齐");
        await page.Locator("[name=Officers][value=SC0001]").CheckAsync();
        await page.Locator("[name=Officers][value=NY0003]").CheckAsync();
        await page.Locator("[name=Representative]").FillAsync("岩温");
    }

    /// <summary>Follows a link as a page of its own, so that what is looked at is the whole new page.</summary>
    private static async Task FollowAsync(ARunningApp app, IPage page, string name) =>
        await page.GotoAsync(app.Address + await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.GetAttributeAsync("href"));

    private static async Task<IPage> SignInAsync(ARunningApp app, IPage page, string name)
    {
        await page.GotoAsync(app.Address + "/sign-in");
        await page.Locator("[name='Input.UserName']").FillAsync(name);
        await page.Locator("[name='Input.Password']").FillAsync(Password);
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync(app.Address + "/");
        return page;
    }

    private static async Task PrepareAsync(ARunningApp app)
    {
        await InAsync(app, async services =>
        {
            var (db, clock) = (services.GetRequiredService<SupervisionDb>(), services.GetRequiredService<TimeProvider>());
            db.AddRange(AVisit.SealedRows(clock, clock.Today().AddDays(-5), 2));
            (await db.CommitAsync(TestCounty.As(Role.OfficeClerk), new Act("draw.sealed"))).ShouldBeNull();
            return (await services.GetRequiredService<FoundLog>().RunAsync(TestCounty.As(Role.Administrator), 1, Suite.Sha256)).Value;
        });
        var market = Department.MarketSupervision;
        await AccountAsync(app, "office", new Post(Role.OfficeClerk, null));
        await AccountAsync(app, "leader", new Post(Role.Inspector, market), "SC0001");
        await AccountAsync(app, "stranger", new Post(Role.Inspector, market), "SC0004");
        await AccountAsync(app, "reviewer", new Post(Role.Reviewer, market));
        await AccountAsync(app, "head", new Post(Role.DepartmentHead, market));
    }

    private static Task<int> AccountAsync(ARunningApp app, string name, Post post, string? inspector = null) => InAsync(app, async services =>
    {
        var made = await services.GetRequiredService<CreateAccount>().RunAsync(
            Actor.AtTheMachine(TestCounty.Menghai, "test"), new(name, name, [post]));
        var actor = await services.GetRequiredService<ActorReader>().FindAsync(name);
        (await services.GetRequiredService<ChangePassword>().RunAsync(actor!, made.Value, Password)).Refusal.ShouldBeNull();
        var db = services.GetRequiredService<SupervisionDb>();
        (await db.Users.SingleAsync(a => a.UserName == name)).InspectorNumber = inspector;
        (await db.CommitAsync(actor!, new Act("test.prepared"))).ShouldBeNull();
        return 0;
    });

    private static Task<Id<Visit>> ReleaseAsync(ARunningApp app) => InAsync(app, async services =>
    {
        _ = (await services.GetRequiredService<ReleaseVisits>().RunAsync(TestCounty.As(Role.OfficeClerk), AVisit.Draw)).Value;
        return await services.GetRequiredService<SupervisionDb>().Visits.OrderBy(v => v.Number).Select(v => v.Id).FirstAsync();
    });

    private static async Task<T> InAsync<T>(ARunningApp app, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        return await act(scope.ServiceProvider);
    }
}
