using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Access;

/// <summary>What accounts are called [账号名称]: by the name they sign in with.</summary>
internal sealed class AccountNames(SupervisionDb db) : INamesRecords
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        return (await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.UserName! }).ToListAsync(stop)).ConvertAll(a => (a.Id, a.Name));
    }
}
