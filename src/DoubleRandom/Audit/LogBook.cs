using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Audit;

/// <summary>
/// Opens a county's log for writing [日志簿]. What is written is tracked only: the act's own commit saves entries, checkpoint,
/// cosignatures and rows in one transaction, or nothing.
/// </summary>
public sealed class LogBook(SupervisionDb db, SecretBox secrets, UnlockedKeys unlocked)
{
    internal static readonly Words Words = new(typeof(LogBook));

    /// <summary>
    /// The log, read whole and found sound. Refused: <c>log.not-founded</c>, <c>log.differs</c>, <c>secrets.…</c>. Reads the log's
    /// key, which the trail shows; so it is called before the act changes rows.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="ceremony">The ceremony whose unlocked witnesses cosign at once.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <param name="alongside">Reads the rows that are to be compared with the log, as of the same moment.</param>
    internal async Task<Outcome<LogPen>> OpenAsync(Actor actor, string ceremony, CancellationToken stop, Func<Task>? alongside = null)
    {
        if (await db.Logs.AsNoTracking().AnyAsync(stop) is false)
        {
            return Words.Refuse("log.not-founded", null);
        }

        var box = await db.Logs.AsNoTracking().Select(l => l.SealedKey).SingleAsync(stop);
        var seed = await secrets.OpenAsync(actor, FoundLog.KeyPurpose, box, stop);
        if (seed.Refused(out var no))
        {
            return no;
        }

        var state = await LogState.LoadAsync(db, stop, alongside);
        return state.Difference() is { } difference
            ? Words.Refuse("log.differs", null, difference.Chinese, difference.English)
            : new LogPen(db, state, actor, new Bytes32(seed.Value), unlocked.Of(actor.Jurisdiction, ceremony));
    }
}

/// <summary>A log open for writing, in one act.</summary>
internal sealed class LogPen(SupervisionDb db, LogState state, Actor actor, Bytes32 seed, IReadOnlyDictionary<string, Bytes32> open)
{
    /// <summary>The log as read, with what this act has written so far.</summary>
    public LogState State => state;

    /// <summary>Appends entries under one new checkpoint, which the unlocked witnesses cosign; the index of the first entry.</summary>
    public int Write(params IReadOnlyList<LogEntry> entries)
    {
        var first = state.Head.Size;
        foreach (var entry in entries)
        {
            var leaf = new LogLeaf
            {
                Jurisdiction = actor.Jurisdiction,
                Index = state.Head.Size,
                Bytes = entry.ToBytes(),
                LeafHash = entry.LeafHash(state.Head.Suite).ToString(),
            };
            db.Add(leaf);
            state.Append(leaf);
        }

        var checkpoint = new Checkpoint(state.Head.Origin, state.Head.Size, state.Root);
        var note = new SignedCheckpoint(checkpoint, [checkpoint.Sign(state.Head.Suite, state.Head.Origin, seed)]);
        var row = new LogCheckpoint
        {
            Jurisdiction = actor.Jurisdiction,
            Size = state.Head.Size,
            At = db.Clock.Now(),
            Note = System.Text.Encoding.UTF8.GetString(note.ToBytes()),
        };
        db.Add(row);
        state.Checkpoints.Add(row);
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
