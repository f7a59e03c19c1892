using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Allows a task to draw subjects that were drawn this year already [再次抽取, R8]: by two people, on a ground of the closed list.</summary>
[PerRequest]
internal sealed class RepeatDraw(SupervisionDb db, TimeProvider clock) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.Repeat;

    /// <summary>The approval under which subjects of a task may be drawn again on that ground; null when nobody approved. It stands for every attempt.</summary>
    public static Task<DrawRequest?> ApprovalAsync(SupervisionDb db, string task, RepeatGround ground, CancellationToken stop) => db.DrawRequests.AsNoTracking()
        .Where(r => r.Kind == DrawRequestKind.Repeat && r.Draw == task && r.Code == ground.ToString() && r.State == DecisionState.Approved)
        .OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(stop);

    /// <inheritdoc />
    /// <remarks>Refused: <c>draw.repeat-ground</c>, <c>draw.no-such-task</c>, <c>draw.task-frozen</c>.</remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop) =>
        ConcernedDraw.IsOneOf<RepeatGround>(wanted.Code)
            ? await db.ConcernedTaskAsync(wanted.Draw, stop)
            : DrawRefusals.Of("draw.repeat-ground", "R8").At(nameof(wanted.Code));

    /// <inheritdoc />
    /// <remarks>Refused: what asking refuses.</remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        if ((await db.ConcernedTaskAsync(request.Draw, stop)).Refused(out var no))
        {
            return no;
        }

        request.Approve(decider, clock.Now());
        return await db.CommitAsync(decider, new Act("draw.repeat-approved") { Reason = request.Reason }, stop);
    }
}
