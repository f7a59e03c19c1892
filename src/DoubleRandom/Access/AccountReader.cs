using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>An account as the administrator's list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserName">The name it signs in with.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="IsOpen">Whether it may sign in.</param>
/// <param name="MustChangePassword">Whether it still has a one-time password.</param>
public sealed record AccountLine(Guid Id, string UserName, string Name, IReadOnlyList<Post> Posts, bool IsOpen, bool MustChangePassword)
{
    /// <summary>Number in the inspector directory, or null.</summary>
    public string? InspectorNumber { get; init; }
}

/// <summary>Reads the accounts of the counties seen.</summary>
[PerRequest]
public sealed class AccountReader(SupervisionDb db)
{
    /// <summary>All accounts of the county, by sign-in name.</summary>
    public async Task<IReadOnlyList<AccountLine>> AllAsync(Jurisdiction county, CancellationToken stop = default)
    {
        var posts = (await db.AccountPosts.AsNoTracking().Where(p => p.Jurisdiction == county).ToListAsync(stop)).ToLookup(p => p.Account);
        var accounts = await db.Users.AsNoTracking().Where(a => a.Home == county).OrderBy(a => a.UserName).ToListAsync(stop);
        return [.. accounts.Select(a => new AccountLine(a.Id, a.UserName!, a.Name, [.. posts[a.Id].Select(p => p.ToPost())], a.IsOpen, a.MustChangePassword) { InspectorNumber = a.InspectorNumber })];
    }

    /// <summary>Whether the database has any account yet.</summary>
    public Task<bool> AnyAsync(CancellationToken stop = default) => db.Users.AnyAsync(stop);
}
