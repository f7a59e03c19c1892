using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DoubleRandom.Log;

/// <summary>
/// Writes the entries of an act outside the ceremony [追加日志], such as a publication: only the head is read, so the cost does not grow
/// with the log, and however many there are, they cost one signature and one commit. It holds the log from its beginning to its end: of two such acts at the same moment one waits for the other, and then sees
/// what the other has written.
/// </summary>
internal sealed class LogAppender(SupervisionDb db, IDbContextTransaction whole, Actor actor, Bytes32 seed) : IAsyncDisposable
{
    /// <summary>
    /// Commits the act's rows together with the entries and their checkpoint, or nothing. Refused: <c>log.differs</c> when the newest checkpoint
    /// is not the head's, and as <see cref="SupervisionDb.CommitAsync"/> is.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="entriesOn">The entries, told the head as it stands before; its size is the first one's 0-based place.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Refusal?> CommitAsync(Act act, Func<TransparencyLog, IReadOnlyList<LogEntry>> entriesOn, CancellationToken stop)
    {
        var head = await db.Logs.SingleAsync(stop);
        if (head.Size > 0 && await RootSignedAsync(head.Size, stop) != head.Root)
        {
            var difference = LogDifference.At("differs.checkpoint", head.Size);
            db.ChangeTracker.Clear();
            return LogBook.Words.Refuse("log.differs", null, difference.Chinese, difference.English);
        }

        foreach (var entry in entriesOn(head))
        {
            db.Add(head.Append(entry));
        }

        db.Add(head.Sign(seed, db.Clock.Now()));
        if (await db.CommitAsync(actor, act, stop) is { } lost)
        {
            return lost;
        }

        await whole.CommitAsync(stop);
        return null;
    }

    /// <summary>Lets the log go; what was not committed is not written.</summary>
    public ValueTask DisposeAsync() => whole.DisposeAsync();

    private async Task<Bytes32?> RootSignedAsync(int size, CancellationToken stop) =>
        await db.LogCheckpoints.AsNoTracking().Where(c => c.Size == size).Select(c => c.Note).FirstOrDefaultAsync(stop) is { } note
            ? SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(note)).OrThrow().Checkpoint.Root
            : null;
}
