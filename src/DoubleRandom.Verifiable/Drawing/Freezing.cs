using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>Makes and reads frozen files (冻结名单, A.2, A.3).</summary>
public static class Freezing
{
    /// <summary>
    /// Freezes lines given in any order. Each must read back as it was given; otherwise, and when two have one id, this is
    /// a fault.
    /// </summary>
    public static Answer<FrozenFile<TLine>> Of<TLine>(Suite suite, IEnumerable<TLine> lines)
        where TLine : class, IFrozenLine<TLine>
    {
        var sorted = lines.OrderBy(line => line.Id, StringComparer.Ordinal).ToArray();
        var bytes = new List<byte>(sorted.Length * 192);
        foreach (var line in sorted)
        {
            bytes.AddRange(CanonicalBytes.Of(line.ToJson()));
            bytes.Add((byte)'\n');
        }

        return Read<TLine>(suite, bytes.ToArray());
    }

    /// <summary>Reads a published file; every deviation from the format is a fault naming the line.</summary>
    public static Answer<FrozenFile<TLine>> Read<TLine>(Suite suite, ReadOnlyMemory<byte> bytes)
        where TLine : class, IFrozenLine<TLine>
    {
        if (!LineFile.Split(bytes).Is(out var leaves, out var fault))
        {
            return fault;
        }

        var lines = new TLine[leaves.Length];
        for (var i = 0; i < leaves.Length; i++)
        {
            if (!TLine.Parse(leaves[i].Span).Is(out var line, out fault))
            {
                return fault.InLine(TLine.Kind, i + 1);
            }

            if (i > 0 && string.CompareOrdinal(lines[i - 1].Id, line.Id) >= 0)
            {
                return new Fault("file.order", "标识应严格升序。", "Ids must be strictly ascending.").InLine(TLine.Kind, i + 1);
            }

            lines[i] = line;
        }

        return new FrozenFile<TLine>(MerkleTree.Of(suite, leaves), lines, bytes, leaves);
    }
}
