using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Web.Tests.Doors;
using DoubleRandom.Web.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Verifying;

/// <summary>The notice to a business: on paper, and checked on a telephone that knows nothing but the code on it.</summary>
public sealed partial class ANotice(TwoCounties counties, ABrowser browser) : IClassFixture<TwoCounties>
{
    [Fact]
    public async Task On_paper_it_names_items_officers_rights_and_carries_the_code()
    {
        var visit = await counties.County.ReadAsync(db => db.Visits.Select(v => v.Id).FirstAsync());

        var paper = (await counties[TestCounty.Menghai, Role.OfficeClerk].GetAsync($"/visits/{visit.Value}/notice")).Text;

        paper.ShouldContain("联合随机抽查告知书");
        paper.ShouldContain("申请其回避");
        paper.ShouldContain("次（不含本次）");
        Code().Count(paper).ShouldBe(1);
        paper.ShouldContain("扫不开"); // reached under the machine's own address
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_code_shows_that_the_draw_chose_the_business_and_that_nobody_changed_the_proof(bool onPhone)
    {
        var proof = await ProofAsync();
        var page = onPhone ? await browser.PhoneAsync() : await browser.DesktopAsync();

        await page.GotoAsync(NoticeLink.Of(counties.Site.Address, proof));

        await Assertions.Expect(page.Locator("draw-notice [role=status]")).ToContainTextAsync("核对无误");
        (await page.Locator("draw-notice").InnerTextAsync()).ShouldContain(NoticeProof.Parse(System.Text.Encoding.UTF8.GetBytes(proof)).OrThrow().Subject);
        await ABrowser.LookAtAsync(page, "notice-proven-" + (onPhone ? "phone" : "desktop"));
    }

    [Theory]
    [InlineData("\"rank\":1", "\"rank\":2", "封存的名单")]
    [InlineData("\"logIndex\":", "\"logIndex\":1", "日志")]
    [InlineData("\"kind\":\"object\"", "\"kind\":\"team\"", "检查对象")]
    [InlineData("{\"attempt\"", "{\"more\":1,\"attempt\"", "")]
    public async Task An_altered_proof_is_refused_in_words(string what, string instead, string because)
    {
        var proof = await ProofAsync();
        proof.ShouldContain(what);
        var page = await browser.DesktopAsync();

        await page.GotoAsync(NoticeLink.Of(counties.Site.Address, proof.Replace(what, instead, StringComparison.Ordinal)));

        await Assertions.Expect(page.Locator("draw-notice [role=alert]")).ToContainTextAsync("核对未通过");
        (await page.Locator("draw-notice [role=alert]").InnerTextAsync()).ShouldContain(because);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00")]
    [InlineData("AAAA")]
    public async Task What_is_no_proof_at_all_is_refused_in_words(string fragment)
    {
        var page = await browser.DesktopAsync();

        await page.GotoAsync($"{counties.Site.Address}/verify/notice#{fragment}");

        await Assertions.Expect(page.Locator("draw-notice [role=alert]")).ToContainTextAsync("请重新扫码");
    }

    [Fact]
    public async Task Without_a_code_the_page_says_how_it_is_opened()
    {
        var page = await browser.PhoneAsync();

        await page.GotoAsync(counties.Site.Address + "/verify/notice");

        await Assertions.Expect(page.Locator("draw-notice")).ToContainTextAsync("扫描告知书上的二维码");
    }

    private Task<string> ProofAsync() =>
        counties.County.ReadAsync(db => db.DrawnSubjects.Where(d => d.Draw == TwoCounties.Visited && d.Place == 1).Select(d => d.NoticeProof).FirstAsync());

    [GeneratedRegex("<div class=\"qr\"[^>]*><svg")]
    private static partial Regex Code();
}
