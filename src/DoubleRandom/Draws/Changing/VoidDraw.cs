using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>Ends an attempt before any notice was served [作废]: by two people, with code and reason, for everybody to see.</summary>
[PerRequest]
internal sealed class VoidDraw(SupervisionDb db, Ceremony ceremony, VoidWriter writing, TimeProvider clock) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.Void;

    /// <inheritdoc />
    /// <remarks>
    /// Refused: <c>draw.no-such</c>, <c>draw.void-code</c>, <c>draw.is-voided</c>, <c>draw.void-decided</c>, <c>draw.already-opened</c>,
    /// <c>draw.has-second-stage</c>, <c>draw.notice-served</c>.
    /// </remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        if (!ConcernedDraw.IsOneOf<VoidCode>(wanted.Code))
        {
            return DrawRefusals.Of("draw.void-code", null).At(nameof(wanted.Code));
        }

        return (await db.ConcernedAsync(wanted.Draw, stop)).Refused(out var no, out var concerned)
            || (no = await StandsAsync((Draw)concerned.Row, stop)) is not null
            ? no
            : concerned;
    }

    /// <inheritdoc />
    /// <remarks>Where the witnesses have not cosigned yet the decision stands and is public; the log tells it once they have.</remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        if ((await ceremony.OpenAsync(decider, request.Draw, stop)).Refused(out var no, out var open)
            || (no = open.Draw.Attempt == request.Attempt ? await StandsAsync(open.Draw, stop) : DrawRefusals.Of("draw.is-voided", null, request.Attempt)) is not null
            || (no = open.Pen.Cosign() ?? await db.CommitAsync(decider, new Act("draw.cosigned"), stop)) is not null)
        {
            return no;
        }

        request.Approve(decider, clock.Now());
        open.Draw.DecideVoid(request.Reason, clock.Now());
        var act = open.NotCosigned() is null ? await writing.WriteAsync(open, request, stop) : new Act("draw.void-decided") { Reason = request.Reason };
        return await db.CommitAsync(decider, act, stop);
    }

    private async Task<Refusal?> StandsAsync(Draw draw, CancellationToken stop)
    {
        if (draw.State is DrawState.Voided or DrawState.Opened)
        {
            return DrawRefusals.Of(draw.State == DrawState.Voided ? "draw.is-voided" : "draw.already-opened", null, draw.Attempt);
        }

        if (draw.VoidDecidedAt is not null)
        {
            return DrawRefusals.Of("draw.void-decided", null, draw.Attempt);
        }

        if (await db.Draws.AsNoTracking().FirstOrDefaultAsync(d => d.StageOf == draw.Number && d.State != DrawState.Voided, stop) is { } stage)
        {
            return DrawRefusals.Of("draw.has-second-stage", null, stage.Number);
        }

        return draw.NoticeServedAt is { } served
            ? DrawRefusals.Of("draw.notice-served", null, served.InShanghai().ToString("yyyy-MM-dd HH:mm", null))
            : null;
    }
}
