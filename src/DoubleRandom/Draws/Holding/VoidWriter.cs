using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// Writes a decided void into the log [作废入日志]: at once where what was done so far carries the quorum, else as soon as it does (A.4, A.11.7). Nobody can
/// keep a decided void out of sight by not signing: until then the attempt stands still and the decision is public.
/// </summary>
[PerRequest]
public sealed class VoidWriter(SupervisionDb db, Ceremony ceremony)
{
    /// <summary>Writes every decided void whose attempt carries the quorum by now. What does not succeed now is tried again at the next cosignature, and at night. How many it wrote.</summary>
    internal async Task<int> FollowAsync(Actor actor, CancellationToken stop)
    {
        var waiting = await db.Draws.AsNoTracking().Where(d => d.VoidDecidedAt != null && d.State != DrawState.Voided).Select(d => d.Number).ToListAsync(stop);
        var written = 0;
        foreach (var number in waiting)
        {
            if (!(await ceremony.OpenAsync(actor, number, stop, evenIfVoidDecided: true)).Refused(out _, out var open)
                && open.Draw is { IsVoidPending: true } draw
                && open.NotCosigned() is null)
            {
                var decided = await db.DrawRequests.AsNoTracking().Where(r => r.Kind == DrawRequestKind.Void && r.Draw == draw.Number && r.Attempt == draw.Attempt)
                    .SingleAsync(r => r.State == DecisionState.Approved, stop);
                written += await db.CommitAsync(actor, await WriteAsync(open, decided, stop), stop) is null ? 1 : 0;
            }
        }

        return written;
    }

    /// <summary>Ends the attempt in rows and log; the caller commits with the act returned.</summary>
    internal async Task<Act> WriteAsync(OpenCeremony open, DrawRequest decided, CancellationToken stop)
    {
        var draw = open.Draw;
        draw.Void(open.Pen.Write(open.Entry(new DrawVoid(VoidCodes.InLog(decided.Code!), decided.Reason, decided.Approval))), decided.Reason);
        foreach (var held in await db.DrawnSubjects.Where(d => d.MatchedBy == draw.Number).ToListAsync(stop))
        {
            held.TakeBack();
        }

        foreach (var task in draw.StageOf is not null ? [] : await db.Tasks.Where(t => draw.Tasks.Contains(t.Number)).ToListAsync(stop))
        {
            task.GiveBack();
        }

        return new Act("draw.voided") { Reason = $"{decided.Code}: {decided.Reason} ({decided.Approval})" };
    }
}
