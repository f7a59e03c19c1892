using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Takes a published item off the list [停用事项]; it stays readable, and can no longer be planned.</summary>
public sealed class RetireItem(SupervisionDb db)
{
    /// <summary>Null when done. Refused: no right, <c>item.unknown</c>, <c>item.not-published</c>, <c>item.retired-already</c>, <c>item.reason-needed</c>.</summary>
    public async Task<Refusal?> RunAsync(Actor actor, Id<Item> id, string reason, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishItems) is { } stranger)
        {
            return stranger;
        }

        if (await db.Items.FirstOrDefaultAsync(i => i.Id == id, stop) is not { } item)
        {
            return ItemRefusals.Unknown();
        }

        var no = actor.Refuse(Right.PublishItems, item.Department) ?? item.State switch
        {
            ItemState.Retired => ItemRefusals.RetiredAlready(item),
            ItemState.Draft => ItemRefusals.NotPublished(item),
            _ => string.IsNullOrWhiteSpace(reason) ? ItemRefusals.ReasonNeeded() : null,
        };
        if (no is not null)
        {
            return no;
        }

        item.State = ItemState.Retired;
        return await db.CommitAsync(actor, new Act("item.retired") { Reason = reason.Trim() }, stop);
    }
}
