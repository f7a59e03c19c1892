using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Web.Tests.Doors;

namespace DoubleRandom.Web.Tests.Lists;

/// <summary>A list on screen and as a workbook: filters, order and columns stand in its address, and both follow it.</summary>
public sealed partial class WhatAListShows
{
    [Theory]
    [InlineData("/plans", "", "年度抽查计划", "计划编号", "53282220261001")]
    [InlineData("/plans", "?year=2025", "年度抽查计划", "计划编号", null)]
    [InlineData("/plans", "?year=2026&col=name&col=state", "已公布", "计划编号", null)]
    [InlineData("/items", "?col=name&col=state", "SC-01 检查", "事项编码", null)]
    [InlineData("/items", "?col=nonsense", "SC-01 检查", "检查依据", "SC-01")]
    [InlineData("/subjects", "?q=第7茶厂&col=name&col=town", "勐海第7茶厂", "统一社会信用代码", null)]
    [InlineData("/inspectors", "?col=name&col=duty", "SC 第 1 人", "执法证号", null)]
    [InlineData("/visits", "?col=subject&col=due", "期限", "任务单号", null)]
    public async Task A_list_exports_what_is_shown(string list, string asked, string there, string column, string? cell)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);

        var sheet = (await office.GetAsync($"{list}/export{asked}")).Text;

        sheet.ShouldContain(there);
        var isShown = cell is not null || !asked.Contains("col=", StringComparison.Ordinal);
        sheet.Contains(column, StringComparison.Ordinal).ShouldBe(isShown);
        if (cell is not null)
        {
            sheet.ShouldContain(cell);
        }
    }

    [Fact]
    public async Task The_columns_chosen_stand_in_the_address_and_stay_while_one_sorts_filters_and_exports()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);

        var all = await office.GetAsync("/subjects");
        var some = await office.GetAsync("/subjects?town=532822101&col=name&col=town");

        Heads(all.Text).Count.ShouldBe(8);
        all.Text.ShouldContain("选择列");
        Heads(some.Text).Select(head => head.TrimEnd(' ', '↕')).ShouldBe(["对象名称", "所属乡镇"]);
        some.Text.ShouldContain("（显示 2 / 8 列）");
        some.Text.ShouldContain("href=\"/subjects?town=532822101&col=name&col=town&sort=name\"", customMessage: "a sort link keeps the columns");
        some.Text.ShouldContain("href=\"/subjects/export?town=532822101&col=name&col=town\"");
        some.Text.ShouldContain("href=\"/subjects?col=name&col=town\"", customMessage: "clearing the filters keeps the columns");
        some.Text.ShouldContain("<input type=\"hidden\" name=\"col\" value=\"town\"", customMessage: "another filter keeps the columns");
        some.Text.ShouldContain("<input type=\"hidden\" name=\"town\" value=\"532822101\"", customMessage: "another choice of columns keeps the filter");
    }

    [Fact]
    public async Task A_person_without_to_dos_is_told_which_planned_task_comes_next()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        (await office.GetAsync("/")).Text.ShouldNotContain("接下来的抽查任务");
        var task = await house.County.WithTaskAsync();
        await house.County.County.ReadAsync(async db =>
        {
            var stored = db.Tasks.Single(t => t.Number == task);
            stored.Change(draft => draft with { From = stored.From.AddMonths(6), To = stored.To.AddMonths(6) });
            return await db.CommitAsync(house.County.County.Office, new("task.changed"));
        });

        var home = (await office.GetAsync("/")).Text;

        home.ShouldContain("没有待办");
        home.ShouldContain($"href=\"/plans/53282220261001/tasks/{task}\"");
        home.ShouldMatch("2026年[0-9]+月开始");
    }

    [Fact]
    public async Task An_auditor_asks_the_trail_for_an_act_in_words_and_finds_that_act_alone()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var auditor = await house.PersonAsync("auditor", Role.Auditor);
        await auditor.SignInAsync("auditor", "wrong");
        await auditor.SignInAsync("auditor", AVisitor.Password);

        var all = await auditor.GetAsync("/trail");
        var failed = (await auditor.GetAsync("/trail?act=account.sign-in-failed")).Text;

        var acts = ProductModule.Modules.SelectMany(module => module.Words.KeysUnder("act.").Select(key => (Code: key[4..], Name: module.Words[key]))).ToArray();
        acts.Length.ShouldBeGreaterThan(50);
        foreach (var act in acts)
        {
            all.Text.ShouldMatch($"<option value=\"{Regex.Escape(act.Code)}\"[^>]*>{Regex.Escape(act.Name)}");
        }

        // Every act that is written down anywhere in the product has words.
        var written = Directory.EnumerateFiles(Path.Combine(TheSource.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => WrittenAct().Matches(File.ReadAllText(file)).Select(m => m.Groups["act"].Value)).Distinct().ToArray();
        written.Length.ShouldBeGreaterThan(40);
        written.Except(acts.Select(act => act.Code)).ShouldBeEmpty();

        Acts(failed).ShouldHaveSingleItem().ShouldBe("登录失败");
        failed.ShouldNotContain("sign-in.wrong", customMessage: "the reason stands there in words");
        Acts((await auditor.GetAsync("/trail?act=account.")).Text).ShouldContain("登录", customMessage: "a whole family of acts may still be asked for");
    }

    private static List<string> Heads(string page) => [.. Head().Matches(page).Select(head => Markup().Replace(head.Groups["inside"].Value, "").Trim())];

    private static List<string> Acts(string page) => [.. Act().Matches(page).Select(act => act.Groups["act"].Value)];

    [GeneratedRegex("new Act\\(\"(?<act>[a-z.-]+)\"")]
    private static partial Regex WrittenAct();

    [GeneratedRegex("<th scope=\"col\"[^>]*>(?<inside>.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("<td data-label=\"操作\"[^>]*><span[^>]*>(?<act>[^<]*)")]
    private static partial Regex Act();
}
