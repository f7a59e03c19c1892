using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Ceremony;

/// <summary>A guest at a draw takes part on his own telephone, with nothing but the code on the operator's screen.</summary>
public sealed class AWitnessPhone(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Number = DrawingCounty.First;

    [Fact]
    public async Task Scans_commits_and_reveals_by_itself_once_the_others_have_contributed()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        await ADesk.AccountAsync(draw, "office", Role.OfficeClerk);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        await using var desk = new ADesk(draw.County.DataFolder);
        var operatorPage = await desk.SignedInAsync(browser, "office");
        await operatorPage.GotoAsync($"{desk.Address}/draws/{Number}/witness/guest-1");
        await operatorPage.GetByText("生成二维码").ClickAsync();
        await Assertions.Expect(operatorPage.Locator(".qr svg")).ToBeVisibleAsync();
        await desk.SeeAsync(operatorPage, null, "witness-code");
        var link = (await operatorPage.Locator(".qr-large + p").InnerTextAsync()).Trim();

        var phone = await browser.PhoneAsync();
        await phone.GotoAsync(link);
        await desk.SeeAsync(phone, null, "witness-phone-contribute");
        await phone.SetViewportSizeAsync(390, 844);
        await phone.Locator("#witness-value").FillAsync("三七二十一");
        await phone.GetByText("提交承诺").ClickAsync();
        await Assertions.Expect(phone.Locator("witness-phone [role=status]")).ToContainTextAsync("承诺已收下");
        await desk.SeeAsync(phone, null, "witness-phone-wait");
        (await draw.County.ReadAsync(db => db.WitnessShares.AsNoTracking().SingleAsync(s => s.Witness == "guest-1"))).SealedValue.ShouldBeNull();

        foreach (var standing in (string[])["jiwei", "sifa"])
        {
            await operatorPage.GotoAsync($"{desk.Address}/draws/{Number}/witness/{standing}");
            await operatorPage.Locator("input[name=Value]").FillAsync("4 2");
            await operatorPage.Locator("input[name=Passphrase]").FillAsync(DrawingCounty.Passphrase);
            await operatorPage.Locator("form:has([name=Value]) button.primary").ClickAsync();
            await operatorPage.WaitForURLAsync($"**/draws/{Number}");
        }

        await Assertions.Expect(phone.Locator("witness-phone [role=status]")).ToContainTextAsync("已经公布");
        await operatorPage.GotoAsync($"{desk.Address}/draws/{Number}");
        (await draw.County.ReadAsync(db => db.WitnessShares.AsNoTracking().SingleAsync(s => s.Witness == "guest-1"))).SealedValue.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_telephone_that_has_lost_its_contribution_says_so_and_sends_nothing()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        var secret = (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, Number, "guest-1"))).Value;
        (await draw.County.AskAsync((ContributeByPhone p) => p.CommitAsync(TestCounty.Menghai, secret, new string('a', 64)))).ShouldBeNull();
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();
        await using var desk = new ADesk(draw.County.DataFolder);
        var phone = await browser.PhoneAsync();

        await phone.GotoAsync($"{desk.Address}/witness/{secret}");

        await Assertions.Expect(phone.Locator("[data-lost][role=alert]")).ToBeVisibleAsync();
        await phone.GotoAsync($"{desk.Address}/witness/0123");
        (await phone.Locator("main").InnerTextAsync()).ShouldContain("已经失效");
    }
}
