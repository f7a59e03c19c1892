using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>What a new account is to be.</summary>
/// <param name="UserName">The name it signs in with: letters, digits, <c>- . _</c>.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Posts">Its posts, at least one; with a department for department roles and inspectors, without for the others.</param>
/// <param name="InspectorNumber">Number in the inspector directory, for inspectors.</param>
public sealed record NewAccount(string UserName, string Name, IReadOnlyList<Post> Posts, string? InspectorNumber = null);

/// <summary>Creates an account with its posts and a one-time password [新建账号].</summary>
public sealed class CreateAccount(SupervisionDb db, UserManager<Account> accounts, IChance chance, TimeProvider clock)
{
    /// <summary>The one-time password, to be told once. Refused: no right, <c>account.name-taken</c>, a post without its department.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, NewAccount wanted, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.ManageAccounts) ?? wanted.Posts.Select(AccountKeeping.Misfit).FirstOrDefault(r => r is not null)) is { } no)
        {
            return no;
        }

        if (await accounts.FindByNameAsync(wanted.UserName) is not null)
        {
            return SignIn.Words.Refuse("account.name-taken", null, wanted.UserName).At(nameof(wanted.UserName));
        }

        var account = new Account
        {
            Id = Uuid7.New(clock),
            UserName = wanted.UserName,
            Name = wanted.Name,
            Home = actor.Jurisdiction,
            InspectorNumber = wanted.InspectorNumber,
            MustChangePassword = true,
        };
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
        db.Note(actor, new Act("account.created"), nameof(Account), account.Id.ToString(), new { wanted.UserName, wanted.Name });
        return await db.CommitAsync(actor, new Act("account.created"), stop) is { } refusal ? refusal : password;
    }
}
