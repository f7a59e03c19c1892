using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// Goes from quotation mark to quotation mark through a line (引号遍历), 64 bytes at a time, and notes whether all it has seen is
/// plain: printable ASCII without escapes, where every quotation mark opens or closes a text.
/// </summary>
internal ref struct QuoteWalk(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;
    private int seen;
    private int from;
    private ulong marks;

    /// <summary>Shortest line that is gone through; a shorter one is not plain.</summary>
    public const int Least = 64;

    /// <summary>True while nothing but plain bytes has been seen.</summary>
    public bool IsPlain { get; private set; } = line.Length >= Least;

    /// <summary>The place of the next quotation mark; −1 after the last, when the whole line has been seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        while (marks == 0)
        {
            if (!IsPlain || seen >= line.Length)
            {
                return -1;
            }

            See();
        }

        var place = from + BitOperations.TrailingZeroCount(marks);
        marks &= marks - 1;
        return place;
    }

    /// <summary>The next 64 bytes, or the last 64 of the line without those seen before.</summary>
    private void See()
    {
        from = Math.Min(seen, line.Length - Least);
        var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)from);
        var strange = Vector512.LessThan(bytes, Vector512.Create((byte)0x20))
            | Vector512.GreaterThan(bytes, Vector512.Create((byte)0x7e))
            | Vector512.Equals(bytes, Vector512.Create((byte)'\\'));
        IsPlain &= strange == Vector512<byte>.Zero;
        marks = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits() >> (seen - from) << (seen - from);
        seen = from + Least;
    }
}
