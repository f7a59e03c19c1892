using System.Runtime.CompilerServices;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>The compression of SM3 (GB/T 32905 §5.3).</summary>
internal readonly struct Sm3Rounds : ILaneHash
{
    public static ReadOnlySpan<uint> Start =>
    [
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
    ];

    /// <summary>T<sub>j</sub> turned left by j bits.</summary>
    private static ReadOnlySpan<uint> Constants =>
    [
        0x79cc4519, 0xf3988a32, 0xe7311465, 0xce6228cb, 0x9cc45197, 0x3988a32f, 0x7311465e, 0xe6228cbc,
        0xcc451979, 0x988a32f3, 0x311465e7, 0x6228cbce, 0xc451979c, 0x88a32f39, 0x11465e73, 0x228cbce6,
        0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
        0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
        0x7a879d8a, 0xf50f3b14, 0xea1e7629, 0xd43cec53, 0xa879d8a7, 0x50f3b14f, 0xa1e7629e, 0x43cec53d,
        0x879d8a7a, 0x0f3b14f5, 0x1e7629ea, 0x3cec53d4, 0x79d8a7a8, 0xf3b14f50, 0xe7629ea1, 0xcec53d43,
        0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
        0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
    ];

    public static int Room => 68;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress<TLane>(Span<TLane> state, Span<TLane> words)
        where TLane : unmanaged, ILane<TLane>
    {
        Extend(words);
        Span<TLane> turned = stackalloc TLane[Columns.State];
        state.CopyTo(turned);
        Rounds<TLane>(turned, words, 0, 16);
        Rounds<TLane>(turned, words, 16, 64);
        for (var i = 0; i < turned.Length; i++)
        {
            state[i] ^= turned[i];
        }
    }

    /// <summary>Rounds of one kind: those before the sixteenth, or those from it on. Both at once are more than the compiler takes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rounds<TLane>(Span<TLane> state, ReadOnlySpan<TLane> words, int from, int to)
        where TLane : unmanaged, ILane<TLane>
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var round = from; round < to; round += 4)
        {
            var now = words.Slice(round, 8);
            var constants = Constants.Slice(round, 4);
            Round(a, ref b, c, ref d, e, ref f, g, ref h, now[0], now[4], constants[0], from);
            Round(d, ref a, b, ref c, h, ref e, f, ref g, now[1], now[5], constants[1], from);
            Round(c, ref d, a, ref b, g, ref h, e, ref f, now[2], now[6], constants[2], from);
            Round(b, ref c, d, ref a, f, ref g, h, ref e, now[3], now[7], constants[3], from);
        }

        (state[0], state[1], state[2], state[3]) = (a, b, c, d);
        (state[4], state[5], state[6], state[7]) = (e, f, g, h);
    }

    /// <summary>One round; what the standard renames after each round, the callers name anew: d becomes a, h becomes e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TLane>(
        TLane a, ref TLane b, TLane c, ref TLane d, TLane e, ref TLane f, TLane g, ref TLane h, TLane word, TLane fourth, uint constant, int from)
        where TLane : unmanaged, ILane<TLane>
    {
        var turned = TLane.RotateLeft(a, 12);
        var first = TLane.RotateLeft(turned + (e + TLane.Every(constant)), 7);
        var (mixed, chosen) = from == 0 ? (TLane.Odd(a, b, c), TLane.Odd(e, f, g)) : (TLane.Most(a, b, c), TLane.Choose(e, f, g));
        var next = mixed + d + (word ^ fourth) + (first ^ turned);
        var rest = chosen + h + word + first;
        b = TLane.RotateLeft(b, 9);
        d = next;
        f = TLane.RotateLeft(f, 19);
        h = TLane.Odd(rest, TLane.RotateLeft(rest, 9), TLane.RotateLeft(rest, 17));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Extend<TLane>(Span<TLane> words)
        where TLane : unmanaged, ILane<TLane>
    {
        for (var i = 16; i < words.Length; i++)
        {
            var before = words.Slice(i - 16, 17);
            var x = TLane.Odd(before[0], before[7], TLane.RotateLeft(before[13], 15));
            before[16] = TLane.Odd(TLane.Odd(x, TLane.RotateLeft(x, 15), TLane.RotateLeft(x, 23)), TLane.RotateLeft(before[3], 7), before[10]);
        }
    }
}
