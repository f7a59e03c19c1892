using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Draws;

/// <summary>
/// Publishes the server secret [公开]: from now on everybody can compute the draw again. Done when all notices are served and no
/// supplement is wanted; a voided attempt is opened too.
/// </summary>
public sealed class OpenDraw(SupervisionDb db, Ceremony ceremony, DrawReplay replay)
{
    /// <summary>
    /// Whether the quorum has cosigned it already. Refused: no right, <c>draw.no-such</c>, <c>draw.already-opened</c>,
    /// <c>draw.not-sealed</c>, <c>draw.needs-cosignatures</c>, <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Outcome<bool>> RunAsync(Actor actor, string number, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out no))
        {
            return no;
        }

        var (open, draw) = (opened.Value, opened.Value.Draw);
        if (draw.OpenedIndex is not null || draw.State is not (DrawState.Sealed or DrawState.Voided))
        {
            return draw.OpenedIndex is not null
                ? DrawRefusals.Of("draw.already-opened", null, draw.Attempt)
                : DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words["state." + draw.State]);
        }

        if ((open.Pen.Cosign() ?? await db.CommitAsync(actor, new Act("draw.cosigned"), stop) ?? open.NotCosigned()) is { } waiting)
        {
            return waiting;
        }

        var body = draw.SealedIndex is null ? await SecretOnlyAsync(open, stop) : await WithResultAsync(open, stop);
        if (body.Refused(out no))
        {
            return no;
        }

        draw.OpenedIndex = open.Pen.Write(open.Entry(body.Value));
        draw.OpenedAt = db.Clock.Now();
        draw.State = draw.State == DrawState.Voided ? DrawState.Voided : DrawState.Opened;
        return await db.CommitAsync(actor, new Act("draw.opened"), stop) is { } lost ? lost : open.NotCosigned() is null;
    }

    private async Task<Outcome<DrawOpened>> SecretOnlyAsync(OpenCeremony open, CancellationToken stop)
    {
        var secret = await ceremony.SecretAsync(open.Actor, open.Draw, stop);
        return secret.Refused(out var no) ? no : new DrawOpened(secret.Value, (Bytes32?)null, []);
    }

    private async Task<Outcome<DrawOpened>> WithResultAsync(OpenCeremony open, CancellationToken stop)
    {
        var replayed = await replay.RunAsync(open, stop);
        return replayed.Refused(out var no)
            ? no
            : new DrawOpened(replayed.Value.Secret, replayed.Value.Outcome.ResultHash, replayed.Value.Told);
    }
}
