using System.Net;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>A form that arrives twice: a second press on the button, or a page that is reloaded.</summary>
public sealed class AFormSentTwice
{
    [Fact]
    public async Task Makes_one_plan()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var form = (await office.GetAsync("/plans/new")).Forms("/plans/new").ShouldHaveSingleItem();
        KeyValuePair<string, string>[] filled = [.. form.Fields.Where(f => f.Key is not ("Input.Name" or "Input.Year")), new("Input.Name", "下一年度计划"), new("Input.Year", "2027")];

        var answers = new[] { await office.PostAsync(form.Address, filled), await office.PostAsync(form.Address, filled) };

        answers[0].Status.ShouldBe(HttpStatusCode.Found);
        answers[1].Location.ShouldBe(answers[0].Location);
        (await house.County.County.ReadAsync(db => db.Plans.CountAsync(p => p.Name == "下一年度计划"))).ShouldBe(1);
    }

    [Fact]
    public async Task Gives_one_new_password()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("head", Role.DepartmentHead, Department.MarketSupervision);
        var administrator = await house.PersonAsync("keeper", Role.Administrator);
        var form = (await administrator.GetAsync("/accounts/head")).Forms("/accounts/head").Single(f => f.Handler == "reset");
        Task<string?> HashAsync() => house.County.County.ReadAsync(db => db.Users.Where(a => a.UserName == "head").Select(a => a.PasswordHash).SingleAsync());

        var first = await administrator.PostAsync(form.Address, [.. form.Fields.Where(f => f.Key != "Reason"), new("Reason", "忘记密码")]);
        var hash = await HashAsync();
        var reloaded = await administrator.PostAsync(form.Address, [.. form.Fields.Where(f => f.Key != "Reason"), new("Reason", "忘记密码")]);

        first.Text.ShouldContain("初始密码（只显示这一次）");
        reloaded.Text.ShouldContain("密码没有再次重置");
        reloaded.Text.ShouldNotContain("初始密码（只显示这一次）");
        (await HashAsync()).ShouldBe(hash);
        var again = reloaded.Forms("/accounts/head").Single(f => f.Handler == "reset");
        (await administrator.PostAsync(again.Address, [.. again.Fields.Where(f => f.Key != "Reason"), new("Reason", "忘记密码")])).Text.ShouldContain("初始密码（只显示这一次）");
    }

    [Fact]
    public async Task Closes_an_account_and_never_opens_it_again()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("head", Role.DepartmentHead, Department.MarketSupervision);
        var administrator = await house.PersonAsync("keeper", Role.Administrator);
        var form = await FormAsync(administrator, "/accounts/head/state", "state", "调离");

        (await administrator.PostAsync(form.Address, form.Fields)).Status.ShouldBe(HttpStatusCode.Found);
        var again = await administrator.PostAsync(form.Address, form.Fields);

        again.Text.ShouldContain("已经是这个状态");
        (await OpenAsync()).ShouldBeFalse();
        var reopening = await FormAsync(administrator, "/accounts/head/state", "state", "回岗");
        (await administrator.PostAsync(reopening.Address, reopening.Fields)).Status.ShouldBe(HttpStatusCode.Found);
        (await administrator.PostAsync(reopening.Address, reopening.Fields)).Text.ShouldContain("已经是这个状态");
        (await OpenAsync()).ShouldBeTrue();

        Task<bool> OpenAsync() => house.County.County.ReadAsync(db => db.Users.Where(a => a.UserName == "head").Select(a => a.IsOpen).SingleAsync());
    }

    [Fact]
    public async Task That_asks_to_remove_a_task_from_a_draft_does_not_withdraw_it_from_the_plan_published_meanwhile()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var county = house.County.County;
        var task = ATask.Of("SC-01") with { From = new DateOnly(2027, 4, 1), To = new DateOnly(2027, 6, 30) };
        var (plan, tasks) = await APlan.For(2027).With(task).With(task).DraftedAsync(county);
        var form = await FormAsync(office, $"/plans/{plan}/tasks/{tasks[0]}/end", "end", "误录");
        (await APlan.PublishAsync(county, county.Office, plan)).Refusal.ShouldBeNull();

        var answer = await office.PostAsync(form.Address, form.Fields);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("没有办成");
        (await county.ReadAsync(db => db.Tasks.Where(t => t.Number == tasks[0]).Select(t => t.State).SingleAsync())).ShouldBe(TaskState.Planned);
    }

    [Fact]
    public async Task Lets_a_file_in_once_and_shows_both_times_what_went_in()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var county = house.County.County;
        var before = await county.ReadAsync(db => db.Subjects.CountAsync());
        var sender = (await county.AskAsync((ActorReader r) => r.FindAsync("office")))!;
        using var sheet = new MemoryStream("对象名称,统一社会信用代码,对象类型,联系电话,所属乡镇,登记状态,信用风险等级\n勐海甲茶业有限公司,91532822MA6K1A2B1J,企业,13800000001,勐海镇,在营,A\n"u8.ToArray());
        var upload = (await county.AskAsync((PreviewImport p) => p.RunAsync(sender, SubjectImport.Fills, "对象.csv", sheet))).Value;
        var form = await FormAsync(office, $"/imports/{upload.Id}", "commit");

        var answers = new[] { await office.PostAsync(form.Address, form.Fields), await office.PostAsync(form.Address, form.Fields) };

        answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.Found, HttpStatusCode.Found]);
        answers[1].Location.ShouldBe(answers[0].Location);
        (await office.GetAsync(answers[1].Location!)).Text.ShouldContain("对象.csv");
        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(before + 1);
    }

    /// <summary>The form of a page as a person sees it now, with the reason he typed.</summary>
    private static async Task<(string Address, KeyValuePair<string, string>[] Fields)> FormAsync(AVisitor visitor, string page, string handler, string reason = "")
    {
        var form = (await visitor.GetAsync(page)).Forms(page).Single(f => f.Handler == handler);
        return (form.Address, [.. form.Fields.Where(f => f.Key != "Reason"), new("Reason", reason)]);
    }
}
