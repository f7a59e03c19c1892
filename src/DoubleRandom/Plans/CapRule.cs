using DoubleRandom.Items;

namespace DoubleRandom.Plans;

/// <summary>
/// The cap of the share that a draw may take [比例上限, R2]: the smallest cap of a task's 一般 items binds; 重点 items have none.
/// An entered share is at most the cap, and all quotas together at most ⌈N·cap⌉.
/// </summary>
/// <param name="Cap">The binding cap.</param>
/// <param name="Item">Name of the item that has it.</param>
public sealed record CapRule(BasisPoints Cap, string Item)
{
    /// <summary>The binding cap of these items, or null when nothing caps them.</summary>
    public static CapRule? Of(IEnumerable<Item> items) => items
        .Where(item => item is { Importance: Importance.General, Cap: not null })
        .OrderBy(item => item.Cap!.Value).ThenBy(item => item.Code, StringComparer.Ordinal)
        .Select(item => new CapRule(item.Cap!.Value, item.Name))
        .FirstOrDefault();

    /// <summary>The largest lawful number from a pool: ⌈N·cap⌉.</summary>
    public int Most(int pool) => (int)((((long)pool * Cap.Value) + 9_999) / 10_000);

    /// <summary>Every way in which the wish goes above the cap, each naming the largest lawful number.</summary>
    public IEnumerable<Refusal> Refusals(QuotaWish wish, PoolCount pool)
    {
        var above = wish.Count is null ? wish.Shares.Where(share => share.Value > Cap.Value).ToArray() : [];
        foreach (var (risk, share) in above)
        {
            yield return PlanRefusals.Words.Refuse("task.share-above-cap", "R2", PlanWords.Risk(risk), BasisPoints.Of(Math.Min(share, 10_000)), Item, Cap).At($"Shares.{risk}");
        }

        if (above.Length == 0 && pool.Quota > Most(pool.Pool))
        {
            yield return PlanRefusals.Words
                .Refuse(wish.Count is null ? "task.sum-above-cap" : "task.count-above-cap", "R2", pool.Quota, Item, Cap, pool.Pool, Most(pool.Pool))
                .At(wish.Count is null ? "Shares" : "Count");
        }
    }
}
