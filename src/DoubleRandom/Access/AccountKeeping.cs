using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>What every act on an account asks first: the right, the county, and that administration never locks itself out.</summary>
[PerRequest]
public sealed class AccountKeeping(SupervisionDb db, UserManager<Account> accounts)
{
    private static readonly Role[] WithoutDepartment = [Role.OfficeClerk, Role.Auditor, Role.Administrator, Role.LeadingGroup];
    private static readonly Words Roles = new(typeof(Actor));

    /// <summary>The account of the actor's county. Refused: no right, <c>account.no-such</c>.</summary>
    public async Task<Outcome<Account>> FindAsync(Actor actor, string userName)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        return await accounts.FindByNameAsync(userName) is { } account && account.Home == actor.Jurisdiction
            ? account
            : SignIn.Words.Refuse("account.no-such", null, userName);
    }

    /// <summary>Refuses an act on one's own account (<c>account.own</c>): a second administrator does it.</summary>
    internal static Refusal? Own(Actor actor, Account account) => account.Id == actor.Account ? SignIn.Words.Refuse("account.own", null) : null;

    /// <summary>Refuses to take away the last open administrator (<c>account.last-administrator</c>).</summary>
    internal async Task<Refusal?> LastAdministratorAsync(Actor actor, Account account, CancellationToken stop)
    {
        var administrators = await db.AccountPosts.AsNoTracking().Where(p => p.Role == Role.Administrator).Select(p => p.Account).ToListAsync(stop);
        return administrators.Contains(account.Id) && !await db.Users.AnyAsync(a => a.Home == actor.Jurisdiction && a.IsOpen && a.Id != account.Id && administrators.Contains(a.Id), stop)
            ? SignIn.Words.Refuse("account.last-administrator", null)
            : null;
    }

    /// <summary>Refuses a post with a department it has no use for, or without the one it needs.</summary>
    internal static Refusal? Misfit(Post post) => (post.Department is null) == WithoutDepartment.Contains(post.Role)
        ? null
        : Say(
            post.Department is null ? "account.department-needed" : "account.department-not-wanted",
            post.Department is null ? null : "R20",
            post.Role).At("Department");

    /// <summary>A refusal that names roles, in each language by their names in it.</summary>
    internal static Refusal Say(string code, string? article, params IReadOnlyList<Role> roles) => new(
        code,
        SignIn.Words.InChinese(code, [.. roles.Select(role => Roles.InChinese("role." + role))]),
        SignIn.Words.InEnglish(code, [.. roles.Select(role => Roles.InEnglish("role." + role))]),
        article);
}
