using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>Chooses a password of one's own [修改密码]; other sessions of the account end.</summary>
public sealed class ChangePassword(SupervisionDb db, UserManager<Account> accounts)
{
    /// <summary>The new security stamp. Refused: <c>password.wrong-old</c>, <c>password.same</c>, <c>password.weak</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string oldPassword, string newPassword, CancellationToken stop = default)
    {
        var account = await accounts.FindByIdAsync(actor.Account?.ToString() ?? "");
        if (account is null || oldPassword.Length > 256 || !await accounts.CheckPasswordAsync(account, oldPassword))
        {
            return SignIn.Words.Refuse("password.wrong-old", null).At("OldPassword");
        }

        if (oldPassword == newPassword)
        {
            return SignIn.Words.Refuse("password.same", null).At("NewPassword");
        }

        if (newPassword.Length > 256 || !(await accounts.ChangePasswordAsync(account, oldPassword, newPassword)).Succeeded)
        {
            return SignIn.Words.Refuse("password.weak", null).At("NewPassword");
        }

        account.MustChangePassword = false;
        db.Note(actor, new Act("account.password-changed"), nameof(Account), account.Id.ToString());
        return await db.CommitAsync(actor, new Act("account.password-changed"), stop) is { } refusal ? refusal : account.SecurityStamp!;
    }
}
