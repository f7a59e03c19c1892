using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Ceremony;

/// <summary>A standing witness whose key is made in his own telephone's browser, which checks the log before it signs.</summary>
public sealed class AKeyOnAPhone(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Number = DrawingCounty.First;

    private const string Until = "Object.entries(sessionStorage).find(([name]) => name.startsWith('cosigns until'))[1]";

    private const string Kept = """
        new Promise(done => { const open = indexedDB.open("doublerandom"); open.onsuccess = () => {
          const get = open.result.transaction("witness-keys").objectStore("witness-keys").getAll();
          get.onsuccess = () => done(get.result[0]); }; })
        """;

    [Fact]
    public async Task Makes_the_key_by_a_link_and_cosigns_by_itself_while_the_page_is_open()
    {
        await using var draw = await ReadyAsync();
        await using var desk = new ADesk(draw.County.DataFolder);
        var administrator = await desk.SignedInAsync(browser, "admin");
        await administrator.GotoAsync(desk.Address + "/draws/log");
        await administrator.Locator("input[name=Name]").FillAsync("renda");
        await administrator.Locator("input[name=Role]").FillAsync("县人大代表");
        await administrator.GetByLabel("他自己的手机").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(administrator.Locator(".qr svg")).ToBeVisibleAsync();
        await desk.SeeAsync(administrator, null, "witness-key-code");
        var link = (await administrator.Locator(".qr-large + p").InnerTextAsync()).Trim();

        var phone = await browser.PhoneAsync();
        await phone.GotoAsync(link);
        await desk.SeeAsync(phone, null, "witness-key-make");
        await phone.GetByText("生成密钥", new() { Exact = true }).DblClickAsync();
        await Assertions.Expect(phone.GetByText("公钥已经送到")).ToBeVisibleAsync();
        await desk.SeeAsync(phone, null, "witness-key-sent");
        await phone.SetViewportSizeAsync(390, 844);
        var aloud = await phone.Locator(".aloud strong").InnerTextAsync();
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator(".aloud strong")).ToHaveTextAsync(aloud);

        await administrator.GotoAsync(desk.Address + "/draws/log");
        await desk.SeeAsync(administrator, null, "witness-key-compare");
        await administrator.GetByLabel(aloud).CheckAsync();
        await administrator.GetByText("核对一致，登记").ClickAsync();
        await Assertions.Expect(phone.GetByText("密钥已经登记。")).ToBeVisibleAsync();
        await desk.SeeAsync(phone, null, "witness-key-made");
        (await phone.EvaluateAsync<bool>($"{Kept}.then(kept => crypto.subtle.exportKey('pkcs8', kept.privateKey)).then(() => true, () => false)")).ShouldBeFalse();
        await phone.SetViewportSizeAsync(390, 844);
        await phone.GetByRole(AriaRole.Link, new() { Name = "打开共签页" }).ClickAsync();
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("日志还没有内容");

        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("日志已到第 2 条");
        await desk.SeeAsync(phone, null, "cosign-waits");
        await phone.GetByText("核对并共签", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("您已共签到第 2 条");
        await Assertions.Expect(phone.GetByText("停止自动共签")).ToBeVisibleAsync();
        await desk.SeeAsync(phone, null, "cosign-done");

        var until = await phone.EvaluateAsync<string>(Until);
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull(); // a second cosignature: what was entered goes into the log
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("您已共签到第 3 条");
        (await phone.EvaluateAsync<string>(Until)).ShouldBe(until); // four hours from when he pressed, however often it signs

        await phone.RouteAsync("**/log/checkpoint", route => route.FulfillAsync(new() { Status = 503 }));
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();
        await Assertions.Expect(phone.Locator("[data-fault]")).ToContainTextAsync("读不到公开的日志");
        await phone.UnrouteAsync("**/log/checkpoint"); // what only was not reached is asked again
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("您已共签到第 4 条");
        (await CosignedAsync(draw)).ShouldBe([2, 3, 4]);
    }

    [Fact]
    public async Task A_log_that_does_not_continue_what_was_signed_gets_no_signature()
    {
        await using var draw = await ReadyAsync();
        await using var desk = new ADesk(draw.County.DataFolder);
        var phone = await MadeAsync(draw, desk);
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        await phone.ReloadAsync();

        foreach (var (size, peaks, said) in ((int, int, string)[])[(1, 1, "没有延续"), (2, 1, "没有延续"), (5, 2, "短于您上次共签的 5 条")])
        {
            await phone.EvaluateAsync($$"""
                {{Kept}}.then(kept => new Promise(done => { const open = indexedDB.open("doublerandom"); open.onsuccess = () => {
                  const write = open.result.transaction("witness-keys", "readwrite");
                  write.objectStore("witness-keys").put({ ...kept, size: {{size}}, peaks: new Uint8Array({{32 * peaks}}).fill(7) });
                  write.oncomplete = done; }; }))
                """);
            await phone.GetByText("核对并共签", new() { Exact = true }).ClickAsync();
            await Assertions.Expect(phone.Locator("[data-fault]")).ToContainTextAsync(said);
            await desk.SeeAsync(phone, null, $"cosign-refused-{size}");
            await phone.SetViewportSizeAsync(390, 844);
        }

        await phone.ReloadAsync(); // the page looks before it is asked
        await Assertions.Expect(phone.Locator("[data-fault]")).ToContainTextAsync("短于您上次共签的 5 条");
        await phone.RouteAsync("**/log/checkpoint", route => route.FulfillAsync(new() { Status = 503 }));
        await phone.GetByText("核对并共签", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Locator("[data-fault]")).ToContainTextAsync("读不到公开的日志");
        (await CosignedAsync(draw)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_without_the_key_or_without_https_says_so()
    {
        await using var draw = await ReadyAsync();
        await using var desk = new ADesk(draw.County.DataFolder);
        var own = await MadeAsync(draw, desk);
        var address = own.Url;
        var other = await browser.PhoneAsync();

        await other.GotoAsync(address);
        await Assertions.Expect(other.Locator("[data-other]")).ToBeVisibleAsync();
        (await other.GetByText("核对并共签", new() { Exact = true }).IsVisibleAsync()).ShouldBeFalse();

        await own.AddInitScriptAsync("Object.defineProperty(globalThis, 'isSecureContext', { value: false })");
        await own.ReloadAsync();
        await Assertions.Expect(own.Locator("[data-insecure]")).ToBeVisibleAsync();
        await other.GotoAsync($"{desk.Address}/witness-key/0123");
        (await other.Locator("main").InnerTextAsync()).ShouldContain("已经失效");
        (await other.GotoAsync($"{desk.Address}/cosign/jiwei"))!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Two_telephones_cosign_a_draw_from_one_press_of_the_button_to_the_seal()
    {
        await using var draw = await ReadyAsync();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        await using var desk = new ADesk(draw.County.DataFolder);
        IPage[] phones = [await MadeAsync(draw, desk), await MadeAsync(draw, desk, "zhengxie")];
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        foreach (var phone in phones)
        {
            await phone.ReloadAsync();
            await phone.GetByText("核对并共签", new() { Exact = true }).ClickAsync();
            await Assertions.Expect(phone.GetByText("停止自动共签")).ToBeVisibleAsync();
        }

        var clerk = await desk.SignedInAsync(browser, "office");
        await desk.SeeAsync(clerk, $"/draws/{Number}/witness/renda", "witness-with-a-key-contributes");
        foreach (var witness in (string[])["renda", "zhengxie"])
        {
            await clerk.GotoAsync($"{desk.Address}/draws/{Number}/witness/{witness}");
            await clerk.Locator("input[name=Value]").FillAsync("三七二十一");
            await clerk.GetByRole(AriaRole.Button, new() { Name = "贡献", Exact = true }).ClickAsync();
            await clerk.WaitForURLAsync($"**/draws/{Number}");
        }

        await Assertions.Expect(phones[0].GetByText("以您的名义作出的贡献")).ToBeVisibleAsync();
        await desk.SeeAsync(phones[0], null, "cosign-contributed");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "揭示、抽取并密封" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("几秒后自动再试")).ToBeVisibleAsync();
        await desk.SeeAsync(clerk, null, "draw-waits-for-phones");

        await Assertions.Expect(clerk.Locator(".notice", new() { HasText = "已密封" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var size = await draw.County.ReadAsync(db => db.Logs.Select(l => l.Size).SingleAsync());
        foreach (var phone in phones)
        {
            await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync($"您已共签到第 {size} 条");
        }

        await desk.SeeAsync(clerk, $"/draws/{Number}", "draw-sealed-by-phones");
        await clerk.GotoAsync(desk.Address + "/draws/log");
        await clerk.Locator("tr", new() { HasText = "jiwei" }).GetByText("共签", new() { Exact = true }).ClickAsync();
        await clerk.Locator("input[name=Passphrase]").FillAsync(DrawingCounty.Passphrase);
        await desk.SeeAsync(clerk, null, "log-cosign");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "共签", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.Locator(".notice", new() { HasText = "最新状态共有 3 个共签" })).ToBeVisibleAsync();
        await desk.SeeAsync(clerk, null, "log-cosigned");
        await draw.CosignAsync();
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Failures.Select(check => check.English).ShouldBeEmpty();
    }

    private static async Task<DrawingCounty> ReadyAsync()
    {
        var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await ADesk.AccountAsync(draw, "admin", Role.Administrator);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        return draw;
    }

    /// <summary>A telephone that has made its key and stands on the cosigning page.</summary>
    private async Task<IPage> MadeAsync(DrawingCounty draw, ADesk desk, string name = "renda")
    {
        var secret = (await draw.County.AskAsync((AppointByPhone a) => a.InviteAsync(DrawingCounty.Administrator, name, "见证人" + name))).Value;
        var phone = await browser.PhoneAsync();
        await phone.GotoAsync($"{desk.Address}/witness-key/{secret}");
        await phone.GetByText("生成密钥", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(phone.GetByText("公钥已经送到")).ToBeVisibleAsync();
        var key = (await draw.County.AskAsync((AppointByPhone a) => a.WaitingAsync())).Single();
        (await draw.County.AskAsync((AppointByPhone a) => a.ConfirmAsync(DrawingCounty.Administrator, name, key.PublicKey))).Refusal.ShouldBeNull();
        await phone.GetByRole(AriaRole.Link, new() { Name = "打开共签页" }).ClickAsync();
        await Assertions.Expect(phone.Locator("live-board [role=status]")).ToContainTextAsync("日志还没有内容");
        return phone;
    }

    private static Task<List<int>> CosignedAsync(DrawingCounty draw) =>
        draw.County.ReadAsync(db => db.Cosignatures.Where(c => c.Witness == "renda").OrderBy(c => c.Size).Select(c => c.Size).ToListAsync());
}
