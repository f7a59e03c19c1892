using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>What a new account is to be.</summary>
/// <param name="UserName">The name it signs in with: letters, digits, <c>- . _</c>.</param>
/// <param name="Name">The person's name, 1 to 64 characters.</param>
/// <param name="Posts">Its posts, at least one; with a department for department roles and inspectors, without for the others.</param>
/// <param name="InspectorNumber">Number in the inspector directory, for inspectors: of the county, no other account's.</param>
public sealed record NewAccount(string UserName, string Name, IReadOnlyList<Post> Posts, string? InspectorNumber = null);

/// <summary>Creates an account with its posts and a one-time password [新建账号].</summary>
[PerRequest]
public sealed class CreateAccount(SupervisionDb db, UserManager<Account> accounts, IInspectorNumbers inspectors, IChance chance, TimeProvider clock)
{
    private const int LongestName = 64;

    /// <summary>
    /// The one-time password, to be told once. Refused: no right, <c>account.name-taken</c>, <c>account.name-letters</c>,
    /// <c>account.person-name</c>, <c>account.post-missing</c>, a post without its department, <c>post.conflicts</c>,
    /// <c>account.no-inspector</c>, <c>account.inspector-taken</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, NewAccount wanted, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        var account = new Account
        {
            Id = Uuid7.New(clock),
            UserName = wanted.UserName,
            Name = wanted.Name.Trim(),
            Home = actor.Jurisdiction,
            InspectorNumber = wanted.InspectorNumber,
            MustChangePassword = true,
        };
        Refusal?[] faults =
        [
            await UserNameFaultAsync(account),
            account.Name.Length is 0 or > LongestName || account.Name.Any(char.IsControl)
                ? SignIn.Words.Refuse("account.person-name", null, LongestName).At(nameof(wanted.Name))
                : null,
            wanted.Posts.Count == 0 ? SignIn.Words.Refuse("account.post-missing", null).At("Role") : null,
            wanted.Posts.Select(AccountKeeping.Misfit).FirstOrDefault(misfit => misfit is not null),
            IncompatiblePosts.Refuse(wanted.Posts),
            await InspectorFaultAsync(actor, wanted.InspectorNumber, stop),
        ];
        if (Refusal.Of([.. faults.OfType<Refusal>()]) is { } refused)
        {
            return refused;
        }

        var password = OneTimePassword.New(chance);
        if (!(await accounts.CreateAsync(account, password)).Succeeded)
        {
            return SignIn.Words.Refuse("account.name-letters", null, wanted.UserName).At(nameof(wanted.UserName));
        }

        db.AddRange(wanted.Posts.Distinct().Select(post => new AccountPost
        {
            Jurisdiction = actor.Jurisdiction,
            Account = account.Id,
            Role = post.Role,
            Department = post.Department?.Code ?? "",
        }));
        db.Note(actor, new Act("account.created"), StoredKind.Of<Account>(), account.Id.ToString(), new { account.UserName, account.Name });
        return await db.CommitAsync(actor, new Act("account.created"), stop) is { } refusal ? refusal : password;
    }

    private async Task<Refusal?> UserNameFaultAsync(Account account)
    {
        var name = account.UserName!;
        return name.Length is 0 or > LongestName || name.Any(letter => !accounts.Options.User.AllowedUserNameCharacters!.Contains(letter, StringComparison.Ordinal))
            ? SignIn.Words.Refuse("account.name-letters", null, name).At(nameof(account.UserName))
            : await accounts.FindByNameAsync(name) is null ? null : SignIn.Words.Refuse("account.name-taken", null, name).At(nameof(account.UserName));
    }

    private async Task<Refusal?> InspectorFaultAsync(Actor actor, string? number, CancellationToken stop)
    {
        if (number is null)
        {
            return null;
        }

        if (!await inspectors.HasAsync(number, stop))
        {
            return SignIn.Words.Refuse("account.no-inspector", null, number).At("InspectorNumber");
        }

        var holder = await db.Users.AsNoTracking().Where(a => a.Home == actor.Jurisdiction && a.InspectorNumber == number).Select(a => a.UserName).FirstOrDefaultAsync(stop);
        return holder is null ? null : SignIn.Words.Refuse("account.inspector-taken", null, number, holder).At("InspectorNumber");
    }
}
