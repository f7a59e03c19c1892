using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;
using DoubleRandom.Web.Tests.Doors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DoubleRandom.Web.Tests.Lists;

/// <summary>Trail, draws, visits, substitutions, imports and accounts on screen and as workbooks, in a county with something of everything.</summary>
public sealed partial class WhatAListShowsInOrder(TwoCounties counties) : IClassFixture<TwoCounties>
{
    [Theory]
    [InlineData(Role.Auditor, "/trail", "?act=visit.released&col=when&col=act", "下达检查", "变更内容")]
    [InlineData(Role.Auditor, "/trail", "?kind=AccountPost&col=when&col=changes", "审核员", "下达检查")]
    [InlineData(Role.OfficeClerk, "/draws", "?col=number&col=state", TwoCounties.Committed, "组织者")]
    [InlineData(Role.OfficeClerk, "/draws", "?waits=Inspections", TwoCounties.Sealed, TwoCounties.Committed)]
    [InlineData(Role.OfficeClerk, "/visits", "?state=Published&col=subject&col=state", "已公示", "待检查")]
    [InlineData(Role.OfficeClerk, "/substitutions", "?state=Asked", "勐海人请假条", "nothing")]
    [InlineData(Role.OfficeClerk, "/substitutions", "?state=Declined", "证明材料", "勐海人请假条")]
    [InlineData(Role.OfficeClerk, "/imports", "?of=Subjects", "勐海人.csv", "nothing")]
    [InlineData(Role.OfficeClerk, "/imports", "?of=Items", "文件名", "勐海人.csv")]
    [InlineData(Role.Administrator, "/accounts", "?role=Auditor", "menghai-auditor", "menghai-reviewer")]
    [InlineData(Role.Administrator, "/accounts", "?q=reviewer&col=user", "menghai-reviewer-tj", "岗位")]
    public async Task A_list_and_its_file_show_what_is_asked_and_nothing_else(Role role, string list, string asked, string there, string absent)
    {
        var person = counties[TestCounty.Menghai, role];

        var page = await person.GetAsync(list + asked);
        var file = await person.GetAsync($"{list}/export{asked}");

        (page.Status, file.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        page.Text.ShouldContain($"href=\"{list}/export{asked}\"");
        file.Text.ShouldContain(there);
        file.Text.ShouldNotContain(absent);
        file.Text.ShouldNotContain(TwoCounties.MarkOfMengla);
    }

    [Theory]
    [InlineData(Role.Auditor, "/trail", "when")]
    [InlineData(Role.OfficeClerk, "/draws", "number")]
    [InlineData(Role.OfficeClerk, "/draws", "committed")]
    [InlineData(Role.OfficeClerk, "/visits", "subject")]
    [InlineData(Role.OfficeClerk, "/visits", "number")]
    [InlineData(Role.Administrator, "/accounts", "user")]
    public async Task A_list_is_ordered_both_ways_and_its_file_as_well(Role role, string list, string column)
    {
        var person = counties[TestCounty.Menghai, role];

        var up = Rows((await person.GetAsync($"{list}/export?sort={column}")).Text);
        var down = Rows((await person.GetAsync($"{list}/export?sort=-{column}")).Text);

        up.Count.ShouldBeGreaterThan(2);
        up.ShouldNotBe(down);
        down.ShouldBe(up.AsEnumerable().Reverse());
        (await person.GetAsync($"{list}?sort=-{column}")).Text.ShouldContain("aria-sort=\"descending\"");
    }

    [Fact]
    public async Task The_trail_calls_records_by_their_names_and_shows_one_record_alone_when_asked()
    {
        var auditor = counties[TestCounty.Menghai, Role.Auditor];

        var page = (await auditor.GetAsync("/trail?kind=Recusal")).Text;
        page.ShouldContain("SC0001 SC 第 1 人");
        page.ShouldContain("勐海第1茶厂");
        page.ShouldNotContain("检查人员：0");

        var key = HttpUtility.HtmlDecode(Regex.Match(page, "href=\"/trail(?<query>[^\"]*key=[^\"]+)\"").Groups["query"].Value);
        Rows((await auditor.GetAsync("/trail/export" + key)).Text).ShouldHaveSingleItem().ShouldContain("回避");
    }

    [Fact]
    public async Task Visits_without_a_deadline_stand_last_whichever_way_deadlines_are_ordered()
    {
        var office = counties[TestCounty.Menghai, Role.OfficeClerk];

        foreach (var sort in (string[])["due", "-due"])
        {
            var rows = Rows((await office.GetAsync($"/visits/export?sort={sort}&col=subject&col=state")).Text);
            rows.Count.ShouldBe(4);
            rows[^1].ShouldContain("已公示");
        }
    }

    [Fact]
    public async Task The_file_of_the_accounts_holds_nothing_that_opens_one()
    {
        var file = (await counties[TestCounty.Menghai, Role.Administrator].GetAsync("/accounts/export")).Text;
        var secrets = await counties.County.ReadAsync(db => Task.FromResult(db.Users.AsEnumerable()
            .SelectMany(a => new[] { a.PasswordHash, a.SecurityStamp, a.ConcurrencyStamp, a.Id.ToString() }).OfType<string>().ToArray()));

        secrets.Length.ShouldBeGreaterThan(20);
        secrets.ShouldAllBe(secret => !file.Contains(secret));
        Heads(file).ShouldBe(["用户名", "姓名", "岗位", "状态"]);
    }

    [Fact]
    public async Task A_file_that_is_cut_says_so_in_its_last_line()
    {
        var columns = new Columns(PageQuery.Of("/trail"), new Column("name", "名称"));

        var whole = await TextAsync(ListFile.Of("清单", columns, ["甲", "乙"], (row, _) => row, 2));
        var cut = await TextAsync(ListFile.Of("清单", columns, ["甲", "乙"], (row, _) => row, 20_001));

        Rows(whole).Count.ShouldBe(2);
        Rows(cut)[^1].ShouldContain("共 20,001 条，文件只含前 2 条");
    }

    private static async Task<string> TextAsync(Microsoft.AspNetCore.Http.IResult file)
    {
        using var answer = new HttpResponseMessage { Content = new ByteArrayContent(file.ShouldBeOfType<FileContentHttpResult>().FileContents.ToArray()) };
        return (await AnAnswer.OfAsync(answer)).Text;
    }

    private static List<string> Rows(string workbook) => [.. Row().Matches(workbook).Skip(1).Select(row => string.Join('|', Cells(row.Value)))];

    private static List<string> Heads(string workbook) => [.. Cells(Row().Match(workbook).Value)];

    private static IEnumerable<string> Cells(string row) => Cell().Matches(row).Select(cell => cell.Groups["text"].Value);

    [GeneratedRegex("<row .*?</row>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<(?:t xml:space=\"preserve\"|v)>(?<text>.*?)</", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
