using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>What the rules ask of a task [抽查任务的规则]: checked whole, so that a person mends every fault at once.</summary>
[PerRequest]
public sealed class TaskRules(SupervisionDb db, PoolCounter pools)
{
    private static readonly Words Words = PlanRefusals.Words;

    /// <summary>Every fault of a draft for that plan, tied to its field; with the obligatory fields (R7) when it is to stand in a published plan.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(AnnualPlan plan, TaskDraft draft, bool isForPublication, CancellationToken stop = default)
    {
        var known = await db.Items.AsNoTracking().Where(i => draft.Items.Contains(i.Code)).OrderBy(i => i.Code).ToListAsync(stop);
        List<Refusal> faults =
        [
            .. Fields(draft),
            .. Dates(plan, draft),
            .. Conditions(plan.Jurisdiction, draft),
            .. ItemsOf(draft, known),
            .. Wish(draft.Quota),
            .. isForPublication ? Missing(draft) : [],
        ];

        // Numbers are judged only where the conditions and the wish can be read at all.
        if (!faults.Exists(f => f.Field is null || f.Field.StartsWith("Filter", StringComparison.Ordinal) || f.Field is "Items" or "Count" or "Shares" || f.Field.StartsWith("Shares.", StringComparison.Ordinal)))
        {
            faults.AddRange(await NumbersAsync(draft, known, stop));
        }

        return faults;
    }

    private static IEnumerable<Refusal> Fields(TaskDraft draft)
    {
        if (draft.Name.Length is 0 or > 200)
        {
            yield return Words.Refuse("task.name-missing", "R7").At(nameof(draft.Name));
        }

        // A Department is one of the fifteen; the office is none of them, so whatever else was meant arrives as none.
        if (draft.Lead is not { Code.Length: > 0 })
        {
            yield return Words.Refuse("task.lead-missing", "R20").At(nameof(draft.Lead));
        }

        if (draft.Participants.Any(d => d.Code.Length == 0))
        {
            yield return Words.Refuse("task.participant-unknown", "R20").At(nameof(draft.Participants));
        }
        else if (draft.Lead is { } lead && draft.Participants.Contains(lead))
        {
            yield return Words.Refuse("task.lead-joins", "R6", lead.Name).At(nameof(draft.Participants));
        }
    }

    private static IEnumerable<Refusal> Dates(AnnualPlan plan, TaskDraft draft)
    {
        if (draft is not { From: { } from, To: { } to })
        {
            yield return Words.Refuse("task.dates-missing", "R7").At(draft.From is null ? nameof(draft.From) : nameof(draft.To));
        }
        else if (to < from)
        {
            yield return Words.Refuse("task.dates-backwards", "R7", from, to).At(nameof(draft.To));
        }
        else if (from.Year != plan.Year || to.Year != plan.Year)
        {
            yield return Words.Refuse("task.dates-outside", "R7", plan.Year).At(from.Year != plan.Year ? nameof(draft.From) : nameof(draft.To));
        }
    }

    private static IEnumerable<Refusal> Conditions(Jurisdiction county, TaskDraft draft)
    {
        var filter = draft.Filter;
        if (filter.Towns.FirstOrDefault(code => !Town.IsOf(county, code)) is { } town)
        {
            yield return Words.Refuse("task.town-unknown", "R7", town).At("Filter.Towns");
        }

        if (filter.Industries.FirstOrDefault(start => !SubjectContent.IsIndustry(start)) is { } industry)
        {
            yield return Words.Refuse("task.industry-form", "R7", industry).At("Filter.Industries");
        }

        if (draft.Type == TaskType.Directed && filter.IsEmpty)
        {
            yield return Words.Refuse("task.directed-needs-condition", "R7").At(nameof(draft.Filter));
        }

        if (draft.Type == TaskType.Undirected && !filter.IsEmpty)
        {
            yield return Words.Refuse("task.undirected-has-condition", "R7").At(nameof(draft.Filter));
        }
    }

    private static IEnumerable<Refusal> ItemsOf(TaskDraft draft, List<Item> known)
    {
        foreach (var code in draft.Items.Except(known.Select(i => i.Code), StringComparer.Ordinal))
        {
            yield return Words.Refuse("task.item-unknown", "R21", code).At(nameof(draft.Items));
        }

        foreach (var item in known.Where(i => i.State != ItemState.Published))
        {
            yield return Words.Refuse("task.item-unpublished", "R21", item.Code, item.Name).At(nameof(draft.Items));
        }

        foreach (var item in known.Where(i => draft.Lead != i.Department && !draft.Participants.Contains(i.Department)))
        {
            yield return Words.Refuse("task.item-department", "R20", item.Code, item.Name, item.Department.Name).At(nameof(draft.Items));
        }
    }

    private static IEnumerable<Refusal> Wish(QuotaWish wish)
    {
        if (wish is { Count: null, Shares.Count: 0 })
        {
            yield return Words.Refuse("task.quota-missing", "R7").At("Count");
        }
        else if (wish is { Count: not null, Shares.Count: > 0 })
        {
            yield return Words.Refuse("task.quota-twice", "R7").At("Count");
        }
        else if (wish.Count is <= 0)
        {
            yield return Words.Refuse("task.count-zero", "R7").At("Count");
        }

        foreach (var (risk, _) in wish.Shares.Where(share => share.Value is <= 0 or > 10_000))
        {
            yield return Words.Refuse("task.share-zero", "R7", PlanWords.Risk(risk)).At($"Shares.{risk}");
        }
    }

    /// <summary>Those of the eight obligatory fields that a draft may still leave open; the others are never empty.</summary>
    private static IEnumerable<Refusal> Missing(TaskDraft draft)
    {
        if (draft.Items.Count == 0)
        {
            yield return Words.Refuse("task.items-missing", "R7").At(nameof(draft.Items));
        }

        if (draft.Participants.Count == 0)
        {
            yield return Words.Refuse("task.participants-missing", "R7").At(nameof(draft.Participants));
        }
    }

    private async Task<IEnumerable<Refusal>> NumbersAsync(TaskDraft draft, List<Item> items, CancellationToken stop)
    {
        var pool = await pools.CountAsync(draft.Filter, items, draft.Quota, stop);
        var field = draft.Quota.Count is null ? "Shares" : "Count";
        if (pool.Pool == 0)
        {
            return [PlanRefusals.Empty(pool).At(nameof(draft.Filter))];
        }

        if (pool.Quota > pool.Pool)
        {
            return [Words.Refuse("task.more-than-there-are", "R7", pool.Quota, pool.Pool).At(field)];
        }

        return pool.Quota == 0 ? [Words.Refuse("task.draws-nobody", "R7", pool.Pool).At(field)] : CapRule.Of(items)?.Refusals(draft.Quota, pool) ?? [];
    }
}
