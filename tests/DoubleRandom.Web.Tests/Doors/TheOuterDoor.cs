using System.Net;
using DoubleRandom.Access;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>What is settled before anybody is signed in: the proxy, the host, how often and how much.</summary>
public sealed class TheOuterDoor
{
    [Fact]
    public async Task Behind_a_proxy_with_a_certificate_every_cookie_is_for_https_only_and_the_browser_is_told_to_stay_there()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var browser = house.Nobody();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Client.DefaultRequestHeaders.Host = "choucha.menghai.example";

        var page = await browser.GetAsync("/sign-in?lang=en");
        Cookies(page).ShouldContain(cookie => cookie.Contains("dr.form=", StringComparison.Ordinal));
        Cookies(page).ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        page.Headers.ShouldContain("Strict-Transport-Security: max-age=31536000");

        // A plain HTTP client gives a secure cookie back to nobody, so the form is sent by hand.
        using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        var token = page.Raw.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0];
        form.Headers.Add("Cookie", Cookies(page).Single(c => c.StartsWith("Set-Cookie: dr.form=", StringComparison.Ordinal))["Set-Cookie: ".Length..].Split(';')[0]);
        form.Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.UserName", "office"), new("Input.Password", AVisitor.Password), new("__RequestVerificationToken", token)]);
        var signedIn = await AnAnswer.OfAsync(await browser.Client.SendAsync(form, TestContext.Current.CancellationToken));
        Cookies(signedIn).ShouldContain(cookie => cookie.Contains("dr.session=", StringComparison.Ordinal) && cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Over_plain_http_on_the_machine_itself_it_works_and_nothing_is_said_of_https()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);

        var page = await office.GetAsync("/plans");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Headers.ShouldNotContain("Strict-Transport-Security");
    }

    [Fact]
    public async Task Redirects_name_no_host_so_that_a_forged_one_leads_nowhere()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var browser = house.Nobody();
        browser.Client.DefaultRequestHeaders.Host = "elsewhere.example";

        (await browser.GetAsync("/plans?q=茶")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in?");
        (await browser.SignInAsync("office", AVisitor.Password, "?return=%2Fplans%3Fpage%3D2")).ShouldBe("/plans?page=2");
        (await browser.PostAsync("/reading", [new("_handler", "reading"), new("Input.From", "/portal")])).Location.ShouldBe("/portal");
        (await browser.PostAsync("/sign-out", [])).Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_are_refused_in_words_and_another_address_is_not()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var guesser = house.Nobody();
        guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        KeyValuePair<string, string>[] guess = [new("_handler", "sign-in"), new("Input.UserName", "nobody"), new("Input.Password", "x")];

        AnAnswer answer;
        var asked = 0;
        do
        {
            answer = await guesser.PostAsync("/sign-in", guess, withToken: false);
        }
        while (answer.Status != HttpStatusCode.TooManyRequests && ++asked < 400);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Text.ShouldContain("操作太频繁");
        answer.Headers.ShouldContain("Retry-After: 60");
        asked.ShouldBeInRange(100, 300);
        (await guesser.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
        (await house.Nobody().SignInAsync("office", AVisitor.Password)).ShouldBe("/");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_not_signed_in_sends_no_large_body(bool chunked)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var nobody = house.Nobody();
        using var large = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.UserName", new string('x', 1_100_000)), new("__RequestVerificationToken", await nobody.TokenAsync())]);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = large };
        post.Headers.TransferEncodingChunked = chunked ? true : null;

        (await nobody.Client.SendAsync(post, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static string[] Cookies(AnAnswer answer) => [.. answer.Headers.Split('\n').Where(line => line.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        .SelectMany(line => line["Set-Cookie: ".Length..].Split(", dr.").Select((cookie, i) => "Set-Cookie: " + (i == 0 ? "" : "dr.") + cookie))];
}
