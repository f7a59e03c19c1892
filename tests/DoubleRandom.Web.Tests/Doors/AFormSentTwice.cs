using System.Net;
using DoubleRandom.Access;
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
}
