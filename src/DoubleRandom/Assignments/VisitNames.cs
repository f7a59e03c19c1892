using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>What visits are called [检查名称]: by their numbers alone, which tell no name.</summary>
internal sealed class VisitNames(SupervisionDb db) : INamesRecords
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.Select(id => new Id<Visit>(id)).ToList();
        return (await db.Visits.AsNoTracking().Where(v => wanted.Contains(v.Id)).Select(v => new { v.Id, v.Number }).ToListAsync(stop)).ConvertAll(v => (v.Id.Value, v.Number));
    }
}
