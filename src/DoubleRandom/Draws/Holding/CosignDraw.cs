using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Storage;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// A standing witness unlocks his key for a draw and cosigns the log as it stands [见证共签]: after the commitment, after a restart, after
/// a change, a void or the opening. Once the attempt is sealed the key closes again at once: what comes later is signed by who has seen it.
/// </summary>
[PerRequest]
public sealed class CosignDraw(SupervisionDb db, Ceremony ceremony, WitnessKeys keys, UnlockedKeys unlocked, VoidWriter voids)
{
    /// <summary>Number of cosignatures under the newest checkpoint. Refused: no right, <c>draw.no-such</c>, <c>witness.…</c>, <c>log.…</c>.</summary>
    public async Task<Outcome<int>> RunAsync(Actor actor, string number, string witness, string passphrase, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        if (await ceremony.LatestAsync(number, stop) is not { } latest)
        {
            return DrawRefusals.Of("draw.no-such", null, number);
        }

        if (await keys.UnlockAsync(actor, latest.Ceremony, witness, passphrase, stop) is { } locked)
        {
            return locked;
        }

        var opened = await ceremony.OpenAsync(actor, number, stop, evenIfVoidDecided: true);
        if (opened.Refused(out no) || (no = opened.Value.Pen.Cosign()) is not null)
        {
            return no;
        }

        var open = opened.Value;
        if (open.Draw is { VoidDecidedAt: null, State: DrawState.Committed or DrawState.Contributing })
        {
            open.LogEntered();
        }
        else if (open.Draw.State != DrawState.Revealed)
        {
            unlocked.Forget(actor.Jurisdiction, latest.Ceremony);
        }

        var count = open.Pen.State.CosignersOf(open.Pen.State.Head.Size).Count();
        if (await db.CommitAsync(actor, new Act("draw.cosigned"), stop) is { } lost)
        {
            return lost;
        }

        await voids.FollowAsync(actor, stop);
        return count;
    }
}
