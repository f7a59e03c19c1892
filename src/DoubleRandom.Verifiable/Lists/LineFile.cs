using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>A file of lines that each end in a line feed (行文件, A.2), and where its lines lie.</summary>
internal sealed class LineFile
{
    /// <summary>What a file without its last line feed is refused for.</summary>
    public static readonly Fault CutShort =
        new("file.last-line", "末行缺少换行符，文件可能被截断。", "The last line lacks its line feed; the file may be cut short.");

    private static readonly Fault TooShort =
        new("file.lines", "行太短，不是抽查记录的文件。", "The lines are too short for a file of a record.");

    /// <summary>An object has two bytes at least; where the places of shorter lines would fill the memory, none is looked at.</summary>
    private const int ShortestLine = 3;

    /// <summary>Bytes of a range, about 27,000 lines of a roster: fewer are sooner done than shared out.</summary>
    private const int UsualRange = 4 << 20;

    private readonly int[] ends;
    private readonly RangeWork? work;
    private readonly int rangeLength;

    private LineFile(ReadOnlyMemory<byte> bytes, int[] ends, RangeWork? work, int rangeLength) =>
        (Bytes, this.ends, this.work, this.rangeLength) = (bytes, ends, work, rangeLength);

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Number of lines.</summary>
    public int Count => ends.Length;

    /// <summary>A line without its line feed.</summary>
    public ReadOnlyMemory<byte> this[int index] => Bytes[(index == 0 ? 0 : ends[index - 1] + 1)..ends[index]];

    /// <summary>The lines in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All => Enumerable.Range(0, Count).Select(i => this[i]);

    /// <summary>
    /// What is found in each range, in their order. Where the file is cut follows from its bytes alone: a range ends with the
    /// line that reaches 4 MiB; an empty file is one range.
    /// </summary>
    public T[] InRanges<T>(Func<LineRange, T> find)
    {
        var ranges = new List<LineRange>();
        var (line, at) = (0, 0);
        do
        {
            var next = LineAfterEndFrom(at + (long)rangeLength);
            var end = next == 0 ? 0 : ends[next - 1] + 1;
            ranges.Add(new LineRange(line, Bytes[at..end]));
            (line, at) = (next, end);
        }
        while (line < Count);

        var found = new T[ranges.Count];
        if (found.Length > 1 && work is not null)
        {
            work(found.Length, i => found[i] = find(ranges[i]));
        }
        else
        {
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = find(ranges[i]);
            }
        }

        return found;
    }

    /// <summary>Number of the line after the first one that ends at the place or later; that of all lines when none does.</summary>
    private int LineAfterEndFrom(long place)
    {
        var found = place > int.MaxValue ? ~Count : Array.BinarySearch(ends, (int)place);
        return Math.Min(Count, (found < 0 ? ~found : found) + 1);
    }

    /// <summary>Finds the lines; an empty file has none. A last line without line feed is a fault, and lines that no record has.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="work">Who works through its ranges; null does so one after another.</param>
    /// <param name="rangeLength">Bytes of a range, 1 or more; it ends with the line that reaches them.</param>
    public static Answer<LineFile> Split(ReadOnlyMemory<byte> bytes, RangeWork? work = null, int rangeLength = UsualRange)
    {
        var span = bytes.Span;
        if (span.Length > 0 && span[^1] != '\n')
        {
            return CutShort;
        }

        var count = span.Count((byte)'\n');
        if (span.Length > UsualRange && count > span.Length / ShortestLine)
        {
            return TooShort;
        }

        var feeds = new int[count];
        var at = 0;
        for (var i = 0; i < feeds.Length; i++)
        {
            feeds[i] = at + span[at..].IndexOf((byte)'\n');
            at = feeds[i] + 1;
        }

        return new LineFile(bytes, feeds, work, rangeLength);
    }
}

/// <summary>A run of whole lines of a file.</summary>
/// <param name="First">Number of its first line, from 0.</param>
/// <param name="Bytes">The lines, each with its line feed.</param>
internal readonly record struct LineRange(int First, ReadOnlyMemory<byte> Bytes);
