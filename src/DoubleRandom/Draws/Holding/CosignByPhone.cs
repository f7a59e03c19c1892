using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// Takes the cosignature that a standing witness's own telephone has made [手机共签]. The telephone checks for itself that the log continues what it
/// signed last; here only the signature is checked, and that its clock is right.
/// </summary>
[PerRequest]
public sealed class CosignByPhone(SupervisionDb db, Ceremony ceremony, VoidWriter voids)
{
    /// <summary>How far a telephone's clock may be behind, and ahead: less than the minute that lies between the reveals and a public number.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5), Ahead = TimeSpan.FromSeconds(45);

    /// <summary>What the telephone of a standing witness has to sign; null for whoever has no key on a telephone.</summary>
    public async Task<CosignCall?> FindAsync(string witness, CancellationToken stop = default)
    {
        if (await db.StandingWitnesses.AsNoTracking().SingleOrDefaultAsync(w => w.Name == witness && w.SealedKey == null, stop) is not { } own
            || await LogGlance.FindAsync(db, stop) is not { } log)
        {
            return null;
        }

        var contributed = await db.WitnessShares.AsNoTracking().Where(s => s.Witness == witness && s.Commitment != null)
            .Join(
                db.Draws.Where(d => d.State == DrawState.Committed || d.State == DrawState.Contributing || d.State == DrawState.Revealed),
                s => new { Number = s.Draw, s.Attempt }, d => new { d.Number, d.Attempt }, (s, d) => new OwnContribution(d.Number, d.Title, s.Commitment!))
            .ToListAsync(stop);
        return new CosignCall(own.Name, own.Role, own.KeyName, own.PublicKey, log.Head.PublicKey, log.Head.Size, log.NewestBy.GetValueOrDefault(own.Name), contributed);
    }

    /// <summary>
    /// Keeps a cosignature, base64 of key id, time and signature, of the checkpoint of that size; the same checkpoint again is answered the same.
    /// Refused: <c>witness.no-such</c>, <c>witness.signature</c>, <c>witness.clock</c>.
    /// </summary>
    public async Task<Refusal?> RunAsync(Jurisdiction county, string witness, int size, string encoded, CancellationToken stop = default)
    {
        if (await db.StandingWitnesses.SingleOrDefaultAsync(w => w.Name == witness && w.SealedKey == null, stop) is not { } own)
        {
            return LogBook.Words.Refuse("witness.no-such", null, witness);
        }

        if (await IsKeptAsync(witness, size, stop))
        {
            return null;
        }

        if (await StandingAsync(own, size, encoded, stop) is not { } standing)
        {
            return LogBook.Words.Refuse("witness.signature", null);
        }

        var (at, now) = (standing.CosignedAt.ToDateTimeOffset(), db.Clock.Now());
        if (at < now - Behind || at > now + Ahead)
        {
            return LogBook.Words.Refuse("witness.clock", null, at.InShanghai(), now.InShanghai());
        }

        var actor = Actor.Witness(county, own.Role);
        db.Add(new Cosignature { Jurisdiction = county, Size = size, Witness = witness, At = at, Encoded = encoded });
        if (size > own.LastSize)
        {
            (own.LastSize, own.LastRoot) = (size, standing.Checkpoint.Root.ToString());
        }

        if (await db.CommitAsync(actor, new Act("log.cosigned"), stop) is { } lost)
        {
            return await IsKeptAsync(witness, size, stop) ? null : lost; // the same one sent twice at the same moment is one
        }

        await LogEnteredAsync(actor, stop);
        await voids.FollowAsync(actor, stop);
        return null;
    }

    private Task<bool> IsKeptAsync(string witness, int size, CancellationToken stop) => db.Cosignatures.AnyAsync(c => c.Size == size && c.Witness == witness, stop);

    /// <summary>The checkpoint as the log and this witness have signed it; null unless every signature is right.</summary>
    private async Task<CheckpointStanding?> StandingAsync(StandingWitness own, int size, string encoded, CancellationToken stop)
    {
        if (await db.LogCheckpoints.AsNoTracking().FirstOrDefaultAsync(c => c.Size == size, stop) is not { } row)
        {
            return null;
        }

        var log = await db.Logs.AsNoTracking().SingleAsync(stop);
        var anchors = TrustAnchors.Of(
            log.Suite, log.Origin, 1, (log.Origin, Convert.FromHexString(log.PublicKey)), (own.KeyName, Convert.FromHexString(own.PublicKey)));
        var note = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(row.Note)).OrThrow();
        return anchors.Examine(note.With(new NoteSignature(own.KeyName, encoded))).Value;
    }

    /// <summary>
    /// What witnesses have contributed goes into the log as soon as the draw's commitment has its quorum. Where that does not succeed now, the
    /// draw's next step does it.
    /// </summary>
    private async Task LogEnteredAsync(Actor actor, CancellationToken stop)
    {
        var cosigned = await DrawWaitReader.CosignedSizeAsync(db, stop);
        var waiting = await db.WitnessShares.AsNoTracking().Where(s => s.Commitment != null && s.CommitIndex == null)
            .Join(
                db.Draws.Where(d => d.CommitIndex < cosigned && (d.State == DrawState.Committed || d.State == DrawState.Contributing)),
                s => new { Number = s.Draw, s.Attempt }, d => new { d.Number, d.Attempt }, (s, d) => d.Number)
            .Distinct().ToListAsync(stop);
        foreach (var number in waiting)
        {
            if (!(await ceremony.OpenAsync(actor, number, stop)).Refused(out _, out var open) && open.Draw.State is DrawState.Committed or DrawState.Contributing)
            {
                open.LogEntered();
                await db.CommitAsync(actor, new Act("draw.contributed"), stop);
            }
        }
    }
}

/// <summary>A standing witness's telephone called to cosign.</summary>
/// <param name="Name">Short id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="KeyName">Name of his key; the telephone keeps the key under it.</param>
/// <param name="PublicKey">His public key, hex.</param>
/// <param name="LogKey">The log's public key, hex; the telephone keeps the witness's key beside it.</param>
/// <param name="Size">Size of the newest checkpoint; 0 before the first entry.</param>
/// <param name="LastSize">Size of the newest one he has cosigned; 0 before the first.</param>
/// <param name="Contributed">What stands in draws under way as contributed by him: he alone can tell whether it was.</param>
public sealed record CosignCall(
    string Name, string Role, string KeyName, string PublicKey, string LogKey, int Size, int LastSize, IReadOnlyList<OwnContribution> Contributed);

/// <summary>What a draw under way has as a witness's contribution.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Title">Its title.</param>
/// <param name="Commitment">The commitment in his name, hex.</param>
public sealed record OwnContribution(string Number, string Title, string Commitment);
