using System.Net;
using DoubleRandom.Access;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>The cookie of a session: what a thief, a neighbour at the same machine or another site can do with it.</summary>
public sealed class TheSession
{
    [Fact]
    public async Task Its_cookies_are_hidden_from_scripts_and_from_other_sites()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var browser = house.Nobody();
        var page = await browser.GetAsync("/sign-in");
        page.Headers.ShouldContain("dr.form=");
        page.Headers.ShouldContain("samesite=strict; httponly");

        var signedIn = await TryAsync(browser, "office", AVisitor.Password);
        signedIn.Headers.ShouldContain("dr.session=");
        signedIn.Headers.ShouldContain("samesite=lax; httponly");
    }

    [Fact]
    public async Task A_cookie_planted_before_the_sign_in_is_not_the_session_after_it()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var browser = house.Nobody();
        browser.Client.DefaultRequestHeaders.Add("Cookie", "dr.session=planted");
        (await browser.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await TryAsync(browser, "office", AVisitor.Password)).Headers.ShouldContain("dr.session=CfDJ8");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/subjects")]
    [InlineData("/subjects/export")]
    [InlineData("/inspectors/export")]
    [InlineData("/plans/53282220261001/export")]
    public async Task What_staff_see_or_take_away_stays_in_no_cache(string address)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var answer = await (await house.PersonAsync("office", Role.OfficeClerk)).GetAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ShouldContain("no-store");
    }

    [Fact]
    public async Task It_keeps_menu_and_name_on_the_page_of_large_text_and_language()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var page = (await (await house.PersonAsync("office", Role.OfficeClerk)).GetAsync("/reading")).Text;
        page.ShouldContain("主菜单");
        page.ShouldContain("退出登录");

        (await house.Nobody().GetAsync("/reading")).Text.ShouldNotContain("退出登录");
    }

    [Fact]
    public async Task A_sign_out_ends_it_and_a_new_password_ends_the_others()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var elsewhere = house.Nobody();
        await elsewhere.SignInAsync("office", AVisitor.Password);
        (await elsewhere.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.OK);

        var form = (await office.GetAsync("/password")).Forms("/password").ShouldHaveSingleItem();
        (await office.PostAsync("/password", [
            new("_handler", form.Handler), new("Input.OldPassword", AVisitor.Password), new("Input.NewPassword", "Kaimen-2026-B"), new("Input.Again", "Kaimen-2026-B"),
        ])).Location.ShouldBe("/");
        (await elsewhere.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await office.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.OK);

        (await office.PostAsync("/sign-out", [])).Location.ShouldBe("/sign-in");
        (await office.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_ends_with_the_sign_out_and_another_sign_in_of_the_same_person_goes_on()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var office = house.Nobody();
        var cookie = (await TryAsync(office, "office", AVisitor.Password)).Headers.Split("dr.session=")[1].Split(';')[0];
        var thief = house.Nobody();
        thief.Client.DefaultRequestHeaders.Add("Cookie", "dr.session=" + cookie);
        (await thief.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.OK);
        var elsewhere = house.Nobody();
        await elsewhere.SignInAsync("office", AVisitor.Password);

        using var afterSignIn = new FormUrlEncodedContent([new("__RequestVerificationToken", await office.TokenAsync())]);
        (await office.Client.PostAsync("/sign-out", afterSignIn, TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldBe("/sign-in");

        (await thief.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await elsewhere.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_history_of_an_account_tells_its_posts_granted_and_revoked()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var admin = await house.PersonAsync("keeper", Role.Administrator);
        await house.PersonAsync("clerk", Role.DepartmentClerk, Department.MarketSupervision);
        await admin.PostAsync("/accounts/clerk", [new("_handler", "grant"), new("Input.Role", nameof(Role.Reviewer)), new("Input.Department", "NY")]);
        await admin.PostAsync("/accounts/clerk", [new("_handler", "revoke"), new("Post", "Reviewer-NY"), new("Reason", "调岗")]);

        var history = (await admin.GetAsync("/accounts/clerk")).Text;
        history.ShouldContain("授予岗位</td>");
        history.ShouldContain("撤销岗位</td>");
        history.Split("审核员（农业农村）").Length.ShouldBe(3, "once granted, once revoked");
    }

    [Fact]
    public async Task Guessing_locks_the_account_and_says_neither_which_was_wrong_nor_that_it_exists()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var thief = house.Nobody();

        var wrong = await TryAsync(thief, "office", "guess-1");
        var unknown = await TryAsync(thief, "nobody-of-this-name", "guess-1");
        Sentence(wrong).ShouldBe(Sentence(unknown));
        for (var i = 2; i <= 5; i++)
        {
            wrong = await TryAsync(thief, "office", "guess-" + i);
        }

        wrong.Text.ShouldContain("锁定");
        (await TryAsync(thief, "office", AVisitor.Password)).Text.ShouldContain("锁定");
    }

    private static string Sentence(AnAnswer answer) => answer.Text.Split("id=\"errors\"")[1].Split("</section>")[0].Split("</div>")[0];

    private static Task<AnAnswer> TryAsync(AVisitor visitor, string name, string password) =>
        visitor.PostAsync("/sign-in", [new("_handler", "sign-in"), new("Input.UserName", name), new("Input.Password", password)]);
}
