using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>
/// Puts a published task on the log before anything is drawn [任务登记], so that no draw can be held in the shadow. The commitment
/// does it at the latest; whoever publishes a plan may do it at once.
/// </summary>
[PerRequest]
public sealed class RegisterTask(SupervisionDb db, LogBook log, TimeProvider clock)
{
    /// <summary>Place of <c>plan.registered</c> in the log, the same when asked again. Refused: no right, <c>draw.no-such-task</c>, <c>draw.plan-not-published</c>, <c>log.…</c>.</summary>
    public async Task<Outcome<int>> RunAsync(Actor actor, string number, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, stop);
        var plan = task is null ? null : await db.Plans.AsNoTracking().SingleAsync(p => p.Id == task.Plan, stop);
        if (plan is not { State: PlanState.Published })
        {
            return task is null ? DrawRefusals.Of("draw.no-such-task", null, number) : DrawRefusals.Of("draw.plan-not-published", "R9", plan!.Number);
        }

        var pen = await log.OpenAsync(actor, "", stop);
        if (pen.Refused(out no))
        {
            return no;
        }

        if (PlaceOf(pen.Value.State, number) is { } place)
        {
            return place;
        }

        place = pen.Value.Write(Entry(number, plan.Number, clock));
        return await db.CommitAsync(actor, new Act("task.registered"), stop) is { } lost ? lost : place;
    }

    internal static LogEntry Entry(string number, string planNumber, TimeProvider clock, DrawKind kind = DrawKind.Both, string? task = null) =>
        new(number, 0, RecordTime.From(clock.Now()), new PlanRegistered(kind, planNumber, task ?? number));

    internal static int? PlaceOf(LogState state, string number)
    {
        var index = state.Entries.ToList().FindIndex(e => e.DrawId == number && e.Body is PlanRegistered);
        return index < 0 ? null : index;
    }
}
