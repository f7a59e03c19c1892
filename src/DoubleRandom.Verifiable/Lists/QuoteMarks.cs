using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// The places of the quotation marks of a line (引号位置), where all of it is plain: printable ASCII without escapes, so that
/// every quotation mark opens or closes a text.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>Most that a line may have: room for fifty items.</summary>
    public const int Most = 128;

    /// <summary>Bytes looked at together. No roster line is shorter.</summary>
    private const int Block = 64;

    /// <summary>Writes the places and returns their number; −1 when the line is not plain, or too short or too full to be told here.</summary>
    public static int Find(ReadOnlySpan<byte> line, Span<int> places)
    {
        if (line.Length < Block)
        {
            return -1;
        }

        var strange = Vector512<byte>.Zero;
        var count = 0;
        for (var seen = 0; seen < line.Length; seen += Block)
        {
            // The last block ends with the line; what it has in common with the one before is not counted twice.
            var from = Math.Min(seen, line.Length - Block);
            var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)from);
            strange |= Vector512.LessThan(bytes, Vector512.Create((byte)0x20))
                | Vector512.GreaterThan(bytes, Vector512.Create((byte)0x7e))
                | Vector512.Equals(bytes, Vector512.Create((byte)'\\'));
            var marks = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits() >> (seen - from);
            if (count + BitOperations.PopCount(marks) > places.Length)
            {
                return -1;
            }

            for (; marks != 0; marks &= marks - 1)
            {
                places[count++] = seen + BitOperations.TrailingZeroCount(marks);
            }
        }

        return strange == Vector512<byte>.Zero ? count : -1;
    }
}
