using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Enters a leave of an inspector [登记请假]: he is not matched to visits on those days.</summary>
[PerRequest]
public sealed class AddLeave(SupervisionDb db)
{
    /// <summary>Its id. Refused: no right, <c>inspector.unknown</c>, <c>leave.order</c>, <c>reason.missing</c>, <c>leave.overlaps</c>.</summary>
    public async Task<Outcome<Id<Leave>>> RunAsync(
        Actor actor, Id<Inspector> id, DateOnly from, DateOnly to, string reason, CancellationToken stop = default)
    {
        var kept = await db.KeptByAsync(actor, id, stop);
        if (kept.Refused(out var no))
        {
            return no;
        }

        var words = InspectorContent.Words;
        if (to < from)
        {
            return words.Refuse("leave.order", null).At(nameof(Leave.To));
        }

        if (Reason.Unfit(reason) is { } missing)
        {
            return missing;
        }

        if (await db.Leaves.AsNoTracking().FirstOrDefaultAsync(l => l.Inspector == id && l.From <= to && l.To >= from, stop) is { } other)
        {
            return words.Refuse("leave.overlaps", null, other.From.ToString("yyyy-MM-dd"), other.To.ToString("yyyy-MM-dd")).At(nameof(Leave.From));
        }

        var leave = new Leave
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<Leave>.New(db.Clock),
            Inspector = id,
            From = from,
            To = to,
            Reason = reason.Trim(),
        };
        db.Add(leave);
        return await db.CommitAsync(actor, new Act("leave.added"), stop) is { } refusal ? refusal : leave.Id;
    }
}
