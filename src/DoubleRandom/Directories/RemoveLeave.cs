using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Takes a leave back [删除请假]; the trail keeps it.</summary>
[PerRequest]
public sealed class RemoveLeave(SupervisionDb db)
{
    /// <summary>Null when done. Refused: no right, <c>leave.unknown</c>.</summary>
    public async Task<Refusal?> RunAsync(Actor actor, Id<Leave> id, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditInspectors) is { } stranger)
        {
            return stranger;
        }

        if (await db.Leaves.FirstOrDefaultAsync(l => l.Id == id, stop) is not { } leave)
        {
            return InspectorContent.Words.Refuse("leave.unknown", null);
        }

        if ((await db.KeptByAsync(actor, leave.Inspector, stop)).Refused(out var no))
        {
            return no;
        }

        db.Remove(leave);
        return await db.CommitAsync(actor, new Act("leave.removed"), stop);
    }
}
