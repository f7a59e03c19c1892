using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>What plans and tasks are called [计划和任务名称]: by number, a task by its name too.</summary>
internal sealed class PlanNames(SupervisionDb db) : INamesRecords
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var (plans, tasks) = (ids.Select(id => new Id<AnnualPlan>(id)).ToList(), ids.Select(id => new Id<PlanTask>(id)).ToList());
        return
        [
            .. (await db.Plans.AsNoTracking().Where(p => plans.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToListAsync(stop)).Select(p => (p.Id.Value, p.Number)),
            .. (await db.Tasks.AsNoTracking().Where(t => tasks.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Name }).ToListAsync(stop)).Select(t => (t.Id.Value, $"{t.Number} {t.Name}")),
        ];
    }
}
