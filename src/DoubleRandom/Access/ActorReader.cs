using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>Finds who acts, afresh for each request, so that a closed account or a lost post counts at once.</summary>
[PerRequest]
public sealed class ActorReader(SupervisionDb db)
{
    /// <summary>The actor of an account whose security stamp is still the one given; null when closed, re-keyed or unknown.</summary>
    /// <remarks>From here on the store shows the rows of the actor's county.</remarks>
    public async Task<Actor?> FindAsync(Guid id, string? stamp, CancellationToken stop = default)
    {
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
        return account is { IsOpen: true } && (stamp is null || account.SecurityStamp == stamp) ? await OfAsync(account, stop) : null;
    }

    /// <summary>The actor of an account by its sign-in name, as the command line's <c>--as</c> asks; null when unknown or closed.</summary>
    public async Task<Actor?> FindAsync(string userName, CancellationToken stop = default)
    {
        var normal = userName.ToUpperInvariant();
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normal, stop);
        return account is { IsOpen: true } ? await OfAsync(account, stop) : null;
    }

    internal async Task<Actor> OfAsync(Account account, CancellationToken stop)
    {
        db.See(account.Home);
        var posts = await db.AccountPosts.AsNoTracking().Where(p => p.Account == account.Id).ToListAsync(stop);
        return new Actor
        {
            Account = account.Id,
            Name = account.Name,
            Jurisdiction = account.Home,
            Posts = [.. posts.Select(p => p.ToPost())],
            InspectorNumber = account.InspectorNumber,
        };
    }
}
