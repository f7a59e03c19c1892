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

    /// <summary>
    /// What checking takes in memory for each byte of a file, estimated on the high side: rosters are read where they lie, the
    /// result is read, made again and compared member by member, all else is read once.
    /// </summary>
    /// <param name="name">The file's name in the record.</param>
    public static int MemoryPerByte(string name) =>
        name.EndsWith("roster.jsonl", StringComparison.Ordinal) ? 3 : name.EndsWith("result.json", StringComparison.Ordinal) ? 32 : 8;

    /// <summary>Why these sizes are too much, or null when they can be checked here.</summary>
    public static Refusal? TooMuch<T>(IReadOnlyDictionary<string, T> files, Func<T, long> lengthOf)
    {
        if (files.Count > Files)
        {
            return RecordFiles.Refuse("record.too-many", Files);
        }

        var (all, memory, largest) = (0L, 0L, "");
        foreach (var name in files.Keys)
        {
            var length = lengthOf(files[name]);
            largest = largest.Length == 0 || length > lengthOf(files[largest]) ? name : largest;
            var limit = name.StartsWith("checkpoints/", StringComparison.Ordinal) ? Checkpoint : File;
            if (length > limit)
            {
                return RecordFiles.Refuse("record.file-too-large", name, Megabytes(length), limit >> 20);
            }

            (all, memory) = (all + length, memory + (length * MemoryPerByte(name)));
        }

        if (all > Record)
        {
            return RecordFiles.Refuse("record.too-large", Megabytes(all), Megabytes(Record), largest);
        }

        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return all > 16 << 20 && memory > available
            ? RecordFiles.Refuse("record.memory", Megabytes(all), Megabytes(memory), Megabytes(available))
            : null;
    }

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
