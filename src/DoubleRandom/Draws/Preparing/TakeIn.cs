using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Takes a subject that was left out into the draw again [重新纳入抽取], before the commitment: one person may, because all taking part is the rule.</summary>
[PerRequest]
public sealed class TakeIn(SupervisionDb db)
{
    /// <summary>Refused: no right, <c>reason.missing</c>, <c>draw.no-such-task</c>, <c>draw.task-frozen</c>, <c>draw.not-left-out</c>.</summary>
    /// <param name="actor">The operator.</param>
    /// <param name="task">The task's number.</param>
    /// <param name="subjectCode">The subject's code.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Refusal?> RunAsync(Actor actor, string task, string subjectCode, string? reason, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? Reason.Unfit(reason)) is { } no)
        {
            return no;
        }

        if ((await db.ConcernedTaskAsync(task, stop)).Refused(out no, out var concerned))
        {
            return no;
        }

        var row = await db.LeftOut.SingleOrDefaultAsync(l => l.Task == task && db.Subjects.Any(s => s.Id == l.Subject && s.Code == subjectCode), stop);
        if (row is null)
        {
            return DrawRefusals.Of("draw.not-left-out", null, subjectCode);
        }

        // A commitment under way at the same moment has read its lists without this act.
        db.Touch(concerned.Row);
        db.Remove(row);
        return await db.CommitAsync(actor, new Act("draw.subject-taken-in") { Reason = reason!.Trim() }, stop);
    }
}
