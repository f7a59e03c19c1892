using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>
/// Many hashes at once (批量散列): the Merkle hashes and the tickets of a whole list. What comes out is what
/// <see cref="Suite.Hash"/> and <see cref="Suite.Hmac(Bytes32, ReadOnlySpan{byte})"/> give one by one, only sooner.
/// </summary>
public abstract class ManyHashes
{
    private protected ManyHashes()
    {
    }

    /// <summary>Messages that are hashed side by side; 1 where the processor has no vectors or its vectors do not agree with the hash.</summary>
    public abstract int Width { get; }

    /// <summary>The Merkle leaf hash H(0x00‖line) of every line.</summary>
    public abstract void Leaves(ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> lines, Span<Bytes32> hashes);

    /// <summary>
    /// The Merkle node hash H(0x01‖left‖right) of every pair. The nodes may be written over the pairs from the first on.
    /// </summary>
    public abstract void Nodes(ReadOnlySpan<Bytes32> pairs, Span<Bytes32> nodes);

    /// <summary>HMAC(key, message) of every message.</summary>
    public abstract void Macs(Bytes32 key, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> macs);

    /// <summary>A hash in the lanes that this processor computes in one piece, widest first.</summary>
    internal static IEnumerable<ManyHashes> InLanes<THash>()
        where THash : ILaneHash
    {
        if (Sixteen.IsFast)
        {
            yield return new SideBySide<THash, Sixteen>();
        }

        if (Eight.IsFast)
        {
            yield return new SideBySide<THash, Eight>();
        }

        if (Four.IsFast)
        {
            yield return new SideBySide<THash, Four>();
        }
    }

    /// <summary>The first that agrees with the suite's own hash, or the suite's own hash one by one.</summary>
    internal static ManyHashes Chosen(Suite suite, IEnumerable<ManyHashes> lanes)
    {
        var trusted = new OneByOne(suite);
        return lanes.FirstOrDefault(each => each.AgreesWith(trusted)) ?? trusted;
    }

    /// <summary>True when both give the same for messages of every length up to three blocks, each lane having been first and last.</summary>
    internal bool AgreesWith(ManyHashes trusted)
    {
        var bytes = Enumerable.Range(0, 400).Select(i => unchecked((byte)(i * 167))).ToArray();
        var messages = Enumerable.Range(0, 192).Select(i => new Stretch(i, i * 77 % 192)).ToArray();
        var (own, theirs) = (new Bytes32[messages.Length], new Bytes32[messages.Length]);
        var key = new Bytes32(bytes.AsSpan(3, Bytes32.Length));
        for (var count = messages.Length; count > 0; count /= 2)
        {
            Leaves(bytes, messages.AsSpan(0, count), own);
            trusted.Leaves(bytes, messages.AsSpan(0, count), theirs);
            if (!own.AsSpan().SequenceEqual(theirs))
            {
                return false;
            }

            Macs(key, bytes, messages.AsSpan(0, count), own);
            trusted.Macs(key, bytes, messages.AsSpan(0, count), theirs);
            if (!own.AsSpan().SequenceEqual(theirs))
            {
                return false;
            }

            Nodes(own.AsSpan(0, count / 2 * 2), own);
            trusted.Nodes(theirs.AsSpan(0, count / 2 * 2), theirs);
            if (!own.AsSpan().SequenceEqual(theirs))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The suite's own hash, one message after another.</summary>
    private sealed class OneByOne(Suite suite) : ManyHashes
    {
        public override int Width => 1;

        public override void Leaves(ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> lines, Span<Bytes32> hashes)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                hashes[i] = MerkleHash.Leaf(suite, lines[i].Of(bytes));
            }
        }

        public override void Nodes(ReadOnlySpan<Bytes32> pairs, Span<Bytes32> nodes)
        {
            for (var i = 0; i < pairs.Length / 2; i++)
            {
                nodes[i] = MerkleHash.Node(suite, pairs[2 * i], pairs[(2 * i) + 1]);
            }
        }

        public override void Macs(Bytes32 key, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> macs)
        {
            for (var i = 0; i < messages.Length; i++)
            {
                macs[i] = suite.Hmac(key, messages[i].Of(bytes));
            }
        }
    }
}
