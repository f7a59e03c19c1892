using System.Numerics;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// The right edge of a growing Merkle tree (增量默克尔树): enough to append a leaf and to know the root, without the leaves.
/// One hash per set bit of the size, greatest subtree first; that list is what a log stores between appends.
/// </summary>
/// <param name="Size">Number of leaves so far.</param>
/// <param name="Peaks">Roots of the complete subtrees, greatest first.</param>
public sealed record MerkleFrontier(long Size, IReadOnlyList<Bytes32> Peaks)
{
    /// <summary>The frontier of a log without entries.</summary>
    public static readonly MerkleFrontier Empty = new(0, []);

    /// <summary>The frontier after one more leaf, given as its leaf hash.</summary>
    public MerkleFrontier Append(Suite suite, Bytes32 leafHash)
    {
        var peaks = Peaks.ToList();
        var carried = leafHash;
        for (var full = BitOperations.TrailingZeroCount(~Size); full > 0; full--)
        {
            carried = MerkleHash.Node(suite, peaks[^1], carried);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(carried);
        return new MerkleFrontier(Size + 1, peaks);
    }

    /// <summary>The root over all leaves so far.</summary>
    public Bytes32 Root(Suite suite)
    {
        if (Peaks.Count == 0)
        {
            return suite.Hash([]);
        }

        var root = Peaks[^1];
        for (var i = Peaks.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.Node(suite, Peaks[i], root);
        }

        return root;
    }
}
