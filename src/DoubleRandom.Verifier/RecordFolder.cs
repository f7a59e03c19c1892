namespace DoubleRandom.Verifier;

/// <summary>A record that lies in a folder.</summary>
internal static class RecordFolder
{
    public static Outcome<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> Read(string folder)
    {
        var found = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        var root = new DirectoryInfo(folder);
        foreach (var place in root.EnumerateDirectories().Prepend(root))
        {
            var prefix = place == root ? "" : place.Name + "/";
            foreach (var file in place.EnumerateFiles())
            {
                if (!RecordFiles.IsOfRecord(prefix + file.Name))
                {
                    continue;
                }

                if (file.LinkTarget is not null || (prefix.Length > 0 && place.LinkTarget is not null))
                {
                    return RecordFiles.Refuse("record.link", prefix + file.Name);
                }

                found.Add(prefix + file.Name, file);
                if (found.Count > RecordLimits.Files)
                {
                    return RecordFiles.Refuse("record.too-many", RecordLimits.Files);
                }
            }
        }

        return RecordLimits.TooMuch(found, file => file.Length) is { } refusal
            ? refusal
            : found.ToDictionary(entry => entry.Key, entry => BytesOf(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>Exactly as many bytes as were judged; a file of length 0 is not opened, because pipes and devices look so.</summary>
    public static ReadOnlyMemory<byte> BytesOf(FileInfo file)
    {
        if (file.Length == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        var bytes = new byte[file.Length];
        using var stream = file.OpenRead();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
