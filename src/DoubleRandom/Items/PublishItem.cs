using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>What became of one item of a batch.</summary>
/// <param name="Id">The item.</param>
/// <param name="Code">Its code; empty when there is no such item.</param>
/// <param name="Name">Its name.</param>
/// <param name="Refusal">Null when it was done.</param>
public sealed record ItemVerdict(Id<Item> Id, string Code, string Name, Refusal? Refusal);

/// <summary>Publishes items [公布事项]: a second person sees to it, and only what states basis, method and content goes out (R3, R21).</summary>
public sealed class PublishItem(SupervisionDb db, TimeProvider clock)
{
    /// <summary>One verdict for each item asked for; each item stands or falls by itself. Refused as a whole: no right.</summary>
    public async Task<Outcome<IReadOnlyList<ItemVerdict>>> RunAsync(Actor actor, IReadOnlyList<Id<Item>> ids, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishItems) is { } no)
        {
            return no;
        }

        var verdicts = new List<ItemVerdict>();
        foreach (var id in ids.Distinct())
        {
            verdicts.Add(await PublishAsync(actor, id, stop));
        }

        return verdicts;
    }

    private async Task<ItemVerdict> PublishAsync(Actor actor, Id<Item> id, CancellationToken stop)
    {
        if (await db.Items.FirstOrDefaultAsync(i => i.Id == id, stop) is not { } item)
        {
            return new(id, "", "", ItemRefusals.Unknown());
        }

        var refusal = actor.Refuse(Right.PublishItems, item.Department) ?? Judge(item);
        if (refusal is null)
        {
            (item.State, item.PublishedOn) = (ItemState.Published, clock.Today());
            refusal = await db.CommitAsync(actor, new Act("item.published"), stop);
        }

        return new(id, item.Code, item.Name, refusal);
    }

    private static Refusal? Judge(Item item)
    {
        if (item.State == ItemState.Published)
        {
            return ItemRefusals.PublishedAlready(item);
        }

        var faults = ItemContent.Of(item).Judge();
        return Refusal.Of([.. item.Content.Length == 0 ? faults.Append(ItemRefusals.ContentNeeded()) : faults]);
    }
}
