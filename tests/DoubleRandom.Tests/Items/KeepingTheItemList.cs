using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Items;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Items;

public sealed class KeepingTheItemList
{
    private static readonly Actor Clerk = TestCounty.As(Role.DepartmentClerk, "SC");
    private static readonly Actor Head = TestCounty.As(Role.DepartmentHead, "SC");

    [Theory, OnBothDatabases]
    public async Task An_item_is_drafted_published_and_retired_with_its_history(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var item = await AnItem.Coded("SC-0301").PublishedAsync(county);

        item.State.ShouldBe(ItemState.Published);
        item.PublishedOn.ShouldBe(new DateOnly(2026, 3, 2));
        (await county.AskAsync((RetireItem r) => r.RunAsync(Head, Seen(item), " "))).ShouldNotBeNull().Code.ShouldBe("reason.missing");
        (await county.AskAsync((RetireItem r) => r.RunAsync(Head, Seen(item), "职能划转"))).ShouldBeNull();
        var history = await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<Item>(), item.Id.ToString()));
        history.Select(h => h.Act).ShouldBe(["item.retired", "item.published", "item.added"]);
        history[0].Reason.ShouldBe("职能划转");
    }

    [Fact]
    public async Task A_general_item_must_have_a_cap_and_every_item_a_basis_and_a_method()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var bare = AnItem.Coded("SC-0301").Content with { Cap = null, Bases = [], Methods = [] };

        var refusal = (await county.AskAsync((AddItem a) => a.RunAsync(Clerk, "SC 0301!", bare))).Refusal!;

        refusal.All.Select(r => (r.Code, r.Article)).ShouldBe(
            [("item.code", null), ("item.cap-needed", "R2"), ("item.method-needed", "R3"), ("item.basis-needed", "R3")]);
        var key = bare with { Importance = Importance.Key, Bases = ["法"], Methods = [InspectionMethod.OnSite] };
        (await county.AskAsync((AddItem a) => a.RunAsync(Clerk, "SC-0301", key))).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_published_item_that_changes_must_be_published_anew(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var item = await AnItem.Coded("SC-0301").PublishedAsync(county);

        await county.AskAsync((ChangeItem c) => c.RunAsync(Clerk, item.Id, item.Version, ItemContent.Of(item)));
        (await FindAsync(county, item)).State.ShouldBe(ItemState.Published);

        var changed = ItemContent.Of(item) with { Cap = BasisPoints.Of(300) };
        (await county.AskAsync((ChangeItem c) => c.RunAsync(Clerk, item.Id, item.Version, changed))).Refusal.ShouldBeNull();
        (await FindAsync(county, item)).State.ShouldBe(ItemState.Draft);
        (await county.AskAsync((ChangeItem c) => c.RunAsync(Clerk, item.Id, item.Version, changed))).Refusal!.Code.ShouldBe("row.changed-meanwhile");
    }

    [Fact]
    public async Task Each_department_keeps_its_own_items_and_a_second_person_publishes()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var item = await AnItem.Coded("SC-0301").DraftedAsync(county);
        var stranger = TestCounty.As(Role.DepartmentClerk, "GA");

        (await county.AskAsync((AddItem a) => a.RunAsync(stranger, "SC-0302", AnItem.Coded("SC-0302").Content))).Refusal!.Code.ShouldBe("access.other-department");
        var stolen = ItemContent.Of(item) with { Department = Department.Parse("GA", null) };
        (await county.AskAsync((ChangeItem c) => c.RunAsync(stranger, item.Id, item.Version, stolen))).Refusal!.Code.ShouldBe("access.other-department");
        (await county.AskAsync((PublishItem p) => p.RunAsync(Clerk, [Seen(item)]))).Refusal!.Code.ShouldBe("access.no-right");
        (await county.AskAsync((AddItem a) => a.RunAsync(Clerk, "sc-0301", AnItem.Coded("SC-0301").Content))).Refusal!.Code.ShouldBe("item.code-taken");
    }

    [Fact]
    public async Task A_batch_gives_a_verdict_for_each_item()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var good = await AnItem.Coded("SC-0301").DraftedAsync(county);
        var empty = await AnItem.Coded("SC-0302").With(c => c with { Content = "" }).DraftedAsync(county);
        var other = await AnItem.Coded("GA-0001").DraftedAsync(county);

        var verdicts = (await county.AskAsync((PublishItem p) => p.RunAsync(Head, [Seen(good), Seen(empty), Seen(other), Seen(good)]))).Value;

        verdicts.Select(v => v.Refusal?.Code).ShouldBe([null, "item.content-needed", "access.other-department"]);
        (await FindAsync(county, good)).State.ShouldBe(ItemState.Published);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_published_or_retired_that_its_head_did_not_see(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var seen = await AnItem.Coded("SC-0301").DraftedAsync(county);
        var other = await AnItem.Coded("SC-0302").DraftedAsync(county);
        var later = ItemContent.Of(seen) with { Cap = BasisPoints.Of(900) };
        (await county.AskAsync((ChangeItem c) => c.RunAsync(Clerk, seen.Id, seen.Version, later))).Refusal.ShouldBeNull();

        var verdicts = (await county.AskAsync((PublishItem p) => p.RunAsync(Head, [Seen(seen), Seen(other)]))).Value;

        verdicts.Select(v => v.Refusal?.Code).ShouldBe(["row.changed-meanwhile", null]);
        (await FindAsync(county, seen)).State.ShouldBe(ItemState.Draft);
        (await county.AskAsync((RetireItem r) => r.RunAsync(Head, Seen(other), "停用"))).ShouldNotBeNull().Code.ShouldBe("row.changed-meanwhile");
        (await FindAsync(county, other)).State.ShouldBe(ItemState.Published);
    }

    [Fact]
    public async Task A_reason_for_retiring_has_at_most_500_characters()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var item = await AnItem.Coded("SC-0301").PublishedAsync(county);

        (await county.AskAsync((RetireItem r) => r.RunAsync(Head, Seen(item), new string('因', 501)))).ShouldNotBeNull().Code.ShouldBe("reason.missing");
        (await county.AskAsync((RetireItem r) => r.RunAsync(Head, Seen(item), new string('因', 500)))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_searched_narrowed_sorted_and_paged(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AnItem.Coded("SC-0301").PublishedAsync(county);
        await AnItem.Coded("SC-0302").With(c => c with { Name = "特种设备检查", Importance = Importance.Key }).DraftedAsync(county);
        await AnItem.Coded("GA-0001").DraftedAsync(county);

        async Task<string[]> CodesAsync(ItemQuery query) => [.. (await county.AskAsync((ItemReader r) => r.PageAsync(query))).Rows.Select(i => i.Code)];

        (await CodesAsync(new())).ShouldBe(["GA-0001", "SC-0301", "SC-0302"]);
        (await CodesAsync(new("特种"))).ShouldBe(["SC-0302"]);
        (await CodesAsync(new("sc-03") { Descending = true })).ShouldBe(["SC-0302", "SC-0301"]);
        (await CodesAsync(new(Department: Department.MarketSupervision, State: ItemState.Published))).ShouldBe(["SC-0301"]);
        (await CodesAsync(new(Importance: Importance.Key))).ShouldBe(["SC-0302"]);
        (await CodesAsync(new() { Page = 2, Size = 2 })).ShouldBe(["SC-0302"]);
    }

    private static SeenItem Seen(Item item) => new(item.Id, item.Version);

    private static async Task<Item> FindAsync(TestCounty county, Item item) => (await county.AskAsync((ItemReader r) => r.FindAsync(item.Id)))!;
}
