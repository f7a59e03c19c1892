using System.IO.Compression;
using System.Net;
using DoubleRandom.Sheets;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>What the public site tells of items, plans, tasks and draws, and what it does not.</summary>
public sealed class WhatIsPublicOfADraw(ADrawInPublic draw, ABrowser browser) : IClassFixture<ADrawInPublic>
{
    [Fact]
    public async Task Every_page_answers_without_cookie_and_script_and_may_be_kept_for_a_moment()
    {
        var pages = await draw.Site.AllPagesAsync();
        string[] expected =
        [
            "/portal", "/portal/items", "/portal/items/SC-01", "/portal/plans", "/portal/plans/53282220261001", "/portal/tasks",
            "/portal/tasks/" + ADrawInPublic.Opened, "/portal/results", "/portal/draws", "/portal/draws/" + ADrawInPublic.Opened, "/portal/draws/" + ADrawInPublic.Secret,
        ];
        expected.ShouldBeSubsetOf(pages.Keys);
        foreach (var (address, (headers, html)) in pages)
        {
            html.ShouldNotContain("<script", Case.Insensitive, address);
            headers.Contains("Set-Cookie").ShouldBeFalse(address);
            headers.CacheControl!.Public.ShouldBeTrue(address);
            headers.CacheControl.MaxAge.ShouldNotBeNull(address);
            headers.Vary.ShouldContain("Cookie", address);
            headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'none'");
        }
    }

    [Fact]
    public async Task No_page_names_a_person_a_telephone_or_a_subject_drawn()
    {
        foreach (var (address, (_, html)) in await draw.Site.AllPagesAsync())
        {
            foreach (var secret in new[] { "岩温罕", "13812345678", "第 1 人", "第 2 人", "SC0001", "勐海第", "9153282200000", "OfficeClerk", "DepartmentHead", "组织：" })
            {
                html.ShouldNotContain(secret, Case.Sensitive, $"{address} tells {secret}");
            }
        }
    }

    [Fact]
    public async Task Only_what_is_published_is_there()
    {
        foreach (var (address, (_, html)) in await draw.Site.AllPagesAsync())
        {
            html.ShouldNotContain("编制中的", Case.Sensitive, address);
            html.ShouldNotContain("尚未公布的事项", Case.Sensitive, address);
        }
    }

    [Theory]
    [InlineData("items", "?q=SC-01", "事项编码,", "SC-01,", "SC-02")]
    [InlineData("plans", "", "抽查计划,", "53282220261001", "编制中的")]
    [InlineData("tasks", "?q=532822202603021001", "抽查计划名称,", ADrawInPublic.Opened, ADrawInPublic.Secret)]
    [InlineData("tasks", "", "抽查计划名称,", ADrawInPublic.Secret, "编制中的")]
    public async Task A_public_list_is_taken_away_as_open_data_with_what_its_page_shows(string list, string asked, string head, string there, string absent)
    {
        (await PageAsync($"/portal/{list}{asked}")).ShouldContain($"href=\"/portal/{list}/export.csv{asked}\"");

        var answer = await draw.Site.Reader.GetAsync($"/portal/{list}/export.csv{asked}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        var text = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        text.ShouldStartWith('\uFEFF' + head);
        text.ShouldContain(there);
        text.ShouldNotContain(absent);
        text.ShouldNotContain("尚未公布的事项");
    }

    [Fact]
    public void Open_data_runs_in_no_spreadsheet_program_and_keeps_quotes_and_lines()
    {
        using var file = new MemoryStream();

        CsvWriter.Write(file, new("", ["名称", "备注"], [["=1+1", "甲,\"乙\"\n丙"], ["-2", -2], ["＠甲", null], [new DateOnly(2026, 3, 5), ""]]));

        System.Text.Encoding.UTF8.GetString(file.ToArray()).ShouldBe("\uFEFF名称,备注\r\n'=1+1,\"甲,\"\"乙\"\"\n丙\"\r\n'-2,-2\r\n'＠甲,\r\n2026-03-05,\r\n");
    }

    [Theory]
    [InlineData("/portal/items/SC-99")]
    [InlineData("/portal/plans/53282220271001")]
    [InlineData("/portal/tasks/" + ADrawInPublic.UnpublishedTask)]
    [InlineData("/portal/draws/1")]
    [InlineData("/portal/nothing-here")]
    [InlineData("/portal/results/91532822MA6K0000XX")]
    public async Task What_is_not_public_or_not_there_is_answered_in_words(string address)
    {
        var answer = await draw.Site.Reader.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("没有找到这一页");
        html.ShouldContain("This page was not found");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_draw_shows_every_attempt_with_its_commitments_and_why_one_was_voided()
    {
        var html = await PageAsync("/portal/draws/" + ADrawInPublic.Opened);
        html.ShouldContain("第 1 次抽取");
        html.ShouldContain("第 2 次抽取");
        html.ShouldContain("其中作废 1 次");
        html.ShouldContain("现场停电");
        html.ShouldContain("对象名单承诺");
        html.ShouldContain("平台秘密值");
        html.ShouldContain("3 1 4 1 5");
    }

    [Fact]
    public async Task An_opened_draw_is_taken_away_and_is_valid_for_anybody()
    {
        var html = await PageAsync("/portal/draws/" + ADrawInPublic.Opened);
        html.ShouldContain($"./doublerandom verify record-{ADrawInPublic.Opened}.zip --trust trust.json");

        var answer = await draw.Site.Reader.GetAsync($"/portal/draws/{ADrawInPublic.Opened}/record.zip");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = archive.Entries.ToDictionary(e => e.FullName, BytesOf);
        var report = Verify.Record(files, files["trust.json"].Span);
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);

        using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag.ShouldNotBeNull());
        (await draw.Site.Reader.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Before_the_opening_there_are_commitments_and_numbers_and_nothing_to_take_away()
    {
        var html = await PageAsync("/portal/draws/" + ADrawInPublic.Secret);
        html.ShouldContain("抽中的名单保密");
        html.ShouldContain("抽中名单承诺");
        html.ShouldNotContain("平台秘密值");
        html.ShouldNotContain("3 1 4 1 5");
        html.ShouldNotContain("record.zip");
        html.ShouldNotContain("工作量分布");
        html.ShouldNotContain("搭档");
        (await draw.Site.Reader.GetAsync($"/portal/draws/{ADrawInPublic.Secret}/record.zip")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_match_of_every_opened_attempt_came_to_is_public_without_names()
    {
        var html = await PageAsync("/portal/draws/" + ADrawInPublic.Opened);
        foreach (var attempt in new[] { 1, 2 })
        {
            html.ShouldContain($"各部门工作量分布（第 {attempt} 次）");
            html.ShouldContain($"搭档重复情况（第 {attempt} 次）");
        }
    }

    [Fact]
    public async Task The_filters_stand_in_the_address()
    {
        (await PageAsync("/portal/items?q=SC-01")).ShouldNotContain("YJ-03 检查");
        (await PageAsync("/portal/items?department=YJ")).ShouldNotContain("SC-01 检查");
        (await PageAsync("/portal/tasks?state=Planned")).ShouldContain("没有符合条件的内容");
        (await PageAsync("/portal/draws?state=Sealed")).ShouldNotContain(ADrawInPublic.Opened);
        (await PageAsync("/portal/plans?year=2025")).ShouldContain("没有符合条件的内容");
    }

    [Fact]
    public async Task Titles_stand_in_English_too_and_English_pages_say_everything()
    {
        (await PageAsync("/portal/draws")).ShouldContain("""<span class="muted" lang="en">Draws</span>""");
        foreach (var address in (await draw.Site.AllPagesAsync()).Keys)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, address);
            asked.Headers.Add("Cookie", "dr.lang=en");
            (await (await draw.Site.Reader.SendAsync(asked)).Content.ReadAsStringAsync()).ShouldContain("<html lang=\"en\"", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task Each_page_fits_desktop_and_phone_and_axe_finds_nothing() => await TheEye.LookAtAsync(browser, draw.Site, "portal-draw",
        "/portal", "/portal/items", "/portal/items/SC-01", "/portal/plans", "/portal/plans/53282220261001", "/portal/tasks", "/portal/tasks/" + ADrawInPublic.Opened,
        "/portal/draws", "/portal/draws/" + ADrawInPublic.Opened, "/portal/draws/" + ADrawInPublic.Secret, "/portal/results", "/portal/items/none");

    private Task<string> PageAsync(string address) => draw.Site.Reader.GetStringAsync(address);

    private static ReadOnlyMemory<byte> BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
