using System.Buffers;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>Makes and reads frozen files (冻结名单, A.2, A.3).</summary>
public static class Freezing
{
    internal static readonly Fault OutOfOrder = new("file.order", "标识应严格升序。", "Ids must be strictly ascending.");

    /// <summary>Most bytes of a frozen file, nearly 2 GB, which is what verifiers take: about fourteen million roster lines.</summary>
    private const int Largest = int.MaxValue - 0xffff;

    /// <summary>
    /// Freezes lines given in any order. Each must read back as it was given; otherwise, when two have one id, and when all
    /// together are 2 GB or more, this is a fault.
    /// </summary>
    /// <param name="suite">The suite of the draw's log.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="work">Who works through the ranges of the file; null does so one after another.</param>
    public static Answer<FrozenFile<TLine>> Of<TLine>(Suite suite, IEnumerable<TLine> lines, RangeWork? work = null)
        where TLine : class, IFrozenLine<TLine> => Of(suite, lines, work, Largest);

    /// <summary>Freezes no more bytes than are said.</summary>
    internal static Answer<FrozenFile<TLine>> Of<TLine>(Suite suite, IEnumerable<TLine> lines, RangeWork? work, int largest)
        where TLine : class, IFrozenLine<TLine>
    {
        var sorted = lines.OrderBy(line => line.Id, StringComparer.Ordinal).ToArray();
        var bytes = new ArrayBufferWriter<byte>((int)Math.Min(largest, (sorted.Length * 192L) + 1));
        foreach (var line in sorted)
        {
            var canonical = CanonicalBytes.Of(line.ToJson());
            if (canonical.Length >= largest - bytes.WrittenCount)
            {
                return new Fault("file.too-large", $"{TLine.Kind} 名单超过 {largest >> 20} MB，请分成几次抽取。", $"The {TLine.Kind} file has more than {largest >> 20} MB: divide the draw.");
            }

            bytes.Write(canonical);
            bytes.Write("\n"u8);
        }

        return Read(suite, LineFile.Split(bytes.WrittenMemory, work), sorted);
    }

    /// <summary>Reads a published file; every deviation from the format is a fault naming the line.</summary>
    /// <param name="suite">The suite of the draw's log.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="work">
    /// Who works through the ranges of the file, now and whenever it is drawn from; null does so one after another.
    /// </param>
    public static Answer<FrozenFile<TLine>> Read<TLine>(Suite suite, ReadOnlyMemory<byte> bytes, RangeWork? work = null)
        where TLine : class, IFrozenLine<TLine> => Read<TLine>(suite, LineFile.Split(bytes, work), null);

    /// <summary>Reads a file that has been split.</summary>
    internal static Answer<FrozenFile<TLine>> Read<TLine>(Suite suite, Answer<LineFile> split, TLine[]? known)
        where TLine : class, IFrozenLine<TLine>
    {
        if (!split.Is(out var file, out var fault) || !TLine.Check(file).Is(out var lines, out fault))
        {
            return fault;
        }

        return new FrozenFile<TLine>(suite, file, known is null ? lines : new FrozenLines<TLine>(file, known));
    }

    /// <summary>Reads every line and keeps it.</summary>
    internal static Answer<FrozenLines<TLine>> ParseAll<TLine>(LineFile file)
        where TLine : class, IFrozenLine<TLine>
    {
        var lines = new TLine[file.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!TLine.Parse(file[i].Span).Is(out var line, out var fault))
            {
                return fault.InLine(TLine.Kind, i + 1);
            }

            if (i > 0 && string.CompareOrdinal(lines[i - 1].Id, line.Id) >= 0)
            {
                return OutOfOrder.InLine(TLine.Kind, i + 1);
            }

            lines[i] = line;
        }

        return new FrozenLines<TLine>(file, lines);
    }
}
