using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>Chooses a password of one's own [修改密码]; other sessions of the account end.</summary>
[PerRequest]
public sealed class ChangePassword(SupervisionDb db, UserManager<Account> accounts, PasswordCheck check)
{
    /// <summary>
    /// The new security stamp. Refused: <c>password.wrong-old</c>, which counts as a failed sign-in does, <c>sign-in.locked</c>,
    /// <c>password.same</c>, <c>password.weak</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string oldPassword, string newPassword, CancellationToken stop = default)
    {
        var wrong = SignIn.Words.Refuse("password.wrong-old", null).At("OldPassword");
        if (actor.Account is not { } id || await accounts.FindByIdAsync(id.ToString()) is not { } own)
        {
            return wrong;
        }

        // The new one first: what is said of it must not tell whether the old one was right.
        if (oldPassword == newPassword)
        {
            return SignIn.Words.Refuse("password.same", null).At("NewPassword");
        }

        if (newPassword.Length > 256 || await IsWeakAsync(own, newPassword))
        {
            return SignIn.Words.Refuse("password.weak", null).At("NewPassword");
        }

        return await check.CommitAsync<string>(actor, async () =>
        {
            own = await accounts.FindByIdAsync(id.ToString()) ?? own;
            if (await check.JudgeAsync(own, oldPassword, wrong) is { } no)
            {
                db.Note(actor, new Act("account.password-failed") { Reason = no.Code }, StoredKind.Of<Account>(), id.ToString());
                return no;
            }

            await accounts.ChangePasswordAsync(own, oldPassword, newPassword);
            own.MustChangePassword = false;
            db.Note(actor, new Act("account.password-changed"), StoredKind.Of<Account>(), id.ToString());
            return own.SecurityStamp!;
        });
    }

    private async Task<bool> IsWeakAsync(Account account, string password)
    {
        foreach (var rule in accounts.PasswordValidators)
        {
            if (!(await rule.ValidateAsync(accounts, account, password)).Succeeded)
            {
                return true;
            }
        }

        return false;
    }
}
