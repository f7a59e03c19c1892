using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>An item as somebody saw it on the page [所见事项]: nothing else is published or retired under his hand.</summary>
/// <param name="Id">The item.</param>
/// <param name="Version">The version shown; every edit moves it.</param>
public readonly record struct SeenItem(Id<Item> Id, Guid Version)
{
    /// <summary>As a form sends it: id, slash, version. False for anything else.</summary>
    public static bool TryParse(string? text, out SeenItem seen)
    {
        seen = default;
        if (text?.Split('/') is not [var id, var version] || !Id<Item>.TryParse(id, null, out var item) || !Guid.TryParse(version, out var read))
        {
            return false;
        }

        seen = new(item, read);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Id}/{Version}";
}

/// <summary>What became of one item of a batch.</summary>
/// <param name="Id">The item.</param>
/// <param name="Code">Its code; empty when there is no such item.</param>
/// <param name="Name">Its name.</param>
/// <param name="Refusal">Null when it was done.</param>
public sealed record ItemVerdict(Id<Item> Id, string Code, string Name, Refusal? Refusal);

/// <summary>Publishes items [公布事项]: a second person sees to it, and only what states basis, method and content goes out (R3, R21).</summary>
[PerRequest]
public sealed class PublishItem(SupervisionDb db, TimeProvider clock)
{
    /// <summary>
    /// One verdict for each item asked for; each item stands or falls by itself, and one changed since it was seen falls
    /// (<c>row.changed-meanwhile</c>). Refused as a whole: no right.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<ItemVerdict>>> RunAsync(Actor actor, IReadOnlyList<SeenItem> items, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishItems) is { } no)
        {
            return no;
        }

        var verdicts = new List<ItemVerdict>();
        foreach (var seen in items.DistinctBy(i => i.Id))
        {
            verdicts.Add(await PublishAsync(actor, seen, stop));
        }

        return verdicts;
    }

    private async Task<ItemVerdict> PublishAsync(Actor actor, SeenItem seen, CancellationToken stop)
    {
        if (await db.Items.FirstOrDefaultAsync(i => i.Id == seen.Id, stop) is not { } item)
        {
            return new(seen.Id, "", "", ItemRefusals.Unknown());
        }

        var refusal = actor.Refuse(Right.PublishItems, item.Department)
            ?? (item.State == ItemState.Published ? ItemRefusals.PublishedAlready(item) : null)
            ?? await db.StaleAsync(item, seen.Version, stop)
            ?? Judge(item);
        if (refusal is null)
        {
            item.Publish(clock.Today());
            refusal = await db.CommitAsync(actor, new Act("item.published"), stop);
        }

        return new(seen.Id, item.Code, item.Name, refusal);
    }

    private static Refusal? Judge(Item item)
    {
        var faults = ItemContent.Of(item).Judge();
        return Refusal.Of([.. item.Content.Length == 0 ? faults.Append(ItemRefusals.ContentNeeded()) : faults]);
    }
}
