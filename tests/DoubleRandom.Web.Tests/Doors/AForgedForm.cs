using System.Net;
using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Forms with fields that our pages do not have, values that their lists do not hold, and names that are markup.</summary>
public sealed class AForgedForm
{
    [Theory]
    [InlineData("Input.Risk", "所选内容不在列表中")]
    [InlineData("Input.State", "所选内容不在列表中")]
    [InlineData("Input.Kind", "请选择对象类型")]
    public async Task A_subject_takes_no_class_state_or_kind_outside_the_list(string field, string words)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var before = await house.County.County.ReadAsync(db => db.Subjects.AsNoTracking().OrderBy(s => s.Code).FirstAsync());

        var answer = await ForgeAsync(office, $"/subjects/{before.Id}/edit", (field, "999"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(words);
        var after = await house.County.County.ReadAsync(db => db.Subjects.AsNoTracking().SingleAsync(s => s.Id == before.Id));
        (after.Kind, after.State, after.Risk, after.Version).ShouldBe((before.Kind, before.State, before.Risk, before.Version));
    }

    [Fact]
    public async Task An_item_is_key_or_general_so_that_none_escapes_the_cap()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var clerk = await house.PersonAsync("clerk", Role.DepartmentClerk, Department.MarketSupervision);
        var item = await house.County.County.ReadAsync(db => db.Items.AsNoTracking().SingleAsync(i => i.Code == "SC-01"));

        (await ForgeAsync(clerk, $"/items/{item.Id}/edit", ("Input.Importance", "999"), ("Input.Cap", ""))).Text.ShouldContain("重点事项或一般事项");
        (await house.County.County.ReadAsync(db => db.Items.AsNoTracking().SingleAsync(i => i.Id == item.Id))).Version.ShouldBe(item.Version);
    }

    [Fact]
    public async Task An_inspector_takes_no_duty_outside_the_list()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var clerk = await house.PersonAsync("clerk", Role.DepartmentClerk, Department.MarketSupervision);
        var inspector = await house.County.County.ReadAsync(db => db.Inspectors.AsNoTracking().SingleAsync(i => i.Number == "SC0001"));

        (await ForgeAsync(clerk, $"/inspectors/{inspector.Id}/edit", ("Input.Duty", "999"))).Text.ShouldContain("所选内容不在列表中");
        (await house.County.County.ReadAsync(db => db.Inspectors.AsNoTracking().SingleAsync(i => i.Id == inspector.Id))).Version.ShouldBe(inspector.Version);
    }

    [Fact]
    public async Task Fields_that_a_form_does_not_have_change_nothing()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var clerk = await house.PersonAsync("clerk", Role.DepartmentClerk, Department.MarketSupervision);
        var before = await house.County.County.ReadAsync(db => db.Subjects.AsNoTracking().OrderBy(s => s.Code).FirstAsync());

        var saved = await ForgeAsync(
            clerk, $"/subjects/{before.Id}/edit", ("Input.Tags", "重点"), ("Input.Jurisdiction", "532823"), ("Jurisdiction", "532823"), ("Input.Code", "91532822MA6K1A2B1J"),
            ("Input.Id", Guid.Empty.ToString()), ("Id", Guid.Empty.ToString()), ("Key", Guid.Empty.ToString()), ("Input.Batch", Guid.Empty.ToString()));
        saved.Status.ShouldBe(HttpStatusCode.Found);
        var after = await house.County.County.ReadAsync(db => db.Subjects.AsNoTracking().SingleAsync(s => s.Id == before.Id));
        (after.Jurisdiction, after.Code, after.Batch, string.Join(' ', after.Tags)).ShouldBe((before.Jurisdiction, before.Code, before.Batch, "重点"));

        var item = (await ForgeAsync(
            clerk, "/items/new", ("Input.Code", "SC-90"), ("Input.Name", "示例的检查"), ("Input.Department", "SC"), ("Input.Importance", nameof(Importance.Key)),
            ("Input.Methods", nameof(InspectionMethod.OnSite)), ("Input.Bases", "《示例条例》"), ("Input.SubjectKinds", nameof(SubjectKind.Enterprise)),
            ("Input.State", nameof(ItemState.Published)), ("State", nameof(ItemState.Published)), ("Input.PublishedOn", "2026-01-01"))).Status;
        item.ShouldBe(HttpStatusCode.Found);
        (await house.County.County.ReadAsync(db => db.Items.AsNoTracking().SingleAsync(i => i.Code == "SC-90"))).State.ShouldBe(ItemState.Draft);
    }

    [Fact]
    public async Task A_name_that_is_markup_is_shown_as_text_everywhere()
    {
        const string Markup = "<img src=x onerror=alert(1)>";
        await using var house = await ADrawingHouse.OpenAsync();
        await house.County.SaveAsync([]);
        await house.County.County.ReadAsync(async db =>
        {
            await foreach (var subject in db.Subjects.AsAsyncEnumerable())
            {
                subject.Change(content => content with { Name = Markup + subject.Code });
            }

            (await db.Items.SingleAsync(i => i.Code == "SC-01")).Change(content => content with { Name = Markup });
            (await db.Plans.SingleAsync()).Rename(Markup, []);
            return await db.CommitAsync(house.County.County.Office, new("test.prepared"));
        });
        await house.County.WithTaskAsync();
        await house.County.DrawAsync();
        await house.County.CosignAsync();
        await house.County.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var subject = await house.County.County.ReadAsync(db => db.Subjects.Select(s => s.Id).FirstAsync());

        foreach (var address in (string[])
            ["/subjects", $"/subjects/{subject}", $"/subjects/{subject}/edit", "/subjects?q=" + Uri.EscapeDataString(Markup), "/items", "/plans", "/plans/53282220261001", "/draws",
             $"/draws/{Testing.Draws.DrawingCounty.First}/list", "/portal", "/portal/items", "/portal/items/SC-01", "/portal/plans", "/portal/draws"])
        {
            var answer = await office.GetAsync(address);
            answer.Status.ShouldBe(HttpStatusCode.OK, address);
            answer.Raw.ShouldNotContain("<img src=x", customMessage: address);
        }

        var sheet = await office.GetAsync("/plans/53282220261001/export");
        sheet.Status.ShouldBe(HttpStatusCode.OK);
        sheet.Headers.ShouldContain("attachment");
    }

    /// <summary>The form of a page as it was offered, some fields changed or added.</summary>
    private static async Task<AnAnswer> ForgeAsync(AVisitor visitor, string page, params (string Field, string Value)[] changes)
    {
        var form = (await visitor.GetAsync(page)).Forms(page).First();
        var kept = form.Fields.Where(f => f.Value.Length > 0 && !Array.Exists(changes, c => c.Field == f.Key));
        return await visitor.PostAsync(form.Address, [.. kept, .. changes.Select(c => KeyValuePair.Create(c.Field, c.Value))]);
    }
}
