using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Leaves a subject out of one task's draw, or takes it in again [不纳入抽取], before the commitment and with a reason that the record shows.</summary>
[PerRequest]
public sealed class LeaveOut(SupervisionDb db)
{
    /// <summary>
    /// True when it is left out now. Refused: no right, <c>draw.no-such-task</c>, <c>draw.no-such-subject</c>, <c>draw.reason</c>,
    /// <c>draw.task-frozen</c>.
    /// </summary>
    /// <param name="actor">The operator.</param>
    /// <param name="task">The task's number.</param>
    /// <param name="subjectCode">The subject's code.</param>
    /// <param name="reason">The reason; null takes the subject in again.</param>
    /// <param name="note">The reason in words.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Outcome<bool>> RunAsync(Actor actor, string task, string subjectCode, LeftOutReason? reason, string note, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? DrawRefusals.Unfit(note)) is { } no)
        {
            return no;
        }

        if (await db.Tasks.SingleOrDefaultAsync(t => t.Number == task, stop) is not { } found)
        {
            return DrawRefusals.Of("draw.no-such-task", null, task);
        }

        if (found.IsFrozen || found.State != TaskState.Planned)
        {
            return DrawRefusals.Of("draw.task-frozen", null, task);
        }

        if (await db.Subjects.AsNoTracking().SingleOrDefaultAsync(s => s.Code == subjectCode, stop) is not { } subject)
        {
            return DrawRefusals.Of("draw.no-such-subject", null, subjectCode);
        }

        // A commitment under way at the same moment has read its lists without this decision.
        db.Touch(found);
        var row = await db.LeftOut.SingleOrDefaultAsync(l => l.Task == task && l.Subject == subject.Id, stop);
        if (reason is not { } because)
        {
            if (row is not null)
            {
                db.Remove(row);
            }
        }
        else if (row is null)
        {
            db.Add(new LeftOut { Jurisdiction = actor.Jurisdiction, Task = task, Subject = subject.Id, Reason = because, Note = note.Trim() });
        }
        else
        {
            (row.Reason, row.Note) = (because, note.Trim());
        }

        var act = new Act(reason is null ? "draw.subject-taken-in" : "draw.subject-left-out") { Reason = note.Trim() };
        return await db.CommitAsync(actor, act, stop) is { } lost ? lost : reason is not null;
    }
}
