using System.Text;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>
/// The head of a county's transparency log [透明日志]: its name, its key and how far it has grown. Every append moves
/// <see cref="EditableRow.Version"/> on, so that of two simultaneous appends one is told.
/// </summary>
[StoredKind("TransparencyLog")]
public sealed class TransparencyLog : EditableRow
{
    /// <summary>Origin line of its checkpoints and name of its key, e.g. <c>doublerandom/532822</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Its cryptographic suite for its whole life: <c>sha256</c> or <c>sm3</c>.</summary>
    public required string SuiteName { get; init; }

    /// <summary>The suite, carried out.</summary>
    public Suite Suite => Suite.Named(SuiteName).OrThrow();

    /// <summary>Public key as the suite has it, in hex.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The private seed, sealed under the key file.</summary>
    public required byte[] SealedKey { get; init; }

    /// <summary>Least number of standing witnesses under a checkpoint that counts [法定共签数].</summary>
    public required int Quorum { get; set; }

    /// <summary>Number of entries.</summary>
    public int Size { get; set; }

    /// <summary>Roots of the complete subtrees, greatest first, in hex: enough to append.</summary>
    public List<string> Peaks { get; set; } = [];

    /// <summary>Merkle root over all entries.</summary>
    public Bytes32 Root => Frontier.Root(Suite);

    private MerkleFrontier Frontier => new(Size, [.. Peaks.Select(Bytes32.Parse)]);

    /// <summary>Grows by one entry; its row, to be saved with the head.</summary>
    internal LogLeaf Append(LogEntry entry)
    {
        var leaf = new LogLeaf { Jurisdiction = Jurisdiction, Index = Size, Bytes = entry.ToBytes(), LeafHash = entry.LeafHash(Suite).ToString() };
        var grown = Frontier.Append(Suite, Bytes32.Parse(leaf.LeafHash));
        (Size, Peaks) = ((int)grown.Size, [.. grown.Peaks.Select(p => p.ToString())]);
        return leaf;
    }

    /// <summary>A signed statement of what it has come to, to be saved with the head.</summary>
    internal LogCheckpoint Sign(Bytes32 seed, DateTimeOffset at)
    {
        var checkpoint = new Checkpoint(Origin, Size, Root);
        var note = new SignedCheckpoint(checkpoint, [checkpoint.Sign(Suite, Origin, seed)]);
        return new LogCheckpoint { Jurisdiction = Jurisdiction, Size = Size, At = at, Note = Encoding.UTF8.GetString(note.ToBytes()) };
    }
}

/// <summary>The suite of a county's log.</summary>
internal static class LogSuite
{
    /// <summary>The suite in which the county draws; <c>sha256</c> while it has no log.</summary>
    public static async Task<Suite> SuiteAsync(this SupervisionDb db, CancellationToken stop) =>
        (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop))?.Suite ?? Suite.Sha256;
}

/// <summary>One entry of the log [日志条目] as it was written. Never changed, never removed.</summary>
[RecordInItself]
[AppendOnly]
[StoredKind("LogLeaf")]
public sealed class LogLeaf : CountyRow
{
    /// <summary>0-based place.</summary>
    public required int Index { get; init; }

    /// <summary>Canonical bytes of the entry, without the line feed.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Merkle leaf hash, 64 hex digits.</summary>
    public required string LeafHash { get; init; }
}

/// <summary>A statement of the log's state, signed by the log [检查点]. Never changed: cosignatures stand beside it.</summary>
[RecordInItself]
[AppendOnly]
[StoredKind("LogCheckpoint")]
public sealed class LogCheckpoint : CountyRow
{
    /// <summary>Number of entries it covers.</summary>
    public required int Size { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The note with the log's own signature.</summary>
    public required string Note { get; init; }
}

/// <summary>A standing witness's signature under a checkpoint [见证共签].</summary>
[AppendOnly]
[StoredKind("Cosignature")]
public sealed class Cosignature : CountyRow
{
    /// <summary>Size of the checkpoint.</summary>
    public required int Size { get; init; }

    /// <summary>The witness's id.</summary>
    public required string Witness { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Key id, time and signature in base64, as the note carries them.</summary>
    public required string Encoded { get; init; }
}
