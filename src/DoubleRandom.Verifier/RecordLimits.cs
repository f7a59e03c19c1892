namespace DoubleRandom.Verifier;

/// <summary>How much a record may be, so that a hostile one neither hangs nor exhausts the machine. Sizes in bytes.</summary>
internal static class RecordLimits
{
    /// <summary>Files, checkpoints for the greater part.</summary>
    public const int Files = 100_000;

    /// <summary>A checkpoint is a few hundred bytes per witness.</summary>
    public const long Checkpoint = 1L << 20;

    /// <summary>All files together.</summary>
    public const long Record = 2L << 30;

    /// <summary>Any single file: what one array holds, less room for a last look.</summary>
    public const long File = (2L << 30) - (1 << 16);

    /// <summary>What checking takes in memory for each byte of the record, estimated on the high side.</summary>
    public const int MemoryPerByte = 8;

    /// <summary>Why these sizes are too much, or null when they can be checked here.</summary>
    public static Refusal? TooMuch<T>(IReadOnlyDictionary<string, T> files, Func<T, long> lengthOf)
    {
        if (files.Count > Files)
        {
            return RecordFiles.Refuse("record.too-many", Files);
        }

        var (all, largest) = (0L, "");
        foreach (var name in files.Keys)
        {
            var length = lengthOf(files[name]);
            (all, largest) = (all + length, largest.Length == 0 || length > lengthOf(files[largest]) ? name : largest);
            var limit = name.StartsWith("checkpoints/", StringComparison.Ordinal) ? Checkpoint : File;
            if (length > limit)
            {
                return RecordFiles.Refuse("record.file-too-large", name, Megabytes(length), Megabytes(limit));
            }
        }

        if (all > Record)
        {
            return RecordFiles.Refuse("record.too-large", Megabytes(all), Megabytes(Record), largest);
        }

        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return all > 16 << 20 && all * MemoryPerByte > available
            ? RecordFiles.Refuse("record.memory", Megabytes(all), Megabytes(all * MemoryPerByte), Megabytes(available))
            : null;
    }

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
