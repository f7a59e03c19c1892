using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>
/// Asks an account for its password [核对密码] and keeps count: after five wrong ones in a row, wherever they were typed, it is locked for
/// thirty minutes. An answer stands only if the account has not changed since it was read, so that many guesses at once are still counted
/// one by one.
/// </summary>
[PerRequest]
public sealed class PasswordCheck(SupervisionDb db, UserManager<Account> accounts)
{
    private const int MostRounds = 50;

    /// <summary>Null when the password is right; the account is then held to the state it was judged by until the act is committed.</summary>
    /// <param name="account">The account, as this scope reads it.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="wrong">What to say of a wrong one that does not lock yet.</param>
    internal async Task<Refusal?> JudgeAsync(Account account, string password, Refusal wrong)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            return Locked();
        }

        if (password.Length > 256 || !await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return await accounts.IsLockedOutAsync(account) ? Locked() : wrong;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        db.Entry(account).Property(a => a.ConcurrencyStamp).IsModified = true;
        return null;
    }

    /// <summary>Commits what one round judged, and judges again on a fresh reading as long as somebody else was faster.</summary>
    /// <param name="actor">The account's own person.</param>
    /// <param name="round">Judges, and says in the trail what came of it. It runs anew for every reading.</param>
    /// <remarks>Whoever hangs up is counted all the same: nothing here is stopped.</remarks>
    internal async Task<Outcome<T>> CommitAsync<T>(Actor actor, Func<Task<Outcome<T>>> round)
    {
        Refusal? lost = null;
        for (var i = 0; i < MostRounds; i++)
        {
            var outcome = await round();
            lost = await db.CommitAsync(actor, new Act("account.signed-in"), CancellationToken.None);
            if (lost is null)
            {
                return outcome;
            }
        }

        return lost!;
    }

    private static Refusal Locked() => SignIn.Words.Refuse("sign-in.locked", null, AccessModule.LockedFor.TotalMinutes);
}
