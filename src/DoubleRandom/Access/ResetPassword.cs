using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>Gives an account a one-time password and unlocks it [重置密码]; its open sessions end.</summary>
[PerRequest]
public sealed class ResetPassword(SupervisionDb db, UserManager<Account> accounts, IChance chance)
{
    /// <summary>The one-time password, to be told once. Refused: no right, <c>account.no-such</c>, <c>reason.missing</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string userName, string? reason, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.ManageAccounts) ?? Reason.Unfit(reason)) is { } no)
        {
            return no;
        }

        var account = await accounts.FindByNameAsync(userName);
        if (account is null || account.Home != actor.Jurisdiction)
        {
            return SignIn.Words.Refuse("account.no-such", null, userName);
        }

        var password = OneTimePassword.New(chance);
        await accounts.RemovePasswordAsync(account);
        await accounts.AddPasswordAsync(account, password);
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        account.MustChangePassword = true;
        var act = new Act("account.password-reset") { Reason = reason!.Trim() };
        db.Note(actor, act, StoredKind.Of<Account>(), account.Id.ToString());
        return await db.CommitAsync(actor, act, stop) is { } refusal ? refusal : password;
    }
}
