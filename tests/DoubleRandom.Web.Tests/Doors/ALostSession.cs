using System.Net;
using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>A session that ended while somebody typed, and addresses that would lead away.</summary>
public sealed class ALostSession
{
    private static readonly Department Agriculture = Department.Parse("NY", null);

    private static readonly KeyValuePair<string, string>[] AnItem =
    [
        new("_handler", "item"), new("Input.Code", "NY-9001"), new("Input.Name", "茶园投入品使用情况的检查"), new("Input.Department", "NY"),
        new("Input.Importance", "Key"), new("Input.SubjectKinds", "Enterprise"), new("Input.Methods", "OnSite"), new("Input.Bases", "《农药管理条例》"),
    ];

    [Fact]
    public async Task What_was_typed_comes_back_after_the_sign_in_and_one_press_sends_it()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var clerk = await house.PersonAsync("clerk", Role.DepartmentClerk, Agriculture);
        var form = (await clerk.GetAsync("/items/new")).Forms("/items/new").ShouldHaveSingleItem();
        KeyValuePair<string, string>[] typed = [new("_handler", form.Handler), .. AnItem[1..]];

        var browser = house.Nobody(); // the same person, whose cookies have gone
        var lost = await browser.PostAsync("/items/new", typed);
        lost.Status.ShouldBe(HttpStatusCode.SeeOther);
        var signIn = lost.Location.ShouldNotBeNull();
        (await browser.GetAsync(signIn)).Text.ShouldContain("您刚才填写的内容已经保留");
        var resume = (await browser.SignInAsync("clerk", AVisitor.Password, signIn[signIn.IndexOf('?', StringComparison.Ordinal)..])).ShouldNotBeNull();
        resume.ShouldStartWith("/resume?kept=");
        var page = await browser.GetAsync(resume);
        page.Text.ShouldContain("茶园投入品使用情况的检查");
        var given = page.Forms(resume).ShouldHaveSingleItem();
        given.Address.ShouldBe("/items/new");
        (await house.County.County.ReadAsync(db => db.Items.AnyAsync(i => i.Code == "NY-9001"))).ShouldBeFalse("nothing is sent without a press");

        (await browser.PostAsync(given.Address, given.Fields)).Status.ShouldBe(HttpStatusCode.Found);
        (await house.County.County.ReadAsync(db => db.Items.SingleAsync(i => i.Code == "NY-9001"))).State.ShouldBe(ItemState.Draft);
    }

    [Fact]
    public async Task What_was_typed_comes_back_to_its_owner_only_under_the_words_of_its_page_and_once()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var clerk = await house.PersonAsync("clerk", Role.DepartmentClerk, Agriculture);
        var other = await house.PersonAsync("other", Role.DepartmentClerk, Agriculture);
        var form = (await clerk.GetAsync("/items/new")).Forms("/items/new").ShouldHaveSingleItem();
        await house.County.County.ReadAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.UserName == "clerk")).SecurityStamp = "ended";
            return await db.CommitAsync(TestCounty.As(Role.Administrator), new("test.prepared"));
        });

        var signIn = (await clerk.PostAsync("/items/new", [new("_handler", form.Handler), .. AnItem[1..]])).Location.ShouldNotBeNull();
        var key = signIn.Split("kept=")[1].Split('&')[0];
        key.ShouldNotBeEmpty();
        var looked = await other.GetAsync("/resume?kept=" + key);
        looked.Text.ShouldContain("不是您填写的");
        looked.Text.ShouldNotContain("茶园投入品");
        await other.PostAsync("/password", [new("_handler", "password"), new("_kept", key)]);

        var resume = (await clerk.SignInAsync("clerk", AVisitor.Password, signIn[signIn.IndexOf('?', StringComparison.Ordinal)..])).ShouldNotBeNull();
        var page = await clerk.GetAsync(resume);
        page.Text.ShouldContain("茶园投入品使用情况的检查");
        page.Text.ShouldContain("检查依据");
        page.Text.ShouldNotContain(">Input.");
        page.Text.ShouldContain("<dd>农业农村", customMessage: "a choice is given back in its words");
        page.Text.ShouldNotContain("<dd>NY<");
        page.Text.ShouldNotContain("Version", customMessage: "what nobody saw is not shown");
        var given = page.Forms(resume).ShouldHaveSingleItem();
        (await clerk.PostAsync(given.Address, given.Fields)).Status.ShouldBe(HttpStatusCode.Found);
        (await clerk.GetAsync(resume)).Text.ShouldContain("已不在");
    }

    [Fact]
    public async Task Without_a_cookie_that_tells_the_owner_it_comes_back_in_the_same_browser_only()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var victim = await house.PersonAsync("clerk", Role.DepartmentClerk, Agriculture);
        var stranger = house.Nobody();

        var signIn = (await stranger.PostAsync("/items/new", AnItem)).Location.ShouldNotBeNull();
        (await victim.GetAsync("/resume?kept=" + signIn.Split("kept=")[1].Split('&')[0])).Text.ShouldContain("不是您填写的");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_form_that_another_site_sends_is_not_kept_for_anybody(string header, string value)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var browser = house.Nobody();
        browser.Client.DefaultRequestHeaders.Add(header, value);

        (await browser.PostAsync("/items/new", AnItem)).Location.ShouldBe("/sign-in?kept=&return=");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\/elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("items")]
    public async Task A_return_address_outside_the_site_leads_to_the_front_page(string away)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("clerk", Role.DepartmentClerk, Agriculture);
        var browser = house.Nobody();

        (await browser.SignInAsync("clerk", AVisitor.Password, "?return=" + Uri.EscapeDataString(away))).ShouldBe("/");
        (await browser.PostAsync("/reading", [new("_handler", "reading"), new("Input.From", away)])).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_return_address_within_the_site_is_followed()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("clerk", Role.DepartmentClerk, Agriculture);
        var browser = house.Nobody();
        var asked = await browser.GetAsync("/subjects?q=茶&page=2");

        var signIn = asked.Location.ShouldNotBeNull();
        var back = await browser.SignInAsync("clerk", AVisitor.Password, signIn[signIn.IndexOf('?', StringComparison.Ordinal)..]);
        Uri.UnescapeDataString(back.ShouldNotBeNull()).ShouldBe("/subjects?q=茶&page=2");
    }
}
