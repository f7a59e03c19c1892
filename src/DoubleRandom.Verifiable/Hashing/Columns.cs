using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>
/// Turns rows of bytes, a row for each message, into vectors of words, a vector for each place in the row, and back (转置).
/// A row is a block of 64 bytes. Squares of words are turned over by zipping the upper half into the lower as often as
/// the side has bits.
/// </summary>
internal static class Columns
{
    /// <summary>Bytes of a row.</summary>
    public const int Row = 64;

    /// <summary>Words of a row, and so vectors of a block.</summary>
    public const int Block = Row / sizeof(uint);

    /// <summary>Words of a hash, and so vectors of a state.</summary>
    public const int State = 8;

    /// <summary>Word i of every row goes to vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<TLane>(ReadOnlySpan<byte> rows, Span<TLane> words)
        where TLane : unmanaged, ILane<TLane>
    {
        var vectors = MemoryMarshal.Cast<byte, TLane>(rows);
        var across = Block / TLane.Width;
        Span<TLane> square = stackalloc TLane[TLane.Width];
        for (var part = 0; part < across; part++)
        {
            for (var row = 0; row < TLane.Width; row++)
            {
                square[row] = TurnBytes(vectors[(row * across) + part]);
            }

            TurnOver(square, words.Slice(part * TLane.Width, TLane.Width));
        }
    }

    /// <summary>The state of every lane goes to the first half of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Back<TLane>(ReadOnlySpan<TLane> states, Span<byte> rows)
        where TLane : unmanaged, ILane<TLane>
    {
        var vectors = MemoryMarshal.Cast<byte, TLane>(rows);
        var across = Block / TLane.Width;
        Span<TLane> square = stackalloc TLane[TLane.Width];
        Span<TLane> turned = stackalloc TLane[TLane.Width];
        for (var part = 0; part * TLane.Width < State; part++)
        {
            states[(part * TLane.Width)..Math.Min(State, (part + 1) * TLane.Width)].CopyTo(square);
            TurnOver(square, turned);
            for (var row = 0; row < TLane.Width; row++)
            {
                vectors[(row * across) + part] = TurnBytes(turned[row]);
            }
        }
    }

    /// <summary>The four bytes of every word turned round: from the order of a message to that of a number, or back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane TurnBytes<TLane>(TLane x)
        where TLane : unmanaged, ILane<TLane> => TLane.Choose(TLane.Every(0xff00ff00), TLane.RotateLeft(x, 24), TLane.RotateLeft(x, 8));

    /// <summary>Turns the square over into the other one. It is not kept itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnOver<TLane>(Span<TLane> square, Span<TLane> turned)
        where TLane : unmanaged, ILane<TLane>
    {
        // Four rounds of sixteen and two of four end where they began, three of eight do not.
        var from = square;
        var to = turned;
        for (var side = TLane.Width; side > 1; side /= 2)
        {
            for (var i = 0; i < TLane.Width / 2; i++)
            {
                var (upper, lower) = (from[i], from[(TLane.Width / 2) + i]);
                to[2 * i] = TLane.ZipLow(upper, lower);
                to[(2 * i) + 1] = TLane.ZipHigh(upper, lower);
            }

            var last = to;
            to = from;
            from = last;
        }

        if (BitOperations.Log2((uint)TLane.Width) % 2 == 0)
        {
            from.CopyTo(turned);
        }
    }
}
