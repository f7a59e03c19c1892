using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Leaves a subject out of one task's draw [不纳入抽取]: before the commitment, by two people and with a reason that the record shows.</summary>
[PerRequest]
internal sealed class LeaveOut(SupervisionDb db, TimeProvider clock) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.LeaveOut;

    /// <inheritdoc />
    /// <remarks>Refused: <c>draw.left-out-code</c>, <c>draw.no-such-task</c>, <c>draw.task-frozen</c>, <c>draw.no-such-subject</c>, <c>draw.left-out-already</c>.</remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        if (!ConcernedDraw.IsOneOf<LeftOutReason>(wanted.Code))
        {
            return DrawRefusals.Of("draw.left-out-code", null).At(nameof(wanted.Code));
        }

        if ((await db.ConcernedTaskAsync(wanted.Draw, stop)).Refused(out var no, out var concerned)
            || (await SubjectAsync(wanted.SubjectCode, stop)).Refused(out no, out var subject))
        {
            return no;
        }

        return await db.LeftOut.AnyAsync(l => l.Task == wanted.Draw && l.Subject == subject.Id, stop)
            ? DrawRefusals.Of("draw.left-out-already", null, subject.Name).At("Subject")
            : concerned;
    }

    /// <inheritdoc />
    /// <remarks>Refused: what asking refuses.</remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        if ((await db.ConcernedTaskAsync(request.Draw, stop)).Refused(out var no, out var concerned)
            || (await SubjectAsync(request.SubjectCode, stop)).Refused(out no, out var subject))
        {
            return no;
        }

        // A commitment under way at the same moment has read its lists without this decision.
        db.Touch(concerned.Row);
        db.Add(new LeftOut
        {
            Jurisdiction = request.Jurisdiction,
            Task = request.Draw,
            Subject = subject.Id,
            Reason = Enum.Parse<LeftOutReason>(request.Code!),
            Note = request.Reason,
        });
        request.Approve(decider, clock.Now());
        return await db.CommitAsync(decider, new Act("draw.subject-left-out") { Reason = request.Reason }, stop);
    }

    private async Task<Outcome<Subject>> SubjectAsync(string? code, CancellationToken stop) =>
        await db.Subjects.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, stop) is { } subject
            ? subject
            : DrawRefusals.Of("draw.no-such-subject", null, code).At("Subject");
}
