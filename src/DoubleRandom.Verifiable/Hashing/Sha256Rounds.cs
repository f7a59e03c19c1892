using System.Runtime.CompilerServices;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>The compression of SHA-256 (FIPS 180-4 §6.2.2).</summary>
internal readonly struct Sha256Rounds : ILaneHash
{
    public static ReadOnlySpan<uint> Start =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    public static int Room => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress<TLane>(Span<TLane> state, Span<TLane> words)
        where TLane : unmanaged, ILane<TLane>
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var round = 0; round < 64; round += 8)
        {
            if (round >= 16)
            {
                Extend(words, round & 8);
            }

            var now = words.Slice(round & 8, 8);
            var constants = Constants.Slice(round, 8);
            Round(a, b, c, ref d, e, f, g, ref h, now[0] + TLane.Every(constants[0]));
            Round(h, a, b, ref c, d, e, f, ref g, now[1] + TLane.Every(constants[1]));
            Round(g, h, a, ref b, c, d, e, ref f, now[2] + TLane.Every(constants[2]));
            Round(f, g, h, ref a, b, c, d, ref e, now[3] + TLane.Every(constants[3]));
            Round(e, f, g, ref h, a, b, c, ref d, now[4] + TLane.Every(constants[4]));
            Round(d, e, f, ref g, h, a, b, ref c, now[5] + TLane.Every(constants[5]));
            Round(c, d, e, ref f, g, h, a, ref b, now[6] + TLane.Every(constants[6]));
            Round(b, c, d, ref e, f, g, h, ref a, now[7] + TLane.Every(constants[7]));
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    /// <summary>One round; what FIPS renames after each round, the callers name anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TLane>(TLane a, TLane b, TLane c, ref TLane d, TLane e, TLane f, TLane g, ref TLane h, TLane word)
        where TLane : unmanaged, ILane<TLane>
    {
        var first = h + word + TLane.Choose(e, f, g) + TLane.Odd(TLane.RotateLeft(e, 26), TLane.RotateLeft(e, 21), TLane.RotateLeft(e, 7));
        d += first;
        h = first + TLane.Most(a, b, c) + TLane.Odd(TLane.RotateLeft(a, 30), TLane.RotateLeft(a, 19), TLane.RotateLeft(a, 10));
    }

    /// <summary>The next eight words of the message schedule, over those of sixteen rounds ago.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Extend<TLane>(Span<TLane> words, int from)
        where TLane : unmanaged, ILane<TLane>
    {
        for (var i = from; i < from + 8; i++)
        {
            var (near, far) = (words[(i + 14) & 15], words[(i + 1) & 15]);
            words[i & 15] += words[(i + 9) & 15]
                + TLane.Odd(TLane.RotateLeft(near, 15), TLane.RotateLeft(near, 13), near >>> 10)
                + TLane.Odd(TLane.RotateLeft(far, 25), TLane.RotateLeft(far, 14), far >>> 3);
        }
    }
}
