using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Puts a new item on the list as a draft [新增事项].</summary>
[PerRequest]
public sealed class AddItem(SupervisionDb db)
{
    /// <summary>Its id. Refused: no right for the department, the code or content is against the rules, <c>item.code-taken</c>.</summary>
    public async Task<Outcome<Id<Item>>> RunAsync(Actor actor, string code, ItemContent content, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditItems, content.Department) is { } no)
        {
            return no;
        }

        code = SheetText.Code(code);
        Refusal?[] found = [ItemContent.JudgeCode(code), .. content.Judge()];
        if (Refusal.Of([.. found.OfType<Refusal>()]) is { } wrong)
        {
            return wrong;
        }

        if (await db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, stop) is { } taken)
        {
            return ItemRefusals.CodeTaken(code, taken.Name);
        }

        var item = new Item
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<Item>.New(db.Clock),
            Code = code,
            Says = content,
        };
        db.Add(item);
        return await db.CommitAsync(actor, new Act("item.added"), stop) is { } refusal ? refusal : item.Id;
    }
}
