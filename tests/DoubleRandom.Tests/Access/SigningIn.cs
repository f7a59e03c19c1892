using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Access;

public sealed class SigningIn
{
    private static readonly Actor Administrator = TestCounty.As(Role.Administrator);

    [Theory, OnBothDatabases]
    public async Task A_new_account_signs_in_with_its_one_time_password_and_must_change_it(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);

        var signedIn = await SignInAsync(county, "zhang", password);

        signedIn.Value.MustChangePassword.ShouldBeTrue();
        signedIn.Value.Actor.May(Right.EditItems, Department.MarketSupervision).ShouldBeTrue();
        signedIn.Value.Actor.May(Right.EditItems, Department.Parse("GA", null)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);

        for (var i = 0; i < AccessModule.MostFailures - 1; i++)
        {
            (await SignInAsync(county, "zhang", "wrong")).Refusal!.Code.ShouldBe("sign-in.wrong");
        }

        (await SignInAsync(county, "zhang", "wrong")).Refusal!.Code.ShouldBe("sign-in.locked");
        (await SignInAsync(county, "zhang", password)).Refusal!.Code.ShouldBe("sign-in.locked");
        var trail = await county.AskAsync((TrailReader r) => r.PageAsync("account.sign-in-failed", null, 1, 50));
        trail.Total.ShouldBe(6);
    }

    [Theory, OnBothDatabases]
    public async Task A_reset_unlocks_ends_open_sessions_and_gives_a_new_one_time_password(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var first = await SignInAsync(county, "zhang", await CreateAsync(county));

        var password = await county.AskAsync((ResetPassword r) => r.RunAsync(Administrator, "zhang", "忘记密码"));

        (await SignInAsync(county, "zhang", password.Value)).Value.MustChangePassword.ShouldBeTrue();
        var old = first.Value;
        (await county.AskAsync((ActorReader r) => r.FindAsync(old.Actor.Account!.Value, old.Stamp))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_name_and_a_wrong_password_are_refused_in_the_same_words(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CreateAsync(county);

        var unknown = await SignInAsync(county, "nobody", "wrong");
        var wrong = await SignInAsync(county, "zhang", "wrong");

        unknown.Refusal!.Because.ShouldBe(wrong.Refusal!.Because);
    }

    [Theory, OnBothDatabases]
    public async Task A_chosen_password_must_be_strong_new_and_follow_the_right_old_one(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);
        var actor = (await SignInAsync(county, "zhang", password)).Value.Actor;

        async Task<string?> TryAsync(string old, string chosen) =>
            (await county.AskAsync((ChangePassword c) => c.RunAsync(actor, old, chosen))).Refusal?.Code;

        (await TryAsync("wrong", "Abcdefgh12")).ShouldBe("password.wrong-old");
        (await TryAsync(password, password)).ShouldBe("password.same");
        (await TryAsync(password, "short1A")).ShouldBe("password.weak");
        (await TryAsync(password, "Abcdefgh12")).ShouldBeNull();
        (await SignInAsync(county, "zhang", "Abcdefgh12")).Value.MustChangePassword.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Failures_at_the_same_moment_all_count_and_all_stand_in_the_trail(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CreateAsync(county);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignInAsync(county, "zhang", "wrong")));

        answers.Select(answer => answer.Refusal!.Code).Distinct().ShouldBeSubsetOf(["sign-in.wrong", "sign-in.locked"]);
        answers.Count(answer => answer.Refusal!.Code == "sign-in.wrong").ShouldBe(AccessModule.MostFailures - 1);
        (await county.AskAsync((TrailReader r) => r.PageAsync("account.sign-in-failed", null, 1, 50))).Total.ShouldBe(12);
    }

    [Theory, OnBothDatabases]
    public async Task A_right_password_among_many_guesses_at_the_same_moment_does_not_outrun_the_lock(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);

        // Whoever judged by an older state of the account than the one stored judges again: here the lock falls between reading and writing.
        await using var scope = county.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        (await db.Users.SingleAsync(TestContext.Current.CancellationToken)).AccessFailedCount.ShouldBe(0);
        for (var i = 0; i < AccessModule.MostFailures; i++)
        {
            await SignInAsync(county, "zhang", "wrong");
        }

        (await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync("zhang", password, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("sign-in.locked");
    }

    [Theory, OnBothDatabases]
    public async Task Right_passwords_at_the_same_moment_all_sign_in(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);

        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignInAsync(county, "zhang", password)))).ShouldAllBe(answer => answer.Refusal == null);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_old_password_counts_and_locks_as_a_wrong_sign_in_does(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var password = await CreateAsync(county);
        var actor = (await SignInAsync(county, "zhang", password)).Value.Actor;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => county.AskAsync((ChangePassword c) => c.RunAsync(actor, "wrong", "Abcdefgh12"))));

        answers.Count(answer => answer.Refusal!.Code == "password.wrong-old").ShouldBe(AccessModule.MostFailures - 1);
        answers.Count(answer => answer.Refusal!.Code == "sign-in.locked").ShouldBe(4);
        (await county.AskAsync((ChangePassword c) => c.RunAsync(actor, password, "Abcdefgh12"))).Refusal!.Code.ShouldBe("sign-in.locked");
        (await SignInAsync(county, "zhang", password)).Refusal!.Code.ShouldBe("sign-in.locked");
        (await county.AskAsync((TrailReader r) => r.PageAsync("account.password-failed", null, 1, 50))).Total.ShouldBe(9);
    }

    [Fact]
    public async Task Only_an_administrator_creates_accounts_and_the_office_has_no_department()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);

        var byClerk = await county.AskAsync((CreateAccount c) => c.RunAsync(county.Office, new("x", "X", [])));
        var office = await county.AskAsync((CreateAccount c) =>
            c.RunAsync(Administrator, new("x", "X", [new Post(Role.OfficeClerk, Department.MarketSupervision)])));

        byClerk.Refusal!.Code.ShouldBe("access.no-right");
        office.Refusal!.Article.ShouldBe("R20");
    }

    private static async Task<string> CreateAsync(TestCounty county) => (await county.AskAsync((CreateAccount c) =>
        c.RunAsync(Administrator, new("zhang", "张三", [new Post(Role.DepartmentClerk, Department.MarketSupervision)])))).Value;

    private static Task<Outcome<SignedIn>> SignInAsync(TestCounty county, string name, string password) =>
        county.AskAsync((SignIn s) => s.RunAsync(name, password));
}
