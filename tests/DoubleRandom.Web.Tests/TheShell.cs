using System.Net;
using System.Text;

namespace DoubleRandom.Web.Tests;

/// <summary>What the app answers before any module says a word.</summary>
public sealed class TheShell(ARunningApp app)
{
    [Theory]
    [InlineData("/site.css")]
    [InlineData("/file-field.js")]
    [InlineData("/icon.svg")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Each_asset_answers_with_bytes(string address)
    {
        var answer = await app.Client().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_stylesheet_a_page_names_is_the_one_it_gets_and_stays_small()
    {
        var html = await app.Client().GetStringAsync("/about");
        var name = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        var css = await app.Client().GetByteArrayAsync("/" + name);
        css.Length.ShouldBeInRange(1_000, 12 * 1024);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_in_words_Chinese_first()
    {
        var answer = await app.Client().GetAsync("/nothing-here");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("没有找到这一页");
        html.ShouldContain("This page was not found");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words_and_gives_back_what_was_typed_but_no_secret()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "task"), new("Input.Note", "普洱茶"), new("Password", "hush")]);
        var answer = await app.Client().PostAsync("/gallery/form", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("页面已经过期，没有保存");
        html.ShouldContain("普洱茶");
        html.ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_bug_is_answered_with_a_number_and_no_inner_detail()
    {
        var answer = await app.Client().GetAsync("/gallery/broken");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("错误编号");
        html.ShouldNotContain("secret");
        html.ShouldNotContain("InvalidOperation");
    }

    [Fact]
    public async Task A_body_over_256_MB_is_answered_in_words()
    {
        using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", new Uri(app.Address).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /gallery/form HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 300000000\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("文件太大，没有接收");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_the_public_site_forbids_scripts()
    {
        foreach (var address in new[] { "/about", "/nothing-here", "/site.css", "/gallery/broken" })
        {
            var answer = await app.Client().GetAsync(address);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe-inline");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }

        var portal = await app.Client().GetAsync("/portal/gallery");
        portal.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'none'");
        (await portal.Content.ReadAsStringAsync()).ShouldNotContain("<script");
        portal.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_language_is_Chinese_until_English_is_chosen_and_the_choice_is_kept()
    {
        var client = app.Client(keepsCookies: true);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US,en");
        (await client.GetStringAsync("/about")).ShouldContain("<html lang=\"zh-CN\"");
        (await client.GetStringAsync("/about?lang=en")).ShouldContain("About this platform");
        (await client.GetStringAsync("/about")).ShouldContain("<html lang=\"en\"");
        (await client.GetStringAsync("/about?lang=zh")).ShouldContain("关于本平台");
    }

    [Fact]
    public async Task A_link_without_its_right_is_not_in_the_menu()
    {
        var html = await app.Client().GetStringAsync("/gallery/list");
        html.ShouldContain("执法检查人员");
        html.ShouldNotContain("不该看见");
    }
}
