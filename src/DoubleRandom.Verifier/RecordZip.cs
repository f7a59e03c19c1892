using System.IO.Compression;

namespace DoubleRandom.Verifier;

/// <summary>A record as it is downloaded: one ZIP, its files at the top or in one folder. It is never unpacked to disk.</summary>
internal static class RecordZip
{
    private const string Log = "log.jsonl";

    /// <summary>Salts and hashes in hex take half their length when packed; nothing a record holds shrinks a hundredfold.</summary>
    private const int LargestRatio = 100;

    /// <summary>Small files may be as regular as they like.</summary>
    private const long SmallFile = 1 << 16;

    public static Outcome<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> Read(string path)
    {
        // A length of 0 is also that of pipes, which would wait for ever.
        if (new FileInfo(path).Length == 0)
        {
            return RecordFiles.Refuse("zip.not-a-zip", path);
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            return Read(zip);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            return RecordFiles.Refuse("zip.not-a-zip", path);
        }
    }

    private static Outcome<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> Read(ZipArchive zip)
    {
        if (zip.Entries.Count > RecordLimits.Files)
        {
            return RecordFiles.Refuse("record.too-many", RecordLimits.Files);
        }

        if (zip.Entries.FirstOrDefault(entry => LeavesArchive(entry.FullName)) is { } outside)
        {
            return RecordFiles.Refuse("zip.path", outside.FullName);
        }

        var top = TopFolderOf(zip);
        var found = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(top, StringComparison.Ordinal)))
        {
            var name = entry.FullName[top.Length..];
            if (!RecordFiles.IsOfRecord(name))
            {
                continue;
            }

            if (!found.TryAdd(name, entry))
            {
                return RecordFiles.Refuse("zip.twice", name);
            }

            if (entry.Length > SmallFile && entry.Length / LargestRatio > entry.CompressedLength)
            {
                return RecordFiles.Refuse("zip.bomb", name, entry.CompressedLength, entry.Length);
            }
        }

        return RecordLimits.TooMuch(found, entry => entry.Length) is { } refusal ? refusal : Unpacked(found);
    }

    private static Outcome<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> Unpacked(Dictionary<string, ZipArchiveEntry> found)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (name, entry) in found)
        {
            var bytes = new byte[entry.Length];
            using var stream = entry.Open();
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length || stream.ReadByte() >= 0)
            {
                return RecordFiles.Refuse("zip.length", name);
            }

            files.Add(name, bytes);
        }

        return files;
    }

    /// <summary>The one folder in which the record lies, with its slash; empty when it lies at the top.</summary>
    private static string TopFolderOf(ZipArchive zip)
    {
        var logs = zip.Entries.Where(entry => entry.Name == Log).Select(entry => entry.FullName).ToArray();
        return logs is [var only] ? only[..^Log.Length] : "";
    }

    private static bool LeavesArchive(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.Split('/').Contains("..", StringComparer.Ordinal);
}
