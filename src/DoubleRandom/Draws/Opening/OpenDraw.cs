using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Draws.Opening;

/// <summary>An opening before the inspections are over [提前公开].</summary>
/// <param name="Reason">Why; kept in the trail.</param>
/// <param name="Approver">A second person with the right to approve; null is refused.</param>
public sealed record EarlyOpening(string Reason, Actor? Approver);

/// <summary>
/// Publishes the server secret [公开]: from now on everybody can compute the draw again. Done when all notices are served and no
/// supplement is wanted; a voided attempt is opened too. Earlier only by two people with a reason, or when the last day for it has come.
/// </summary>
[PerRequest]
public sealed class OpenDraw(SupervisionDb db, Ceremony ceremony, DrawReplay replay, IEnumerable<IOpeningObstacle> obstacles)
{
    /// <summary>
    /// Whether the quorum has cosigned it already. Refused: no right, <c>draw.no-such</c>, <c>draw.already-opened</c>,
    /// <c>draw.not-sealed</c>, <c>draw.opening-too-early</c>, approval, <c>draw.reason</c>, <c>draw.needs-cosignatures</c>, <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Outcome<bool>> RunAsync(Actor actor, string number, EarlyOpening? early = null, CancellationToken stop = default)
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
                : DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State));
        }

        var waits = await WaitsAsync(draw, stop);
        if (waits.Count > 0 && (early is null ? DrawRefusals.TooEarly(waits)
            : DrawRefusals.Unfit(early.Reason) ?? DrawRefusals.SecondPerson(actor, early.Approver, Right.ApproveDraws, draw.Operator)) is { } tooEarly)
        {
            return tooEarly;
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

        draw.Open(open.Pen.Write(open.Entry(body.Value)), db.Clock.Now());
        var act = new Act("draw.opened") { Reason = waits.Count > 0 ? $"{early!.Reason.Trim()} ({DrawChanging.Approval(actor, early.Approver!)})" : null };
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
