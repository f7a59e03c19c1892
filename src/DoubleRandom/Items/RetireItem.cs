using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Takes a published item off the list [停用事项]; it stays readable, and can no longer be planned.</summary>
[PerRequest]
public sealed class RetireItem(SupervisionDb db)
{
    /// <summary>
    /// Null when done. Refused: no right, <c>item.unknown</c>, <c>item.not-published</c>, <c>item.retired-already</c>,
    /// <c>reason.missing</c>, <c>row.changed-meanwhile</c>.
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
            _ => Reason.Unfit(reason) ?? await db.StaleAsync(item, seen.Version, stop),
        };
        if (no is not null)
        {
            return no;
        }

        item.Retire();
        return await db.CommitAsync(actor, new Act("item.retired") { Reason = reason.Trim() }, stop);
    }
}
