namespace DoubleRandom.Verifiable.Hashing;

/// <summary>A hash of 64-byte blocks and eight 32-bit words (压缩函数), as SHA-256 and SM3 are.</summary>
internal interface ILaneHash
{
    /// <summary>The eight words before the first block.</summary>
    static abstract ReadOnlySpan<uint> Start { get; }

    /// <summary>Room, in words, for a block and what the rounds make of it: 16 or more.</summary>
    static abstract int Room { get; }

    /// <summary>One block into the state, for every message of the lanes at once.</summary>
    /// <param name="state">Eight vectors: word i of every message.</param>
    /// <param name="words"><see cref="Room"/> vectors, the first sixteen word i of every message's block; they do not outlive the call.</param>
    static abstract void Compress<TLane>(Span<TLane> state, Span<TLane> words)
        where TLane : unmanaged, ILane<TLane>;
}
