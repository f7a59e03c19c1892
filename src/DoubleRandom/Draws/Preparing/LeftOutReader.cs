using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>A decision to leave a subject out, as a list shows it.</summary>
/// <param name="Code">The subject's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Note">What the office wrote.</param>
public sealed record LeftOutRow(string Code, string Name, string Reason, string Note);

/// <summary>The decisions of one task's draw [不纳入抽取清单].</summary>
/// <param name="Task">The task's number.</param>
/// <param name="TaskName">Its name.</param>
/// <param name="IsFrozen">Whether a commitment has frozen them; then nothing can be changed any more.</param>
/// <param name="Rows">By code.</param>
public sealed record LeftOutList(string Task, string TaskName, bool IsFrozen, IReadOnlyList<LeftOutRow> Rows);

/// <summary>Reads who is left out of a task's draw.</summary>
[PerRequest]
public sealed class LeftOutReader(SupervisionDb db)
{
    /// <summary>Refused: no right, <c>draw.no-such-task</c>.</summary>
    public async Task<Outcome<LeftOutList>> ListAsync(Actor actor, string task, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        if (await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Number == task, stop) is not { } found)
        {
            return DrawRefusals.Of("draw.no-such-task", null, task);
        }

        var rows = await db.LeftOut.AsNoTracking().Where(l => l.Task == task)
            .Join(db.Subjects, l => l.Subject, s => s.Id, (left, subject) => new { left.Reason, left.Note, subject.Code, subject.Name })
            .OrderBy(r => r.Code).ToListAsync(stop);
        return new LeftOutList(
            found.Number, found.Name, found.IsFrozen, [.. rows.Select(r => new LeftOutRow(r.Code, r.Name, ExclusionReason.Say(r.Reason), r.Note))]);
    }
}
