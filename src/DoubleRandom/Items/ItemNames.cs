using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>What items are called [事项名称]: by code and name.</summary>
internal sealed class ItemNames(SupervisionDb db) : INamesRecords
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.Select(id => new Id<Item>(id)).ToList();
        return (await db.Items.AsNoTracking().Where(i => wanted.Contains(i.Id)).Select(i => new { i.Id, i.Code, i.Name }).ToListAsync(stop)).ConvertAll(i => (i.Id.Value, $"{i.Code} {i.Name}"));
    }
}
