using System.Net;
using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Draws;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Plans and draws that cannot be, at the pages: each is refused with its reason, and nothing is written.</summary>
public sealed class BadWishes
{
    private const string Plan = "/plans/53282220261001/tasks/new";

    [Theory]
    [InlineData("Input.A", "0", "抽查比例必须大于 0%")]
    [InlineData("Input.Count", "0", "抽查数量必须大于 0")]
    [InlineData("Input.Count", "-1", "-1")]
    [InlineData("Input.Count", "25", "最多可填 24 户")]
    [InlineData("Input.Count", "99999999999", "99999999999")]
    [InlineData("Input.A", "百分之三", "百分之三")]
    [InlineData("Input.Towns", "532822205", "问题出在“所属乡镇”")]
    [InlineData("Input.Items", "XX-404", "XX-404")]
    [InlineData("Input.Lead", "ZZ", "发起部门必须是 15 个成员部门之一")]
    public async Task A_task_that_cannot_be_is_refused_with_the_reason_and_keeps_what_was_typed(string field, string value, string words)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        Dictionary<string, string> task = new()
        {
            ["_handler"] = "task",
            ["Input.Name"] = "示例的联合抽查",
            ["Input.Type"] = nameof(TaskType.Undirected),
            ["Input.Items"] = "YJ-03",
            ["Input.Count"] = "3",
            ["Input.From"] = "2026-04-01",
            ["Input.To"] = "2026-05-01",
            ["Input.Lead"] = "YJ",
            ["Input.Reason"] = "补充计划",
            ["Input.Do"] = "save",
        };
        _ = field == "Input.A" && task.Remove("Input.Count");
        _ = field == "Input.Towns" && (task["Input.Type"] = nameof(TaskType.Directed)).Length > 0;
        task[field] = value;

        var answer = await office.PostAsync(Plan, task);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(words);
        answer.Text.ShouldContain("value=\"示例的联合抽查\"");
        (await house.County.County.ReadAsync(db => db.Tasks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_pool_of_one_inspector_is_told_before_the_commitment_and_cannot_be_committed()
    {
        await using var house = await ADrawingHouse.OpenAsync(inspectorsOfLead: 1);
        var task = await house.County.WithTaskAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var address = "/draws/new?tasks=" + task;

        var preview = await office.GetAsync(address);
        preview.Text.ShouldContain("不得人工指定");
        preview.Forms(address).ShouldBeEmpty();
        var forced = await office.PostAsync(address, [new("_handler", "commit")]);
        forced.Status.ShouldBe(HttpStatusCode.Conflict);
        forced.Text.ShouldContain("没有保存");
        (await house.County.County.ReadAsync(db => db.Draws.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("tasks=532822202603021009", "没有可抽取的对象")]
    [InlineData("tasks=404", "404")]
    [InlineData("tasks=532822202603021001&lead=0", "2")]
    [InlineData("tasks=532822202603021001&lead=x&batches=-3&bundle=1e9", "2")]
    public async Task A_preview_that_cannot_be_says_why(string query, string words)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.County.WithTaskAsync();
        var empty = house.County.ATask("532822202603021009", QuotaWish.Of(1), "SC-01");
        empty.Change(draft => draft with { Filter = SubjectFilter.None with { Towns = ["532822205"] } });
        await house.County.SaveAsync([empty]);

        var answer = await (await house.PersonAsync("office", Role.OfficeClerk)).GetAsync("/draws/new?" + query);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("id=\"errors\"");
        answer.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Of_two_clerks_who_commit_at_once_one_wins_and_the_other_is_told_who()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var address = "/draws/new?tasks=" + await house.County.WithTaskAsync();
        var clerks = new[] { await house.PersonAsync("yan", Role.OfficeClerk), await house.PersonAsync("yu", Role.OfficeClerk) };
        var forms = await Task.WhenAll(clerks.Select(async clerk => (await clerk.GetAsync(address)).Forms(address).ShouldHaveSingleItem()));

        var answers = await Task.WhenAll(clerks.Zip(forms, (clerk, form) => clerk.PostAsync(form.Address, form.Fields)));
        answers.Count(a => a.Status == HttpStatusCode.Found).ShouldBe(1);
        var loser = answers.Single(a => a.Status != HttpStatusCode.Found);
        loser.Status.ShouldBe(HttpStatusCode.OK);
        loser.Text.ShouldContain(answers[0].Status == HttpStatusCode.Found ? "yan已于" : "yu已于");

        // A third, whose page had stood open meanwhile, is told the same.
        var late = await clerks[0].PostAsync(forms[0].Address, forms[0].Fields);
        late.Text.ShouldContain("承诺了本抽取");
        (await house.County.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Committed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NoSuchCase")]
    [InlineData("99")]
    public async Task A_draw_is_not_ended_for_a_reason_that_nobody_chose(string code)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.County.WithTaskAsync();
        await house.County.DrawAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);

        var answer = await office.PostAsync($"/draws/{DrawingCounty.First}/void", [
            new("_handler", "void"), new("Code", code), new("Reason", "名单漏列了两户"),
        ]);

        answer.Text.ShouldContain("请选择作废的情形");
        (await house.County.County.ReadAsync(db => db.DrawRequests.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NoSuchCase")]
    public async Task Nobody_is_replaced_for_a_reason_that_nobody_chose(string reason)
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        DemoClock.Set(county.DataFolder, TimeProvider.System, county.Clock.Now());
        var visit = await AVisit.ReleasedAsync(county);
        await using var site = new PublicSite(county);
        using var clerk = await AVisitor.WithAccountAsync(site, TestCounty.Menghai, new NewAccount("clerk", "clerk", [new Post(Role.DepartmentClerk, Department.MarketSupervision)]));

        var answer = await clerk.PostAsync($"/visits/{visit.Id}/substitution", [
            new("_handler", "substitution"), new("Input.Slot", "b00001/SC/2"), new("Input.Why", reason), new("Input.Evidence", "病假条"),
        ]);

        answer.Text.ShouldContain("请选择更换原因");
        (await county.ReadAsync(db => db.SubstitutionRequests.CountAsync())).ShouldBe(0);
    }
}
