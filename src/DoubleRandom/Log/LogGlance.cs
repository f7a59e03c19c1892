using System.Text;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>A look at a county's log without its entries [日志概况]: pages ask it at every request, however long the log is.</summary>
internal sealed class LogGlance
{
    private readonly SupervisionDb db;

    private LogGlance(SupervisionDb db, TransparencyLog head) => (this.db, Head) = (db, head);

    /// <summary>Untracked.</summary>
    public TransparencyLog Head { get; }

    /// <summary>Size of the newest checkpoint that carries the quorum; 0 when none does.</summary>
    public required int CosignedSize { get; init; }

    /// <summary>Size of the newest checkpoint that each standing witness has cosigned, by name.</summary>
    public required IReadOnlyDictionary<string, int> NewestBy { get; init; }

    /// <summary>The standing witnesses whose keys lie on their own telephones.</summary>
    public required IReadOnlySet<string> OnPhones { get; init; }

    /// <summary>The log, or null before it is founded.</summary>
    public static async Task<LogGlance?> FindAsync(SupervisionDb db, CancellationToken stop)
    {
        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } head)
        {
            return null;
        }

        return new LogGlance(db, head)
        {
            CosignedSize = await CosignedSizeAsync(db, head.Quorum, stop),
            NewestBy = await db.Cosignatures.AsNoTracking().GroupBy(c => c.Witness).Select(g => new { g.Key, Size = g.Max(c => c.Size) })
                .ToDictionaryAsync(g => g.Key, g => g.Size, StringComparer.Ordinal, stop),
            OnPhones = (await db.StandingWitnesses.AsNoTracking().Where(w => w.SealedKey == null).Select(w => w.Name).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Size of the newest checkpoint that carries the quorum; 0 when none does.</summary>
    public static async Task<int> CosignedSizeAsync(SupervisionDb db, int quorum, CancellationToken stop) =>
        await db.Cosignatures.AsNoTracking().GroupBy(c => c.Size).Where(g => g.Count() >= quorum).Select(g => g.Key)
            .OrderByDescending(size => size).FirstOrDefaultAsync(stop);

    /// <summary>The entries at these places, read.</summary>
    public async Task<IReadOnlyDictionary<int, LogEntry>> EntriesAsync(IReadOnlyCollection<int> places, CancellationToken stop) =>
        (await db.LogLeaves.AsNoTracking().Where(l => places.Contains(l.Index)).ToListAsync(stop))
        .ToDictionary(l => l.Index, l => LogEntry.Parse(l.Bytes).OrThrow());

    /// <summary>A checkpoint as it is published, with every cosignature, by witness; null when there is none of that size. 0: the newest.</summary>
    public async Task<SignedCheckpoint?> NoteAsync(int size, CancellationToken stop)
    {
        var wanted = size == 0 ? Head.Size : size;
        if (await db.LogCheckpoints.AsNoTracking().FirstOrDefaultAsync(c => c.Size == wanted, stop) is not { } row)
        {
            return null;
        }

        var names = await db.StandingWitnesses.AsNoTracking().ToDictionaryAsync(w => w.Name, w => w.KeyName, StringComparer.Ordinal, stop);
        var signed = await db.Cosignatures.AsNoTracking().Where(c => c.Size == wanted).OrderBy(c => c.Witness).ToListAsync(stop);
        return signed.Aggregate(
            SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(row.Note)).OrThrow(),
            (note, c) => note.With(new NoteSignature(names[c.Witness], c.Encoded)));
    }
}
