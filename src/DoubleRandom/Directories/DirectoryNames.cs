using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>What subjects and inspectors are called [名录名称]: by name and code, by number and name.</summary>
internal sealed class DirectoryNames(SupervisionDb db) : INamesRecords
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var (subjects, inspectors) = (ids.Select(id => new Id<Subject>(id)).ToList(), ids.Select(id => new Id<Inspector>(id)).ToList());
        return
        [
            .. (await db.Subjects.AsNoTracking().Where(s => subjects.Contains(s.Id)).Select(s => new { s.Id, s.Code, s.Name }).ToListAsync(stop)).Select(s => (s.Id.Value, $"{s.Name} {s.Code}")),
            .. (await db.Inspectors.AsNoTracking().Where(i => inspectors.Contains(i.Id)).Select(i => new { i.Id, i.Number, i.Name }).ToListAsync(stop)).Select(i => (i.Id.Value, $"{i.Number} {i.Name}")),
        ];
    }
}
