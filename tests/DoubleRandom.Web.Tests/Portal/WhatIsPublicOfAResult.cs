namespace DoubleRandom.Web.Tests.Portal;

/// <summary>What the public site tells of results, and what it does not.</summary>
public sealed class WhatIsPublicOfAResult(AResultInPublic result, ABrowser browser) : IClassFixture<AResultInPublic>
{
    [Fact]
    public async Task Results_are_found_by_name_code_department_and_day()
    {
        (await PageAsync("/portal/results")).ShouldContain("勐海县第1农资店");
        (await PageAsync("/portal/results?q=第1农资")).ShouldContain("农药经营台账的检查");
        (await PageAsync("/portal/results?q=d0001")).ShouldContain("农药经营台账的检查");
        (await PageAsync("/portal/results?q=第9农资")).ShouldContain("没有符合条件的内容");
        (await PageAsync("/portal/results?department=NY")).ShouldNotContain("即时公示信息的检查");
        (await PageAsync("/portal/results?from=2026-03-09&to=2026-03-09")).ShouldContain("农药经营台账的检查");
        (await PageAsync("/portal/results?from=2026-03-10")).ShouldContain("没有符合条件的内容");
        (await PageAsync("/portal/results?to=2026-03-08")).ShouldContain("没有符合条件的内容");
    }

    [Fact]
    public async Task A_result_that_waits_for_review_is_not_public()
    {
        (await result.Site.AllPagesAsync()).Values.ShouldAllBe(page => !page.Html.Contains("第2农资店"));
        (await result.Site.Reader.GetAsync("/portal/results/D0002")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_former_version_of_a_corrected_result_stays_visible_with_the_reason()
    {
        var html = await PageAsync("/portal/results/" + AResultInPublic.Subject);
        html.ShouldContain("未按规定公示应当公示的信息");
        html.ShouldContain("更正理由：企业提出异议，经核查属实");
        html.ShouldContain("原公示，已更正");
        html.ShouldContain("未发现问题");
        html.IndexOf("第 2 版", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("第 1 版", StringComparison.Ordinal));
        (await PageAsync("/portal/results")).ShouldContain("已更正");
    }

    [Fact]
    public async Task No_page_names_a_person_a_telephone_or_what_was_found()
    {
        var pages = await result.Site.AllPagesAsync();
        pages.Keys.ShouldContain("/portal/results/" + AResultInPublic.Subject);
        foreach (var (address, (_, html)) in pages)
        {
            html.ShouldNotContain("<script", Case.Insensitive, address);
            foreach (var secret in new[] { "检查员", "岩温", "13812345678", "SC0001", "NY0003", "年报地址未更新", "进货台账", "Reviewer" })
            {
                html.ShouldNotContain(secret, Case.Sensitive, $"{address} tells {secret}");
            }
        }
    }

    [Fact]
    public async Task The_results_shown_can_be_taken_away_as_a_sheet()
    {
        var answer = await result.Site.Reader.GetAsync("/portal/results/export?q=第1农资");
        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(1_000);
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
    }

    [Fact]
    public async Task The_results_shown_are_open_data_too_and_name_no_person()
    {
        (await PageAsync("/portal/results?department=NY")).ShouldContain("href=\"/portal/results/export.csv?department=NY\"");

        var all = await PageAsync("/portal/results/export.csv");
        var some = await PageAsync("/portal/results/export.csv?department=NY");

        all.ShouldContain("未按规定公示应当公示的信息");
        some.ShouldContain("农药经营台账的检查");
        some.ShouldNotContain("即时公示信息的检查");
        all.ShouldNotContain("检查员");
        all.ShouldNotContain("岩温");
    }

    [Fact]
    public async Task A_result_is_a_tag_of_the_same_word_and_colour_in_every_list()
    {
        foreach (var address in (string[])["/portal", "/portal/results", "/portal/results/" + AResultInPublic.Subject])
        {
            var html = await PageAsync(address);
            html.ShouldContain("<span class=\"tag bad\">未按规定公示应当公示的信息</span>", customMessage: address);
        }

        (await PageAsync("/portal/results/" + AResultInPublic.Subject)).ShouldContain("<span class=\"tag good\">未发现问题</span>");
    }

    [Fact]
    public async Task Each_page_fits_desktop_and_phone_and_axe_finds_nothing() => await TheEye.LookAtAsync(browser, result.Site, "portal-result",
        "/portal", "/portal/results", "/portal/results?q=第1农资&department=NY", "/portal/results/" + AResultInPublic.Subject, "/portal/tasks?q=农资");

    private Task<string> PageAsync(string address) => result.Site.Reader.GetStringAsync(address);
}
