using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Access;

public sealed class KeepingAccounts
{
    private static readonly Actor Administrator = TestCounty.As(Role.Administrator);
    private static readonly Post Clerk = new(Role.DepartmentClerk, Department.MarketSupervision);

    [Theory, OnBothDatabases]
    public async Task A_closed_account_loses_its_session_and_cannot_sign_in_until_it_is_reopened(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county, "zhang", Clerk);
        var session = (await county.AskAsync((SignIn s) => s.RunAsync("zhang", password))).Value;

        (await CloseAsync(county, Administrator, "zhang", false, "调离")).Value.ShouldBe("zhang");

        (await county.AskAsync((ActorReader r) => r.FindAsync(session.Actor.Account!.Value, session.Stamp))).ShouldBeNull();
        (await county.AskAsync((SignIn s) => s.RunAsync("zhang", password))).Refusal!.Code.ShouldBe("sign-in.closed");
        (await CloseAsync(county, Administrator, "zhang", false, "调离")).Refusal!.Code.ShouldBe("account.is-so-already");
        (await CloseAsync(county, Administrator, "zhang", true, " ")).Refusal!.Code.ShouldBe("reason.missing");
        (await CloseAsync(county, Administrator, "zhang", true, "回岗")).Refusal.ShouldBeNull();
        (await county.AskAsync((SignIn s) => s.RunAsync("zhang", password))).Refusal.ShouldBeNull();
        (await county.AskAsync((TrailReader r) => r.PageAsync("account.closed", null, 1, 9))).Lines.ShouldContain(l => l.Reason == "调离");
    }

    [Theory, OnBothDatabases]
    public async Task Posts_are_granted_and_revoked_and_count_from_the_next_request(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CreateAsync(county, "zhang", Clerk);
        var head = new Post(Role.DepartmentHead, Department.Parse("NY", null));

        (await county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "zhang", head))).Refusal.ShouldBeNull();
        (await county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "zhang", head))).Refusal!.Code.ShouldBe("account.post-held");
        (await county.AskAsync((ActorReader r) => r.FindAsync("zhang")))!.Posts.ShouldBe([Clerk, head], ignoreOrder: true);

        (await county.AskAsync((RevokePost g) => g.RunAsync(Administrator, "zhang", Clerk, " "))).Refusal!.Code.ShouldBe("reason.missing");
        (await county.AskAsync((RevokePost g) => g.RunAsync(Administrator, "zhang", Clerk, "调岗"))).Refusal.ShouldBeNull();
        (await county.AskAsync((RevokePost g) => g.RunAsync(Administrator, "zhang", Clerk, "调岗"))).Refusal!.Code.ShouldBe("account.post-not-held");
        (await county.AskAsync((ActorReader r) => r.FindAsync("zhang")))!.Posts.ShouldBe([head]);
    }

    [Theory, OnBothDatabases]
    public async Task Administration_never_locks_itself_out_and_nobody_changes_his_own_posts(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CreateAsync(county, "admin", new Post(Role.Administrator, null));
        var own = (await county.AskAsync((ActorReader r) => r.FindAsync("admin")))!;

        (await CloseAsync(county, Administrator, "admin", false, "停用")).Refusal!.Code.ShouldBe("account.last-administrator");
        (await county.AskAsync((RevokePost r) => r.RunAsync(Administrator, "admin", new Post(Role.Administrator, null), "调岗"))).Refusal!.Code.ShouldBe("account.last-administrator");
        (await CloseAsync(county, own, "admin", false, "停用")).Refusal!.Code.ShouldBe("account.own");
        (await county.AskAsync((GrantPost g) => g.RunAsync(own, "admin", new Post(Role.OfficeClerk, null)))).Refusal!.Code.ShouldBe("account.own");

        await CreateAsync(county, "second", new Post(Role.Administrator, null));
        (await CloseAsync(county, own, "second", false, "离任")).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_given_posts_that_must_be_held_by_two_persons(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var (clerk, head) = (Clerk, new Post(Role.DepartmentHead, Department.MarketSupervision));
        Post[][] pairs = [[clerk, head], [head, clerk], [new(Role.OfficeClerk, null), new(Role.Auditor, null)], [new(Role.Administrator, null), clerk], [new(Role.Auditor, null), new(Role.Administrator, null)]];
        foreach (var (pair, i) in pairs.Select((pair, i) => (pair, i)))
        {
            var refused = (await county.AskAsync((CreateAccount c) => c.RunAsync(Administrator, new("both", "两岗", pair)))).Refusal.ShouldNotBeNull();
            (refused.Code, refused.Field).ShouldBe(("post.conflicts", "Role"));
            await CreateAsync(county, "one" + i, pair[0]);
            (await county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "one" + i, pair[1]))).Refusal.ShouldNotBeNull().Code.ShouldBe("post.conflicts");
            (await county.AskAsync((ActorReader r) => r.FindAsync("one" + i)))!.Posts.ShouldBe([pair[0]]);
        }

        (await county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "one0", new(Role.Reviewer, Department.MarketSupervision)))).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Two_grants_at_once_do_not_add_up_to_what_one_may_not_hold(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CreateAsync(county, "zhang", new Post(Role.Reviewer, Department.MarketSupervision));

        await Task.WhenAll(new[] { Role.DepartmentClerk, Role.DepartmentHead }.Select(role =>
            county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "zhang", new(role, Department.MarketSupervision)))));

        (await county.AskAsync((ActorReader r) => r.FindAsync("zhang")))!.Posts.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_account_has_a_name_a_post_and_at_most_one_inspector_of_its_own(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var inspector = (await AnInspector.Of("SC", "执1").AddedAsync(county)).Number;
        var post = new Post(Role.Inspector, Department.MarketSupervision);

        async Task<string[]> TryAsync(string user, string name, Post[] posts, string? number = null) =>
            (await county.AskAsync((CreateAccount c) => c.RunAsync(Administrator, new(user, name, posts, number)))).Refusal?.All.Select(no => $"{no.Code} {no.Field}").ToArray() ?? [];

        (await TryAsync("", " ", [], "SC9999")).ShouldBe(
            ["account.name-letters UserName", "account.person-name Name", "account.post-missing Role", "account.no-inspector InspectorNumber"]);
        (await TryAsync(new string('x', 65), new string('名', 65), [post])).ShouldBe(["account.name-letters UserName", "account.person-name Name"]);
        (await TryAsync("张", "张\n三", [post])).ShouldBe(["account.name-letters UserName", "account.person-name Name"]);
        (await TryAsync("zhang", "张三", [post], inspector)).ShouldBeEmpty();
        (await TryAsync("li", "李四", [post], inspector)).ShouldBe(["account.inspector-taken InspectorNumber"]);
        (await TryAsync("ZHANG", "张三", [post])).ShouldBe(["account.name-taken UserName"]);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_accounts_made_for_one_inspector_at_the_same_moment_one_is_refused(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var inspector = (await AnInspector.Of("SC", "执1").AddedAsync(county)).Number;
        Task<Outcome<string>> ForHimAsync(CreateAccount create, string name) =>
            create.RunAsync(Administrator, new(name, "张三", [new(Role.Inspector, Department.MarketSupervision)], inspector));

        var late = await county.AskAsync((IServiceProvider request) =>
        {
            request.BeforeSave(1, async () => (await county.AskAsync((CreateAccount c) => ForHimAsync(c, "zhang"))).Refusal.ShouldBeNull());
            return ForHimAsync(request.GetRequiredService<CreateAccount>(), "li");
        });

        late.Refusal!.Code.ShouldBe("row.exists-already");
        (await county.AskAsync((ActorReader r) => r.FindAsync("li"))).ShouldBeNull();
    }

    [Fact]
    public async Task Only_an_administrator_keeps_accounts_and_only_those_of_the_county()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await CreateAsync(county, "zhang", Clerk);
        var foreign = TestCounty.As(Role.Administrator, county: Jurisdiction.Parse("532801", null));

        (await CloseAsync(county, county.Office, "zhang", false, "x")).Refusal!.Code.ShouldBe("access.no-right");
        (await CloseAsync(county, foreign, "zhang", false, "x")).Refusal!.Code.ShouldBe("account.no-such");
        (await county.AskAsync((GrantPost g) => g.RunAsync(Administrator, "zhang", new Post(Role.OfficeClerk, Department.MarketSupervision)))).Refusal!.Article.ShouldBe("R20");
    }

    private static async Task<string> CreateAsync(TestCounty county, string name, Post post) =>
        (await county.AskAsync((CreateAccount c) => c.RunAsync(Administrator, new(name, "张三", [post])))).Value;

    private static Task<Outcome<string>> CloseAsync(TestCounty county, Actor actor, string name, bool isOpen, string reason) =>
        county.AskAsync((CloseAccount c) => c.RunAsync(actor, name, isOpen, reason));
}
