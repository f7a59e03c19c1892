using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>
/// Opens a county's log for writing [日志簿]. What is written is tracked only: the act's own commit saves entries, checkpoint,
/// cosignatures and rows in one transaction, or nothing.
/// </summary>
[PerRequest]
public sealed class LogBook(SupervisionDb db, SecretBox secrets, UnlockedKeys unlocked)
{
    internal static readonly Words Words = new(typeof(LogBook));

    /// <summary>
    /// The log, read whole and found sound. Refused: <c>log.not-founded</c>, <c>log.stopped</c>, <c>log.differs</c>, <c>secrets.…</c>. Reads the log's
    /// key, which the trail shows; so it is called before the act changes rows.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="ceremony">The ceremony whose unlocked witnesses cosign at once.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <param name="alongside">Reads the rows that are to be compared with the log, as of the same moment.</param>
    internal async Task<Outcome<LogPen>> OpenAsync(Actor actor, string ceremony, CancellationToken stop, Func<Task>? alongside = null)
    {
        if (await StoppedAsync(stop) is { } stopped)
        {
            return stopped;
        }

        var seed = await SeedAsync(actor, stop);
        if (seed.Refused(out var no))
        {
            return no;
        }

        var state = await LogState.LoadAsync(db, stop, alongside);
        return state.Difference() is { } difference
            ? Words.Refuse("log.differs", null, difference.Chinese, difference.English)
            : new LogPen(db, state, seed.Value, unlocked.Of(actor.Jurisdiction, ceremony));
    }

    /// <summary>
    /// The log for the entries of an act outside the ceremony, held until it is disposed. Refused: <c>log.not-founded</c>, <c>secrets.…</c>. To be
    /// called before the act changes rows, and before it reads what another such act may change.
    /// </summary>
    internal async Task<Outcome<LogAppender>> AppenderAsync(Actor actor, CancellationToken stop)
    {
        var seed = await SeedAsync(actor, stop);
        return seed.Refused(out var no) ? no : new LogAppender(db, await db.BeginWithLogAsync(actor.Jurisdiction, stop), actor, seed.Value);
    }

    /// <summary>A difference that the last check found stops every draw (<c>log.stopped</c>) until a check finds none.</summary>
    private async Task<Refusal?> StoppedAsync(CancellationToken stop) =>
        await db.LogCheckRuns.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync(stop) is { Fits: false } run
            ? Words.Refuse("log.stopped", null, run.At.InShanghai().ToString("yyyy-MM-dd HH:mm", null), run.Chinese, run.English)
            : null;

    /// <summary>What is said where the log or the rows it covers cannot be read at all.</summary>
    internal static Refusal Unreadable() => Words.Refuse("log.unreadable", null);

    private async Task<Outcome<Bytes32>> SeedAsync(Actor actor, CancellationToken stop)
    {
        if (await db.Logs.AsNoTracking().Select(l => l.SealedKey).SingleOrDefaultAsync(stop) is not { } box)
        {
            return Words.Refuse("log.not-founded", null);
        }

        var seed = await secrets.OpenAsync(actor, FoundLog.KeyPurpose, box, stop);
        return seed.Refused(out var no) ? no : new Bytes32(seed.Value);
    }
}

/// <summary>A log open for writing, in one act.</summary>
internal sealed class LogPen(SupervisionDb db, LogState state, Bytes32 seed, IReadOnlyDictionary<string, Bytes32> open)
{
    /// <summary>The log as read, with what this act has written so far.</summary>
    public LogState State => state;

    /// <summary>Appends entries under one new checkpoint, which the unlocked witnesses cosign; the index of the first entry.</summary>
    public int Write(params IReadOnlyList<LogEntry> entries)
    {
        var first = state.Head.Size;
        foreach (var entry in entries)
        {
            var leaf = state.Head.Append(entry);
            db.Add(leaf);
            state.Leaves.Add(leaf);
        }

        var checkpoint = state.Head.Sign(seed, db.Clock.Now());
        db.Add(checkpoint);
        state.Checkpoints.Add(checkpoint);
        Cosign();
        return first;
    }

    /// <summary>Has every unlocked witness cosign the newest checkpoint; null, or the witness who will not.</summary>
    public Refusal? Cosign()
    {
        foreach (var (name, key) in open.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if (state.CosignNewest(name, key, db.Clock.Now()) is var signed && signed.Refused(out var no))
            {
                return no;
            }

            if (signed.Value is { } row)
            {
                db.Add(row);
            }
        }

        return null;
    }
}
