using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>Sixteen messages side by side: AVX-512.</summary>
internal readonly struct Sixteen(Vector512<uint> words) : ILane<Sixteen>
{
    private readonly Vector512<uint> words = words;

    public static int Width => Vector512<uint>.Count;

    public static bool IsFast => Vector512.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen Every(uint word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen Choose(Sixteen mask, Sixteen x, Sixteen y) => new(Vector512.ConditionalSelect(mask.words, x.words, y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen Odd(Sixteen x, Sixteen y, Sixteen z) =>
        new(Avx512F.IsSupported ? Avx512F.TernaryLogic(x.words, y.words, z.words, 0x96) : x.words ^ y.words ^ z.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen Most(Sixteen x, Sixteen y, Sixteen z) =>
        Avx512F.IsSupported ? new(Avx512F.TernaryLogic(x.words, y.words, z.words, 0xE8)) : Choose(x ^ y, z, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen RotateLeft(Sixteen x, [ConstantExpected] byte bits) =>
        new(Avx512F.IsSupported ? Avx512F.RotateLeft(x.words, bits) : (x.words << bits) | (x.words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen ZipLow(Sixteen x, Sixteen y) => Avx512F.IsSupported
        ? new(Avx512F.PermuteVar16x32x2(x.words, Vector512.Create(0u, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), y.words))
        : Zip(Vector512.WidenLower(x.words), Vector512.WidenLower(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen ZipHigh(Sixteen x, Sixteen y) => Avx512F.IsSupported
        ? new(Avx512F.PermuteVar16x32x2(x.words, Vector512.Create(8u, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), y.words))
        : Zip(Vector512.WidenUpper(x.words), Vector512.WidenUpper(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator +(Sixteen x, Sixteen y) => new(x.words + y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator ^(Sixteen x, Sixteen y) => new(x.words ^ y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator >>>(Sixteen x, int bits) => new(x.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Sixteen Zip(Vector512<ulong> x, Vector512<ulong> y) => new((x | (y << 32)).AsUInt32());
}

/// <summary>Eight messages side by side: AVX2.</summary>
internal readonly struct Eight(Vector256<uint> words) : ILane<Eight>
{
    private readonly Vector256<uint> words = words;

    public static int Width => Vector256<uint>.Count;

    public static bool IsFast => Vector256.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight Every(uint word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight Choose(Eight mask, Eight x, Eight y) => new(Vector256.ConditionalSelect(mask.words, x.words, y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight Odd(Eight x, Eight y, Eight z) =>
        new(Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x.words, y.words, z.words, 0x96) : x.words ^ y.words ^ z.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight Most(Eight x, Eight y, Eight z) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.TernaryLogic(x.words, y.words, z.words, 0xE8)) : Choose(x ^ y, z, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight RotateLeft(Eight x, [ConstantExpected] byte bits) =>
        new(Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(x.words, bits) : (x.words << bits) | (x.words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight ZipLow(Eight x, Eight y) => Avx512F.VL.IsSupported
        ? new(Avx512F.VL.PermuteVar8x32x2(x.words, Vector256.Create(0u, 8, 1, 9, 2, 10, 3, 11), y.words))
        : Zip(Vector256.WidenLower(x.words), Vector256.WidenLower(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight ZipHigh(Eight x, Eight y) => Avx512F.VL.IsSupported
        ? new(Avx512F.VL.PermuteVar8x32x2(x.words, Vector256.Create(4u, 12, 5, 13, 6, 14, 7, 15), y.words))
        : Zip(Vector256.WidenUpper(x.words), Vector256.WidenUpper(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight operator +(Eight x, Eight y) => new(x.words + y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight operator ^(Eight x, Eight y) => new(x.words ^ y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Eight operator >>>(Eight x, int bits) => new(x.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Eight Zip(Vector256<ulong> x, Vector256<ulong> y) => new((x | (y << 32)).AsUInt32());
}

/// <summary>Four messages side by side: SSE2, and NEON on ARM.</summary>
internal readonly struct Four(Vector128<uint> words) : ILane<Four>
{
    private readonly Vector128<uint> words = words;

    public static int Width => Vector128<uint>.Count;

    public static bool IsFast => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four Every(uint word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four Choose(Four mask, Four x, Four y) => new(Vector128.ConditionalSelect(mask.words, x.words, y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four Odd(Four x, Four y, Four z) =>
        new(Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x.words, y.words, z.words, 0x96) : x.words ^ y.words ^ z.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four Most(Four x, Four y, Four z) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.TernaryLogic(x.words, y.words, z.words, 0xE8)) : Choose(x ^ y, z, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four RotateLeft(Four x, [ConstantExpected] byte bits) =>
        new(Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(x.words, bits) : (x.words << bits) | (x.words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four ZipLow(Four x, Four y) => Zip(Vector128.WidenLower(x.words), Vector128.WidenLower(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four ZipHigh(Four x, Four y) => Zip(Vector128.WidenUpper(x.words), Vector128.WidenUpper(y.words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four operator +(Four x, Four y) => new(x.words + y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four operator ^(Four x, Four y) => new(x.words ^ y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four operator >>>(Four x, int bits) => new(x.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Four Zip(Vector128<ulong> x, Vector128<ulong> y) => new((x | (y << 32)).AsUInt32());
}
