using DoubleRandom.Verifiable.Lanes;

namespace DoubleRandom.Verifiable;

/// <summary>A file of lines that each end in a line feed (行文件, A.2), and where its lines lie.</summary>
internal sealed class LineFile
{
    /// <summary>What a file without its last line feed is refused for.</summary>
    public static readonly Fault CutShort =
        new("file.last-line", "末行缺少换行符，文件可能被截断。", "The last line lacks its line feed; the file may be cut short.");

    private readonly int[] ends;

    private LineFile(ReadOnlyMemory<byte> bytes, int[] ends) => (Bytes, this.ends) = (bytes, ends);

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Number of lines.</summary>
    public int Count => ends.Length;

    /// <summary>A line without its line feed.</summary>
    public ReadOnlyMemory<byte> this[int index] => Bytes[(index == 0 ? 0 : ends[index - 1] + 1)..ends[index]];

    /// <summary>The lines in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All => Enumerable.Range(0, Count).Select(i => this[i]);

    /// <summary>Finds the lines; an empty file has none. A last line without line feed is a fault.</summary>
    public static Answer<LineFile> Split(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length > 0 && span[^1] != '\n')
        {
            return CutShort;
        }

        var feeds = new int[span.Count((byte)'\n')];
        var at = 0;
        for (var i = 0; i < feeds.Length; i++)
        {
            feeds[i] = at + span[at..].IndexOf((byte)'\n');
            at = feeds[i] + 1;
        }

        return new LineFile(bytes, feeds);
    }
}

/// <summary>Goes from line to line through bytes whose every line ends in a line feed.</summary>
internal ref struct LineWalk(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>The next line without its line feed; false after the last. A line feed too few is a bug of the caller.</summary>
    public bool Next(out Stretch line)
    {
        line = default;
        if (at == bytes.Length)
        {
            return false;
        }

        var length = bytes[at..].IndexOf((byte)'\n');
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        line = new Stretch(at, length);
        at += length + 1;
        return true;
    }
}
