using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.Log;

/// <summary>
/// A standing witness unlocks his key and cosigns the log as it stands, outside any draw [日志共签]: what was published since the last
/// draw is covered that way. His key closes again at once.
/// </summary>
[PerRequest]
public sealed class CosignLog(SupervisionDb db, LogBook log, WitnessKeys keys, UnlockedKeys unlocked)
{
    private const string Ceremony = "log";

    /// <summary>
    /// Number of cosignatures under the newest checkpoint. Refused: no right, <c>log.not-founded</c>, <c>log.stopped</c>, <c>log.differs</c>,
    /// <c>log.not-a-continuation</c>, <c>witness.no-such</c>, <c>witness.key-on-phone</c>, <c>witness.wrong-passphrase</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Outcome<int>> RunAsync(Actor actor, string witness, string passphrase, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? await keys.UnlockAsync(actor, Ceremony, witness, passphrase, stop)) is { } no)
        {
            return no;
        }

        try
        {
            var pen = await log.OpenAsync(actor, Ceremony, stop);
            if (pen.Refused(out no) || (no = pen.Value.Cosign()) is not null)
            {
                return no;
            }

            var state = pen.Value.State;
            return await db.CommitAsync(actor, new Act("log.cosigned"), stop) is { } lost ? lost : state.CosignersOf(state.Head.Size).Count();
        }
        finally
        {
            unlocked.Forget(actor.Jurisdiction, Ceremony);
        }
    }
}
