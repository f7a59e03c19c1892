using System.IO.Compression;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Opening;

/// <summary>
/// The record of a draw as anybody can check it [抽取记录]: the log up to the newest cosigned checkpoint, every checkpoint, and, for
/// attempts that are opened, their lists and results. Before the opening it holds commitments only, no names; so it needs no right.
/// </summary>
[PerRequest]
public sealed class ExportRecord(SupervisionDb db)
{
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The files by their names in the record folder. Refused: <c>draw.no-such</c>, <c>draw.nothing-cosigned</c>.</summary>
    public async Task<Outcome<SortedDictionary<string, ReadOnlyMemory<byte>>>> FilesAsync(string number, CancellationToken stop = default)
    {
        var attempts = await db.Draws.AsNoTracking().Where(d => d.Number == number).OrderBy(d => d.Attempt).ToListAsync(stop);
        if (attempts.Count == 0)
        {
            return DrawRefusals.Of("draw.no-such", null, number);
        }

        var state = await LogState.LoadAsync(db, stop);
        if (state.CosignedSize == 0)
        {
            return DrawRefusals.Of("draw.nothing-cosigned", null, number);
        }

        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["log.jsonl"] = state.Leaves.Take(state.CosignedSize).SelectMany(l => l.Bytes.Append((byte)'\n')).ToArray(),
            ["trust.json"] = state.Anchors().ToBytes(),
        };
        foreach (var note in state.Checkpoints.Where(c => state.CosignersOf(c.Size).Count() >= state.Head.Quorum).Select(state.NoteOf))
        {
            files.Add(note.Checkpoint.FileName, note.ToBytes());
        }

        var logged = attempts.Count(a => a.CommitIndex < state.CosignedSize);
        foreach (var attempt in attempts.Where(a => a.OpenedIndex < state.CosignedSize))
        {
            var folder = logged > 1 ? $"attempt-{attempt.Attempt}/" : "";
            foreach (var file in await db.DrawFiles.AsNoTracking().Where(f => f.Draw == number && f.Attempt == attempt.Attempt).ToListAsync(stop))
            {
                files.Add(folder + file.Name, file.Bytes);
            }
        }

        return files;
    }

    /// <summary>Writes the record into a folder, which must be empty or not exist. Refused: <c>draw.folder-not-empty</c> and as above.</summary>
    public async Task<Refusal?> ToFolderAsync(string number, string folder, CancellationToken stop = default)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return DrawRefusals.Of("draw.folder-not-empty", null, folder);
        }

        var files = await FilesAsync(number, stop);
        if (files.Refused(out var no))
        {
            return no;
        }

        foreach (var (name, bytes) in files.Value)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes.ToArray(), stop);
        }

        return null;
    }

    /// <summary>The record as a ZIP; the same record gives the same bytes.</summary>
    public async Task<Outcome<byte[]>> ToZipAsync(string number, CancellationToken stop = default)
    {
        var files = await FilesAsync(number, stop);
        if (files.Refused(out var no))
        {
            return no;
        }

        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files.Value)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoDay;
                await using var stream = entry.Open();
                await stream.WriteAsync(bytes, stop);
            }
        }

        return memory.ToArray();
    }
}
