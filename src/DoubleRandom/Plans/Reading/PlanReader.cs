using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans.Reading;

/// <summary>Reads plans and tasks of the counties seen.</summary>
[PerRequest]
public sealed class PlanReader(SupervisionDb db, TimeProvider clock)
{
    /// <summary>How far ahead tasks are called due.</summary>
    public const int DaysAhead = 30;

    /// <summary>Plans of a year and a state (null: all), newest year first; part of the name or number may be sought.</summary>
    public async Task<IReadOnlyList<PlanLine>> ListAsync(int? year = null, PlanState? state = null, string? sought = null, CancellationToken stop = default)
    {
        var plans = await Found(year, state, sought).ToListAsync(stop);
        var ids = plans.Select(p => p.Id).ToArray();
        var states = (await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Plan)).Select(t => new { t.Plan, t.State }).ToListAsync(stop)).ToLookup(t => t.Plan, t => t.State);
        return [.. plans.Select(p => Line(p, states[p.Id]))];
    }

    /// <summary>A plan with its tasks; null when there is none of that number.</summary>
    public async Task<PlanDetail?> FindAsync(string number, CancellationToken stop = default)
    {
        var plan = await db.Plans.AsNoTracking().Where(p => p.Number == number).ToListAsync(stop);
        return (await DetailsAsync(plan, stop)).SingleOrDefault();
    }

    /// <summary>A task with its plan; null when there is none of that number.</summary>
    public async Task<TaskDetail?> TaskAsync(string number, CancellationToken stop = default)
    {
        var plan = await db.Tasks.Where(t => t.Number == number)
            .Join(db.Plans, t => t.Plan, p => p.Id, (_, p) => p.Number).FirstOrDefaultAsync(stop);
        return plan is null ? null : await FindAsync(plan, stop) is { } detail ? new(detail.Plan, detail.Tasks.First(t => t.Number == number)) : null;
    }

    /// <summary>The tasks of a plan by month: every month in which a task has a day, withdrawn tasks left out.</summary>
    public static IReadOnlyList<(int Month, IReadOnlyList<TaskLine> Tasks)> Calendar(PlanDetail plan) =>
        [.. Enumerable.Range(1, 12).Select(month => (month, (IReadOnlyList<TaskLine>)[.. plan.Tasks.Where(t => t.State != TaskState.Withdrawn && t.From.Month <= month && t.To.Month >= month)]))];

    /// <summary>What the public sees: published plans of a year (null: all), with every task that ever stood in them.</summary>
    public async Task<IReadOnlyList<PlanDetail>> PublicAsync(int? year = null, CancellationToken stop = default) =>
        await DetailsAsync(await Found(year, PlanState.Published, null).ToListAsync(stop), stop);

    /// <summary>A published plan's task for the public; null when it is not public.</summary>
    public async Task<TaskDetail?> PublicTaskAsync(string number, CancellationToken stop = default) =>
        await TaskAsync(number, stop) is { Plan.State: PlanState.Published } task ? task : null;

    /// <summary>What waits to be drawn for this person: the office sees all, a department what it leads.</summary>
    public async Task<WaitingTasks> WaitingTasksAsync(Actor actor, CancellationToken stop = default)
    {
        var (today, own) = (clock.Today(), actor.DepartmentsFor(Right.EditPlans));
        var until = today.AddDays(DaysAhead);
        var waiting = await db.Tasks.AsNoTracking()
            .Where(t => t.State == TaskState.Planned && !t.IsFrozen && t.From <= until && own.Contains(t.Lead))
            .Where(t => db.Plans.Any(p => p.Id == t.Plan && p.State == PlanState.Published))
            .ToListAsync(stop);
        var plans = (await ListAsync(state: PlanState.Published, stop: stop)).ToDictionary(p => p.Number);
        var numbers = await db.Plans.AsNoTracking().Where(p => p.State == PlanState.Published).ToDictionaryAsync(p => p.Id, p => p.Number, stop);
        var byId = waiting.ToDictionary(t => t.Id, t => plans[numbers[t.Plan]]);
        var tasks = (await LinesAsync(waiting, stop)).Select(t => new TaskDetail(byId[t.Id], t)).ToArray();
        return new([.. tasks.Where(t => t.Task.From < today)], [.. tasks.Where(t => t.Task.From >= today)]);
    }

    /// <summary>The first planned task that is not due yet, further ahead than <see cref="DaysAhead"/>; null when none waits for this person.</summary>
    public async Task<TaskDetail?> NextAsync(Actor actor, CancellationToken stop = default)
    {
        var (until, own) = (clock.Today().AddDays(DaysAhead), actor.DepartmentsFor(Right.EditPlans));
        var number = await db.Tasks.AsNoTracking()
            .Where(t => t.State == TaskState.Planned && !t.IsFrozen && t.From > until && own.Contains(t.Lead))
            .Where(t => db.Plans.Any(p => p.Id == t.Plan && p.State == PlanState.Published))
            .OrderBy(t => t.From).ThenBy(t => t.Number).Select(t => t.Number).FirstOrDefaultAsync(stop);
        return number is null ? null : await TaskAsync(number, stop);
    }

    /// <summary>The items a form offers: published ones, and those chosen already.</summary>
    public async Task<IReadOnlyList<Item>> PlannableItemsAsync(IReadOnlyCollection<string> chosen, CancellationToken stop = default) =>
        await db.Items.AsNoTracking().Where(i => i.State == ItemState.Published || chosen.Contains(i.Code)).OrderBy(i => i.Code).ToListAsync(stop);

    private static PlanLine Line(AnnualPlan plan, IEnumerable<TaskState> states)
    {
        var standing = states.Where(s => s != TaskState.Withdrawn).ToArray();
        return new(plan.Number, plan.Year, plan.Name, plan.State, plan.PublishedOn, standing.Length, standing.Count(s => s is TaskState.Drawn or TaskState.Completed), plan.Version, plan.Replacements);
    }

    private IQueryable<AnnualPlan> Found(int? year, PlanState? state, string? sought) => db.Plans.AsNoTracking()
        .Where(p => (year == null || p.Year == year) && (state == null || p.State == state))
        .Where(p => sought == null || p.Name.Contains(sought) || p.Number.Contains(sought))
        .OrderByDescending(p => p.Year).ThenBy(p => p.Number);

    /// <summary>The plans with their tasks, in their order: two queries, however many plans there are.</summary>
    private async Task<IReadOnlyList<PlanDetail>> DetailsAsync(List<AnnualPlan> plans, CancellationToken stop)
    {
        var ids = plans.ConvertAll(p => p.Id);
        var tasks = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Plan)).ToListAsync(stop);
        var planOf = tasks.ToDictionary(t => t.Id, t => t.Plan);
        var lines = (await LinesAsync(tasks, stop)).ToLookup(line => planOf[line.Id]);
        return [.. plans.Select(plan => new PlanDetail(plan.Id, Line(plan, lines[plan.Id].Select(t => t.State)), [.. lines[plan.Id]]))];
    }

    private async Task<IReadOnlyList<TaskLine>> LinesAsync(List<PlanTask> tasks, CancellationToken stop)
    {
        var codes = tasks.SelectMany(t => t.Items).Distinct(StringComparer.Ordinal).ToArray();
        var items = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code))
            .Select(i => new PlannedItem(i.Code, i.Name, i.Importance)).ToDictionaryAsync(i => i.Code, stop);
        return [.. tasks.OrderBy(t => t.From).ThenBy(t => t.Number, StringComparer.Ordinal).Select(t => new TaskLine(
            t.Id, t.Number, TaskDraft.Of(t), [.. t.Items.Select(c => items.GetValueOrDefault(c) ?? new(c, c, null))],
            t.State, t.IsAdjustment, t.WithdrawnBecause, t.Version))];
    }
}
