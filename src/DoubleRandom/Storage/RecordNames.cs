using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Storage;

/// <summary>
/// What records are called by people [记录名称], so that the trail need not speak in ids: an account by its sign-in name, an inspector by number
/// and name, a visit by its number alone. Nothing that a draw keeps sealed has a name here.
/// </summary>
public sealed class RecordNames(SupervisionDb db)
{
    /// <summary>The names of those of these ids that are known.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0)
        {
            return names;
        }

        var (items, subjects, inspectors, plans, tasks, visits) =
            (Of<Item>(ids), Of<Subject>(ids), Of<Inspector>(ids), Of<AnnualPlan>(ids), Of<PlanTask>(ids), Of<Assignments.Visit>(ids));
        var known = (await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.UserName! }).ToListAsync(stop)).Select(a => (a.Id, a.Name))
            .Concat((await db.Items.AsNoTracking().Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Code, i.Name }).ToListAsync(stop)).Select(i => (i.Id.Value, $"{i.Code} {i.Name}")))
            .Concat((await db.Subjects.AsNoTracking().Where(s => subjects.Contains(s.Id)).Select(s => new { s.Id, s.Code, s.Name }).ToListAsync(stop)).Select(s => (s.Id.Value, $"{s.Name} {s.Code}")))
            .Concat((await db.Inspectors.AsNoTracking().Where(i => inspectors.Contains(i.Id)).Select(i => new { i.Id, i.Number, i.Name }).ToListAsync(stop)).Select(i => (i.Id.Value, $"{i.Number} {i.Name}")))
            .Concat((await db.Plans.AsNoTracking().Where(p => plans.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToListAsync(stop)).Select(p => (p.Id.Value, p.Number)))
            .Concat((await db.Tasks.AsNoTracking().Where(t => tasks.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Name }).ToListAsync(stop)).Select(t => (t.Id.Value, $"{t.Number} {t.Name}")))
            .Concat((await db.Visits.AsNoTracking().Where(v => visits.Contains(v.Id)).Select(v => new { v.Id, v.Number }).ToListAsync(stop)).Select(v => (v.Id.Value, v.Number)));
        foreach (var (id, name) in known)
        {
            names[id] = name;
        }

        return names;
    }

    private static List<Id<T>> Of<T>(IReadOnlyCollection<Guid> ids) => [.. ids.Select(id => new Id<T>(id))];
}
