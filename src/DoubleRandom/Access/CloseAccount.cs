using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>Closes an account whose person has left, or opens it again [停用、恢复账号]; its name stays in the trail, its sessions end.</summary>
[PerRequest]
public sealed class CloseAccount(SupervisionDb db, AccountKeeping keeping, UserManager<Account> accounts)
{
    /// <summary>
    /// The sign-in name. Refused: no right, <c>account.no-such</c>, <c>account.own</c>, <c>account.last-administrator</c>,
    /// <c>account.is-so-already</c>, <c>reason.missing</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string userName, bool isOpen, string reason, CancellationToken stop = default)
    {
        var found = await keeping.FindAsync(actor, userName);
        if (found.Refused(out var no))
        {
            return no;
        }

        var account = found.Value;
        if ((AccountKeeping.Own(actor, account)
            ?? (account.IsOpen == isOpen ? SignIn.Words.Refuse("account.is-so-already", null, userName) : null)
            ?? (isOpen ? null : await keeping.LastAdministratorAsync(actor, account, stop))
            ?? Reason.Unfit(reason)) is { } refused)
        {
            return refused;
        }

        account.IsOpen = isOpen;
        await accounts.UpdateSecurityStampAsync(account);
        var act = new Act(isOpen ? "account.reopened" : "account.closed") { Reason = reason.Trim() };
        db.Note(actor, act, StoredKind.Of<Account>(), account.Id.ToString(), new { account.UserName });
        return await db.CommitAsync(actor, act, stop) is { } lost ? lost : userName;
    }
}
