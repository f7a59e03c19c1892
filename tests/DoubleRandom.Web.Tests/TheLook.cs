using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests;

/// <summary>The design system as people see it, on a desktop and on a phone.</summary>
public sealed class TheLook(ARunningApp app, ABrowser browser)
{
    [Theory]
    [InlineData("/gallery/list?name=茶&sort=-name&page=3", "list")]
    [InlineData("/gallery/form", "form")]
    [InlineData("/portal/gallery", "portal")]
    [InlineData("/about", "about")]
    [InlineData("/about?lang=en", "about-en")]
    [InlineData("/reading", "reading")]
    [InlineData("/nothing-here", "not-found")]
    [InlineData("/gallery/broken", "broken")]
    public async Task Each_page_fits_desktop_and_phone_and_axe_finds_nothing(string address, string name)
    {
        var desktop = await browser.DesktopAsync();
        await desktop.GotoAsync(app.Address + address);
        await ABrowser.LookAtAsync(desktop, name + "-desktop");

        var phone = await browser.PhoneAsync();
        await phone.GotoAsync(app.Address + address);
        await ABrowser.LookAtAsync(phone, name + "-phone");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_form_keeps_its_input_and_leads_to_its_fields_with_and_without_script(bool scripts)
    {
        var page = await browser.DesktopAsync(scripts);
        await page.GotoAsync(app.Address + "/gallery/form");
        await page.GetByLabel("抽查任务名称").FillAsync("茶叶加工企业抽查");
        await page.GetByLabel("县市场监督管理局").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await page.Locator("#errors").WaitForAsync();
        (await page.Locator("#errors li").CountAsync()).ShouldBe(3);
        (await page.Locator("#errors").InnerTextAsync()).ShouldContain("依据：R7");
        (await page.GetByLabel("抽查任务名称").InputValueAsync()).ShouldBe("茶叶加工企业抽查");
        (await page.GetByLabel("县市场监督管理局").IsCheckedAsync()).ShouldBeTrue();
        (await page.GetByLabel("抽查任务名称").GetAttributeAsync("aria-describedby")).ShouldBe("f-Name-hint f-Name-error");
        if (scripts)
        {
            (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("errors");
            await ABrowser.LookAtAsync(page, "form-refused-desktop");
        }

        await page.Locator("#errors a").First.ClickAsync();
        page.Url.ShouldEndWith("/gallery/form#f-Name");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_success_is_said_once_on_the_next_page(bool scripts)
    {
        var page = await browser.DesktopAsync(scripts);
        await page.GotoAsync(app.Address + "/gallery/form");
        await page.GetByLabel("抽查任务名称").FillAsync("对");
        await page.GetByLabel("县市场监督管理局").CheckAsync();
        await page.GetByLabel("县卫生健康局").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("任务已保存：SCJG、WSJK。");
        page.Url.ShouldEndWith("/gallery/list");
        await page.ReloadAsync();
        (await page.Locator(".notice").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Large_text_is_kept_for_the_next_pages()
    {
        var page = await browser.PhoneAsync();
        await page.GotoAsync(app.Address + "/gallery/list?name=茶");
        await page.GetByRole(AriaRole.Link, new() { Name = "大字与语言" }).ClickAsync();
        await page.GetByLabel("大字", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并返回" }).ClickAsync();
        await page.WaitForURLAsync("**/gallery/list?name=*");
        (await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize")).ShouldBe("20px");
        await ABrowser.LookAtAsync(page, "list-large-phone");
    }

    [Fact]
    public async Task On_paper_there_are_no_menus_the_title_stands_centred_and_heads_are_repeated()
    {
        var page = await browser.DesktopAsync();
        await page.GotoAsync(app.Address + "/gallery/list");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var menu in new[] { ".top", ".side", ".query", ".pager a", ".banner" })
        {
            (await page.Locator(menu).First.IsVisibleAsync()).ShouldBeFalse(menu);
        }

        (await page.Locator(".pager").InnerTextAsync()).ShouldMatch("第 1 / [0-9]+ 页，共 [0-9,]+ 条");
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).textAlign")).ShouldBe("center");
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('thead')).display")).ShouldBe("table-header-group");
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('thead th')).position")).ShouldBe("static");
        Directory.CreateDirectory(ABrowser.Screens);
        await page.PdfAsync(new() { Path = Path.Combine(ABrowser.Screens, "list.pdf"), PreferCSSPageSize = true, PrintBackground = true });
    }

    [Fact]
    public async Task The_first_tab_key_offers_the_way_over_the_menus()
    {
        var page = await browser.DesktopAsync();
        await page.GotoAsync(app.Address + "/gallery/list?page=2");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
        page.Url.ShouldEndWith("/gallery/list?page=2#main");
    }

    [Fact]
    public async Task Staff_pages_follow_links_without_a_full_load_and_break_no_rule_of_the_content_policy()
    {
        var page = await browser.DesktopAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { complaints.Add(message.Text); } };
        await page.GotoAsync(app.Address + "/gallery/list");
        await page.EvaluateAsync("window.stays = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "抽查任务" }).First.ClickAsync();
        await page.GetByText("新建抽查任务").First.WaitForAsync();
        (await page.EvaluateAsync<bool>("window.stays === true")).ShouldBeTrue();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "对象.csv", MimeType = "text/csv", Buffer = [1, 2, 3] });
        (await page.Locator(".chosen").InnerTextAsync()).ShouldBe("对象.csv (1 KB)");
        complaints.ShouldBeEmpty();
    }
}
