using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Storage;

public sealed class SavingAnAct
{
    [Theory, OnBothDatabases]
    public async Task The_model_and_its_migrations_agree(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        (await county.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_change_leaves_who_when_before_and_after(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var id = await AddAsync(county);

        await county.ReadAsync(async db =>
        {
            (await db.Items.SingleAsync()).Change(content => content with { Name = "新名称" });
            return await db.CommitAsync(county.Office, new Act("item.changed") { Reason = "更正" });
        });

        var last = (await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<Item>(), id.ToString())))[0];
        last.Who.ShouldBe(county.Office.Name);
        last.At.ShouldBe(county.Clock.Now());
        last.Reason.ShouldBe("更正");
        last.Before.ShouldBe("""{"Name":"旧名称"}""");
        last.After.ShouldBe("""{"Name":"新名称"}""");
    }

    [Theory, OnBothDatabases]
    public async Task The_second_editor_is_told_who_was_first_and_nothing_is_written(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AddAsync(county);

        var refusal = await county.ReadAsync(async slow =>
        {
            var item = await slow.Items.SingleAsync();
            await county.ReadAsync(async quick =>
            {
                (await quick.Items.SingleAsync()).Change(content => content with { Name = "先到" });
                return await quick.CommitAsync(TestCounty.As(Role.DepartmentClerk, "SC"), new Act("item.changed"));
            });
            item.Change(content => content with { Name = "后到" });
            return await slow.CommitAsync(county.Office, new Act("item.changed"));
        });

        refusal!.Code.ShouldBe("row.changed-meanwhile");
        refusal.Because.ShouldContain("DepartmentClerk SC");
        (await county.ReadAsync(db => db.Items.SingleAsync())).Name.ShouldBe("先到");
    }

    [Theory, OnBothDatabases]
    public async Task The_trail_cannot_be_changed_even_by_sql(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AddAsync(county);

        await Should.ThrowAsync<Exception>(() => county.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM audit_entries")));
        await Should.ThrowAsync<Exception>(() => county.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET who = 'x'")));
    }

    [Theory, OnBothDatabases]
    public async Task Another_county_sees_nothing_and_an_actor_cannot_write_into_it(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AddAsync(county);
        var jinghong = Jurisdiction.Parse("532801", null);

        (await county.AskAsync(jinghong, (SupervisionDb db) => db.Items.CountAsync())).ShouldBe(0);
        await Should.ThrowAsync<InvalidOperationException>(() => county.ReadAsync(async db =>
        {
            (await db.Items.SingleAsync()).Change(content => content with { Name = "外县" });
            return await db.CommitAsync(TestCounty.As(Role.OfficeClerk, county: jinghong), new Act("item.changed"));
        }));
    }

    [Fact]
    public async Task Nothing_is_saved_without_its_act()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await Should.ThrowAsync<InvalidOperationException>(() => county.ReadAsync(db => db.SaveChangesAsync()));
    }

    private static async Task<Id<Item>> AddAsync(TestCounty county)
    {
        var item = new Item
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<Item>.New(county.Clock),
            Code = "SC-0001",
            Says = new ItemContent
            {
                Name = "旧名称",
                Department = Department.MarketSupervision,
                Importance = Importance.General,
                Cap = BasisPoints.Of(300),
                SubjectKinds = [SubjectKind.Enterprise],
            },
        };
        await county.ReadAsync(db =>
        {
            db.Add(item);
            return db.CommitAsync(county.Office, new Act("item.added"));
        });
        return item.Id;
    }
}
