using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Withdraws a recusal [撤销回避], with its reason; the trail keeps both (R35).</summary>
[PerRequest]
public sealed class WithdrawRecusal(SupervisionDb db)
{
    /// <summary>Null when done. Refused: no right, <c>recusal.unknown</c>, <c>reason.missing</c>.</summary>
    public async Task<Refusal?> RunAsync(Actor actor, Id<Recusal> id, string reason, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditInspectors) is { } stranger)
        {
            return stranger;
        }

        if (await db.Recusals.FirstOrDefaultAsync(r => r.Id == id, stop) is not { } recusal)
        {
            return InspectorContent.Words.Refuse("recusal.unknown", null);
        }

        if ((await db.KeptByAsync(actor, recusal.Inspector, stop)).Refused(out var no))
        {
            return no;
        }

        if (Reason.Unfit(reason) is { } missing)
        {
            return missing;
        }

        db.Remove(recusal);
        return await db.CommitAsync(actor, new Act("recusal.withdrawn") { Reason = reason.Trim() }, stop);
    }
}
