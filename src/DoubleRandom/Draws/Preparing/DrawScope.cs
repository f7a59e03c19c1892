using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>What is drawn together [抽取范围]: the tasks, their plan and their items.</summary>
/// <param name="Lead">The leading task.</param>
/// <param name="Tasks">All tasks, ascending by number.</param>
/// <param name="Plan">The published plan of the leading task.</param>
/// <param name="Items">The items of all tasks by code.</param>
/// <param name="From">First day of inspections that is still to come.</param>
/// <param name="To">Last day of inspections.</param>
internal sealed record DrawScope(
    PlanTask Lead, IReadOnlyList<PlanTask> Tasks, AnnualPlan Plan, IReadOnlyDictionary<string, Item> Items, DateOnly From, DateOnly To)
{
    /// <summary>Departments whose inspectors may be matched.</summary>
    public IReadOnlySet<string> Departments { get; } = new HashSet<string>(
        [.. Tasks.SelectMany(t => t.Participants.Append(t.Lead.Code)), .. Items.Values.Select(i => i.Department.Code)], StringComparer.Ordinal);

    /// <summary>The leading task's name, and how many tasks are drawn with it.</summary>
    public string Title(RepeatGround? repeat) => Lead.Name
        + (Tasks.Count > 1 ? DrawRefusals.Words.InChinese("title.more", Tasks.Count) : "")
        + (repeat is { } ground ? DrawRefusals.Words.InChinese("title.repeat", DrawRefusals.Words.InChinese("repeat." + ground)) : "");
}

/// <summary>Reads what a wish asks for, and refuses what cannot be drawn.</summary>
[PerRequest]
public sealed class DrawScopeReader(SupervisionDb db, TimeProvider clock)
{
    private const int MostTasks = 20;

    internal async Task<Outcome<DrawScope>> ReadAsync(DrawWish wish, CancellationToken stop)
    {
        var numbers = wish.Tasks.Distinct(StringComparer.Ordinal).ToArray();
        if (numbers.Length is 0 or > MostTasks)
        {
            return DrawRefusals.Of("draw.no-tasks", "R7", MostTasks);
        }

        if (Refusal.Of([.. Faults(wish, clock)]) is { } faults)
        {
            return faults;
        }

        var tasks = await db.Tasks.AsNoTracking().Where(t => numbers.Contains(t.Number)).ToListAsync(stop);
        if (numbers.FirstOrDefault(n => tasks.TrueForAll(t => t.Number != n)) is { } unknown)
        {
            return DrawRefusals.Of("draw.no-such-task", null, unknown);
        }

        var lead = tasks.First(t => t.Number == numbers[0]);
        tasks.Sort((a, b) => string.CompareOrdinal(a.Number, b.Number));
        if (tasks.Find(t => t.State != TaskState.Planned) is { } other)
        {
            return DrawRefusals.Of("draw.task-not-planned", "R8", other.Number, DrawRefusals.Words.Gap("task." + other.State));
        }

        var plans = tasks.Select(t => t.Plan).ToHashSet();
        var found = await db.Plans.AsNoTracking().Where(p => plans.Contains(p.Id)).ToListAsync(stop);
        if (found.Find(p => p.State != PlanState.Published) is { } draft)
        {
            return DrawRefusals.Of("draw.plan-not-published", "R9", draft.Number);
        }

        var codes = tasks.SelectMany(t => t.Items).ToArray();
        if (codes.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key is { } shared)
        {
            return DrawRefusals.Of("draw.item-twice", "R10", shared, string.Join('、', tasks.Where(t => t.Items.Contains(shared)).Select(t => t.Number)));
        }

        var items = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, stop);
        if (codes.FirstOrDefault(c => !items.TryGetValue(c, out var item) || item.State != ItemState.Published) is { } unpublished)
        {
            return DrawRefusals.Of("draw.item-not-published", "R21", unpublished);
        }

        var (from, to, today) = (tasks.Min(t => t.From), tasks.Max(t => t.To), clock.Today());
        return to < today
            ? DrawRefusals.Of("draw.period-over", "R7", to.ToString("yyyy-MM-dd", null))
            : new DrawScope(lead, tasks, found.First(p => p.Id == lead.Plan), items, from > today ? from : today, to);
    }

    /// <summary>What is wrong with settings and guests.</summary>
    internal static IEnumerable<Refusal> Faults(DrawWish wish, TimeProvider clock)
    {
        var s = wish.Settings;
        if (s.LeadPlaces is < 1 or > 6 || s.OtherPlaces is < 1 or > 6 || s.BundleMax is < 1 or > 50 || s.MinPool is < 0 or > 100
            || s.Batches is < 1 or > 12 || s.MostTeams is < 1 or > 1000 || s.MostTeamsExtra is < 0 or > 1000)
        {
            yield return DrawRefusals.Of("draw.settings", "R34");
        }

        if (wish.Guests.Count > 9 || wish.Guests.Any(g => g.Trim().Length is 0 or > 100))
        {
            yield return DrawRefusals.Of("draw.guests", null).At(nameof(wish.Guests));
        }

        if (wish.Beacon?.ToChoice(clock.Now()) is { } choice && choice.Refused(out var unfit))
        {
            yield return unfit;
        }

        if (s.OpenBy is { } day && day < clock.Today())
        {
            yield return DrawRefusals.Of("draw.open-by", null).At(nameof(s.OpenBy));
        }
    }
}
