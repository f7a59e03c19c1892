using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>Who has signed in.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Stamp">Security stamp that the session carries; a new password ends older sessions.</param>
/// <param name="MustChangePassword">Whether a password of one's own must be chosen first.</param>
public sealed record SignedIn(Actor Actor, string Stamp, bool MustChangePassword)
{
    /// <summary>
    /// The second person who signs for an act; refused (<c>sign-in.own-password-first</c>) while the password is a one-time one, because
    /// somebody else has seen it.
    /// </summary>
    public Outcome<Actor> ToSign() => MustChangePassword ? SignIn.Words.Refuse("sign-in.own-password-first", null) : Actor;
}

/// <summary>Signs in by name and password [登录]; after five failures in a row the account is locked for thirty minutes.</summary>
[PerRequest]
public sealed class SignIn(UserManager<Account> accounts, ActorReader actors, PasswordCheck check, IPasswordHasher<Account> hasher, SupervisionDb db)
{
    internal static readonly Words Words = new(typeof(SignIn));

    /// <summary>
    /// Refused: <c>sign-in.wrong</c> (name or password, without saying which), <c>sign-in.locked</c>, <c>sign-in.closed</c>.
    /// Successes and failures are kept in the trail.
    /// </summary>
    public async Task<Outcome<SignedIn>> RunAsync(string userName, string password, CancellationToken stop = default)
    {
        var wrong = Words.Refuse("sign-in.wrong", null, AccessModule.MostFailures);
        var account = userName.Length is 0 or > 64 || password.Length > 256 ? null : await accounts.FindByNameAsync(userName);
        if (account is null)
        {
            // As slow as a real check, so that time does not tell which names exist.
            hasher.HashPassword(null!, password.Length > 256 ? "" : password);
            return wrong;
        }

        var actor = await actors.OfAsync(account, stop);
        return await check.CommitAsync<SignedIn>(actor, async () =>
        {
            account = await accounts.FindByNameAsync(userName) ?? account;
            var refusal = await check.JudgeAsync(account, password, wrong) ?? (account.IsOpen ? null : Words.Refuse("sign-in.closed", null));
            db.Note(actor, new Act(refusal is null ? "account.signed-in" : "account.sign-in-failed") { Reason = refusal?.Code }, StoredKind.Of<Account>(), account.Id.ToString());
            return refusal is { } no ? no : new SignedIn(actor, account.SecurityStamp!, account.MustChangePassword);
        });
    }
}
