using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>
/// One 32-bit word of several messages side by side (并行字): what a hash does to one word it does to all of them at once.
/// Sums wrap, as the hashes ask.
/// </summary>
/// <typeparam name="TSelf">The vector itself; nothing but its words lie in it.</typeparam>
internal interface ILane<TSelf>
    where TSelf : unmanaged, ILane<TSelf>
{
    /// <summary>Messages side by side.</summary>
    static abstract int Width { get; }

    /// <summary>True when this processor computes the vector in one piece; else its code is far slower than none.</summary>
    static abstract bool IsFast { get; }

    /// <summary>The same word for every message.</summary>
    static abstract TSelf Every(uint word);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator ^(TSelf x, TSelf y);

    /// <summary>Bits of <paramref name="x"/> where the mask has ones, of <paramref name="y"/> elsewhere.</summary>
    static abstract TSelf Choose(TSelf mask, TSelf x, TSelf y);

    /// <summary>The sum without carry of all three.</summary>
    static abstract TSelf Odd(TSelf x, TSelf y, TSelf z);

    /// <summary>Bits that at least two of the three have.</summary>
    static abstract TSelf Most(TSelf x, TSelf y, TSelf z);

    static abstract TSelf RotateLeft(TSelf x, [ConstantExpected] byte bits);

    static abstract TSelf operator >>>(TSelf x, int bits);

    /// <summary>The lower halves of both: a word of one and a word of the other by turns.</summary>
    static abstract TSelf ZipLow(TSelf x, TSelf y);

    /// <summary>The upper halves of both: a word of one and a word of the other by turns.</summary>
    static abstract TSelf ZipHigh(TSelf x, TSelf y);
}
