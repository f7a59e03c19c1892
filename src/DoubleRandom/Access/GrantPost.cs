using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>Gives an account one more post [授予岗位]; it counts from the next request on.</summary>
[PerRequest]
public sealed class GrantPost(SupervisionDb db, AccountKeeping keeping, UserManager<Account> accounts)
{
    /// <summary>
    /// The sign-in name. Refused: no right, <c>account.no-such</c>, <c>account.own</c>, a department that does not fit,
    /// <c>account.post-held</c>, <c>post.conflicts</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string userName, Post post, CancellationToken stop = default)
    {
        var found = await keeping.FindAsync(actor, userName);
        if (found.Refused(out var no))
        {
            return no;
        }

        var (account, department) = (found.Value, post.Department?.Code ?? "");
        if ((AccountKeeping.Own(actor, account) ?? AccountKeeping.Misfit(post)) is { } misfit)
        {
            return misfit;
        }

        var held = (await db.AccountPosts.AsNoTracking().Where(p => p.Account == account.Id).ToListAsync(stop)).ConvertAll(p => p.ToPost());
        if (held.Contains(post))
        {
            return SignIn.Words.Refuse("account.post-held", null, account.Name);
        }

        if (IncompatiblePosts.Refuse([.. held, post]) is { } conflict)
        {
            return conflict;
        }

        // Two grants at once that were both judged by the posts held before: the second finds the account changed.
        await accounts.UpdateAsync(account);
        db.Add(new AccountPost { Jurisdiction = actor.Jurisdiction, Account = account.Id, Role = post.Role, Department = department });
        return await db.CommitAsync(actor, new Act("account.post-granted"), stop) is { } lost ? lost : userName;
    }
}

/// <summary>Takes a post away from an account [撤销岗位]; an account without posts can sign in and do nothing.</summary>
[PerRequest]
public sealed class RevokePost(SupervisionDb db, AccountKeeping keeping)
{
    /// <summary>The sign-in name. Refused: no right, <c>account.no-such</c>, <c>account.own</c>, <c>account.post-not-held</c>, <c>account.last-administrator</c>, <c>reason.missing</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string userName, Post post, string? reason, CancellationToken stop = default)
    {
        var found = await keeping.FindAsync(actor, userName);
        if (found.Refused(out var no))
        {
            return no;
        }

        var (account, department) = (found.Value, post.Department?.Code ?? "");
        var held = await db.AccountPosts.FirstOrDefaultAsync(p => p.Account == account.Id && p.Role == post.Role && p.Department == department, stop);
        if ((AccountKeeping.Own(actor, account)
            ?? (held is null ? SignIn.Words.Refuse("account.post-not-held", null, account.Name) : null)
            ?? (post.Role == Role.Administrator ? await keeping.LastAdministratorAsync(actor, account, stop) : null)
            ?? Reason.Unfit(reason)) is { } refused)
        {
            return refused;
        }

        db.Remove(held!);
        return await db.CommitAsync(actor, new Act("account.post-revoked") { Reason = reason!.Trim() }, stop) is { } lost ? lost : userName;
    }
}
