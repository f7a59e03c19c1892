using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Draws.Opening;

/// <summary>
/// Publishes the server secret [公开]: from now on everybody can compute the draw again. Done when all notices are served and no
/// supplement is wanted; a voided attempt is opened too. Earlier only when asked for and approved (<see cref="OpenEarly"/>), or when the last day for it has come.
/// </summary>
[PerRequest]
public sealed class OpenDraw(SupervisionDb db, Ceremony ceremony, DrawReplay replay, IEnumerable<IOpeningObstacle> obstacles)
{
    /// <summary>
    /// Whether the quorum has cosigned it already. Refused: no right, <c>draw.no-such</c>, <c>draw.already-opened</c>,
    /// <c>draw.not-sealed</c>, <c>draw.opening-too-early</c>, <c>draw.needs-cosignatures</c>, <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Outcome<bool>> RunAsync(Actor actor, string number, CancellationToken stop = default) =>
        actor.Refuse(Right.HoldDraws) is { } no ? no : await RunAsync(actor, number, early: null, stop);

    /// <summary>The same for an opening that somebody has asked for before its time, in one act with the approval. Rights are the caller's to ask.</summary>
    internal async Task<Outcome<bool>> RunAsync(Actor actor, string number, DrawRequest? early, CancellationToken stop)
    {
        Refusal? no;
        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out no))
        {
            return no;
        }

        var (open, draw) = (opened.Value, opened.Value.Draw);
        if (early is not null && DrawChanging.Overtaken(draw, early) is { } overtaken)
        {
            return overtaken;
        }

        if (draw.OpenedIndex is not null || draw.State is not (DrawState.Sealed or DrawState.Voided))
        {
            return draw.OpenedIndex is not null
                ? DrawRefusals.Of("draw.already-opened", null, draw.Attempt)
                : DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State));
        }

        var waits = await WaitsAsync(draw, stop);
        if (early is null && waits.Count > 0)
        {
            return DrawRefusals.TooEarly(waits);
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

        early?.Approve(actor, db.Clock.Now());
        draw.Open(open.Pen.Write(open.Entry(body.Value)), db.Clock.Now());
        var act = new Act("draw.opened") { Reason = early is null ? null : $"{early.Reason} ({early.Approval})" };
        return await db.CommitAsync(actor, act, stop) is { } lost ? lost : open.NotCosigned() is null;
    }

    /// <summary>What speaks against opening this attempt now, one sentence each; nothing once its last day has come.</summary>
    public async Task<IReadOnlyList<Refusal>> WaitsAsync(string number, CancellationToken stop = default) =>
        await ceremony.LatestAsync(number, stop) is { } draw ? await WaitsAsync(draw, stop) : [];

    private async Task<IReadOnlyList<Refusal>> WaitsAsync(Draw draw, CancellationToken stop)
    {
        var waits = new List<Refusal>();
        foreach (var obstacle in draw.State != DrawState.Sealed || draw.OpenBy.Day() <= db.Clock.Today() ? [] : obstacles)
        {
            waits.AddRange(await obstacle.FindAsync(draw.Number, stop));
        }

        return waits;
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
