using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Takes a published item off the list [停用事项]; it stays readable, and can no longer be planned.</summary>
[PerRequest]
public sealed class RetireItem(SupervisionDb db)
{
    private const int LongestReason = 500;

    /// <summary>
    /// Null when done. Refused: no right, <c>item.unknown</c>, <c>item.not-published</c>, <c>item.retired-already</c>,
    /// <c>item.reason-needed</c> (1 to 500 characters), <c>row.changed-meanwhile</c>.
    /// </summary>
    public async Task<Refusal?> RunAsync(Actor actor, SeenItem seen, string reason, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishItems) is { } stranger)
        {
            return stranger;
        }

        if (await db.Items.FirstOrDefaultAsync(i => i.Id == seen.Id, stop) is not { } item)
        {
            return ItemRefusals.Unknown();
        }

        var no = actor.Refuse(Right.PublishItems, item.Department) ?? item.State switch
        {
            ItemState.Retired => ItemRefusals.RetiredAlready(item),
            ItemState.Draft => ItemRefusals.NotPublished(item),
            _ => reason.Trim().Length is 0 or > LongestReason ? ItemRefusals.ReasonNeeded(LongestReason) : await db.StaleAsync(item, seen.Version, stop),
        };
        if (no is not null)
        {
            return no;
        }

        item.Retire();
        return await db.CommitAsync(actor, new Act("item.retired") { Reason = reason.Trim() }, stop);
    }
}
