using System.Text;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>A standing witness as lists show him.</summary>
/// <param name="Name">Short id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="PublicKey">As the suite has it, in hex.</param>
/// <param name="LastSize">Size of the last state he cosigned.</param>
/// <param name="IsKeyOnPhone">Whether his key lies on his own telephone.</param>
public sealed record WitnessRow(string Name, string Role, string PublicKey, int LastSize, bool IsKeyOnPhone);

/// <summary>What the log has come to.</summary>
/// <param name="Origin">Its name.</param>
/// <param name="Suite">Its cryptographic suite, <c>sha256</c> or <c>sm3</c>.</param>
/// <param name="PublicKey">As the suite has it, in hex.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Merkle root, hex; what is read aloud and printed on the slips.</param>
/// <param name="CosignedSize">How far the quorum reaches.</param>
/// <param name="Quorum">Least number of cosignatures.</param>
/// <param name="Witnesses">The standing witnesses.</param>
public sealed record LogView(string Origin, string Suite, string PublicKey, int Size, string Root, int CosignedSize, int Quorum, IReadOnlyList<WitnessRow> Witnesses);

/// <summary>Reads the transparency log [透明日志].</summary>
[PerRequest]
public sealed class LogReader(SupervisionDb db)
{
    /// <summary>The log, or null before it is founded.</summary>
    public async Task<LogView?> FindAsync(CancellationToken stop = default)
    {
        if (await LogGlance.FindAsync(db, stop) is not { } log)
        {
            return null;
        }

        var witnesses = await db.StandingWitnesses.AsNoTracking().OrderBy(w => w.Name).ToListAsync(stop);
        return new LogView(
            log.Head.Origin, log.Head.SuiteName, log.Head.PublicKey, log.Head.Size, log.Head.Root.ToString(), log.CosignedSize, log.Head.Quorum,
            [.. witnesses.Select(w => new WitnessRow(w.Name, w.Role, w.PublicKey, w.LastSize, w.SealedKey is null))]);
    }

    /// <summary>The verifier keys of the log and of its standing witnesses as signed-note clients take them, one in a line; null before it is founded.</summary>
    public async Task<byte[]?> VerifierKeysAsync(CancellationToken stop = default)
    {
        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } head)
        {
            return null;
        }

        var witnesses = await db.StandingWitnesses.AsNoTracking().OrderBy(w => w.Name).ToListAsync(stop);
        NoteKey[] keys =
        [
            NoteKey.OfLog(head.Suite, head.Origin, Convert.FromHexString(head.PublicKey)),
            .. witnesses.Select(w => NoteKey.OfWitness(head.Suite, w.KeyName, Convert.FromHexString(w.PublicKey))),
        ];
        return Encoding.UTF8.GetBytes(string.Concat(keys.Select(key => key.ToVerifierKey(head.Suite) + "\n")));
    }

    /// <summary>
    /// The trust file as a verifier takes it: log key, witnesses' keys, quorum; null before the log is founded. Whoever did not get the keys
    /// from the witnesses themselves compares them with a printed slip.
    /// </summary>
    public async Task<byte[]?> TrustAsync(CancellationToken stop = default) =>
        await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is { } head
            ? LogState.AnchorsOf(head, await db.StandingWitnesses.AsNoTracking().OrderBy(w => w.Name).ToListAsync(stop)).ToBytes()
            : null;

    /// <summary>The newest check of the log; null before the first.</summary>
    public Task<LogCheckRun?> NewestCheckAsync(CancellationToken stop = default) =>
        db.LogCheckRuns.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync(stop);
}

/// <summary>Compares the log with itself and its signatures [日志核对]: the page of the log and the command ask it.</summary>
[PerRequest]
public sealed class LogCheck(SupervisionDb db)
{
    /// <summary>Null when there is no log or all of it fits; else <c>log.differs</c>.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken stop = default)
    {
        if (await db.Logs.AsNoTracking().AnyAsync(stop) is false)
        {
            return null;
        }

        var state = await LogState.LoadAsync(db, stop);
        return (state.Difference() ?? state.WrongSignature()) is { } difference
            ? LogBook.Words.Refuse("log.differs", null, difference.Chinese, difference.English)
            : null;
    }
}
