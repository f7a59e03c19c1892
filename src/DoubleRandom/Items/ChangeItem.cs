using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Changes an item [修改事项]. A published item becomes a draft again: its new wording has not been published (R21).</summary>
[PerRequest]
public sealed class ChangeItem(SupervisionDb db)
{
    /// <summary>Its id.</summary>
    /// <remarks>
    /// Refused: <c>item.unknown</c>, no right for the old or the new department, <c>item.retired</c>, content against the rules,
    /// <c>row.changed-meanwhile</c>.
    /// </remarks>
    public async Task<Outcome<Id<Item>>> RunAsync(Actor actor, Id<Item> id, Guid version, ItemContent content, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditItems) is { } stranger)
        {
            return stranger;
        }

        if (await db.Items.FirstOrDefaultAsync(i => i.Id == id, stop) is not { } item)
        {
            return ItemRefusals.Unknown();
        }

        if ((actor.Refuse(Right.EditItems, item.Department) ?? actor.Refuse(Right.EditItems, content.Department)
            ?? await db.StaleAsync(item, version, stop)
            ?? (item.State == ItemState.Retired ? ItemRefusals.Retired(item) : null)
            ?? Refusal.Of([.. content.Judge()])) is { } no)
        {
            return no;
        }

        item.Rewrite(content);
        if (db.Entry(item).Properties.Any(p => p.IsModified))
        {
            item.BackToDraft();
        }

        return await db.CommitAsync(actor, new Act("item.changed"), stop) is { } refusal ? refusal : item.Id;
    }
}
