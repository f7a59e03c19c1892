using System.Buffers.Binary;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>
/// Hands out the log as C2SP tlog-tiles has it [日志分片], so that clients nobody here wrote can follow it. A tile once full never
/// changes; at the growing edge a tile of the width asked for never changes either.
/// </summary>
[PerRequest]
public sealed class LogTiles(SupervisionDb db)
{
    /// <summary>The newest checkpoint with the cosignatures it has so far, or the one of a size; null when there is none.</summary>
    /// <param name="size">Number of entries it covers; null: the newest.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<byte[]?> CheckpointAsync(int? size, CancellationToken stop = default) =>
        await LogGlance.FindAsync(db, stop) is { } log && await log.NoteAsync(size ?? 0, stop) is { } note ? note.ToBytes() : null;

    /// <summary>
    /// The bytes of a tile: hashes of 32 bytes each, or entries each behind its length in two bytes. Null when the log has not grown so far,
    /// and for entries when one of them is longer than the layout allows (65,535 bytes): it is had by <see cref="EntryAsync"/>.
    /// </summary>
    public async Task<byte[]?> TileAsync(TilePath tile, CancellationToken stop = default)
    {
        var span = 1L << (8 * (tile.Level ?? 0));
        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } head
            || (((Int128)tile.Number * TilePath.Full) + tile.Width) * span > head.Size) // the last tile an address can name ends beyond a long
        {
            return null;
        }

        var first = tile.Number * TilePath.Full * span;
        var end = first + (tile.Width * span);

        var leaves = db.LogLeaves.AsNoTracking().Where(l => l.Index >= first && l.Index < end).OrderBy(l => l.Index);
        return tile.Level is null
            ? Bundle(await leaves.Select(l => l.Bytes).ToListAsync(stop))
            : Hashes(head.Suite, await leaves.Select(l => l.LeafHash).ToListAsync(stop), (int)span);
    }

    /// <summary>One entry as it was written, without the line feed; null when the log has not grown so far.</summary>
    public async Task<byte[]?> EntryAsync(int index, CancellationToken stop = default) =>
        await db.LogLeaves.AsNoTracking().Where(l => l.Index == index).Select(l => l.Bytes).FirstOrDefaultAsync(stop);

    private static byte[] Hashes(Suite suite, List<string> leaves, int span)
    {
        var bytes = new byte[leaves.Count / span * Bytes32.Length];
        for (var i = 0; i < leaves.Count / span; i++)
        {
            MerkleTree.OfLeaves(suite, leaves.Skip(i * span).Take(span).Select(Bytes32.Parse)).Root.CopyTo(bytes.AsSpan(i * Bytes32.Length));
        }

        return bytes;
    }

    private static byte[]? Bundle(List<byte[]> entries)
    {
        if (entries.Exists(e => e.Length > ushort.MaxValue))
        {
            return null;
        }

        var bytes = new byte[entries.Sum(e => e.Length + sizeof(ushort))];
        var at = 0;
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)entry.Length);
            entry.CopyTo(bytes.AsSpan(at + sizeof(ushort)));
            at += sizeof(ushort) + entry.Length;
        }

        return bytes;
    }
}
