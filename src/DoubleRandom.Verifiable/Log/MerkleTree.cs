using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// A Merkle tree (默克尔树, A.3) as RFC 9162 §2.1 defines it: leaf H(0x00‖line), node H(0x01‖L‖R), split at the largest
/// power of two below the size; the empty tree is H(nothing).
/// </summary>
public sealed class MerkleTree
{
    private readonly Suite suite;
    private readonly Bytes32[][] levels;

    private MerkleTree(Suite suite, Bytes32[] leaves)
    {
        this.suite = suite;
        var all = new List<Bytes32[]> { leaves };
        while (all[^1].Length > 1)
        {
            all.Add(Parents(suite, all[^1]));
        }

        levels = all.ToArray();
    }

    /// <summary>Number of leaves.</summary>
    public int Size => levels[0].Length;

    /// <summary>The tree's root.</summary>
    public Bytes32 Root => Size == 0 ? suite.Hash([]) : levels[^1][0];

    /// <summary>The leaf hashes in order.</summary>
    public IReadOnlyList<Bytes32> Leaves => levels[0];

    /// <summary>The tree over lines, each given without its line feed.</summary>
    public static MerkleTree Of(Suite suite, IEnumerable<ReadOnlyMemory<byte>> lines) =>
        new(suite, LeafHashes(suite, lines));

    /// <summary>The tree over leaf hashes already computed.</summary>
    public static MerkleTree OfLeaves(Suite suite, IEnumerable<Bytes32> leaves) => new(suite, leaves.ToArray());

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has fewer leaves.</exception>
    public Bytes32 RootOf(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size == 0 ? suite.Hash([]) : RangeRoot(0, size);
    }

    /// <summary>The inclusion proof (包含证明) of a leaf, RFC 9162 §2.1.3: siblings from the leaf to the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public IReadOnlyList<Bytes32> InclusionProof(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var path = new List<Bytes32>();
        foreach (var level in levels)
        {
            var sibling = index ^ 1;
            if (sibling < level.Length)
            {
                path.Add(level[sibling]);
            }

            index /= 2;
        }

        return path;
    }

    /// <summary>The consistency proof (一致性证明) from an older size to the whole tree, RFC 9162 §2.1.4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The older size is not within 1 … Size.</exception>
    public IReadOnlyList<Bytes32> ConsistencyProof(int oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, Size);
        var proof = new List<Bytes32>();
        Subproof(oldSize, 0, Size, known: true, proof);
        return proof;
    }

    private void Subproof(int oldSize, int start, int size, bool known, List<Bytes32> proof)
    {
        if (oldSize == size)
        {
            if (!known)
            {
                proof.Add(RangeRoot(start, size));
            }

            return;
        }

        var split = Split(size);
        if (oldSize <= split)
        {
            Subproof(oldSize, start, split, known, proof);
            proof.Add(RangeRoot(start + split, size - split));
        }
        else
        {
            Subproof(oldSize - split, start + split, size - split, known: false, proof);
            proof.Add(RangeRoot(start, split));
        }
    }

    /// <summary>The root of a range that starts where a subtree of at least its size starts.</summary>
    private Bytes32 RangeRoot(int start, int size)
    {
        var height = BitOperations.TrailingZeroCount(size);
        if (BitOperations.IsPow2(size))
        {
            return levels[height][start >> height];
        }

        var split = Split(size);
        return MerkleHash.Node(suite, RangeRoot(start, split), RangeRoot(start + split, size - split));
    }

    private static int Split(int size) => 1 << BitOperations.Log2((uint)(size - 1));

    private static Bytes32[] Parents(Suite suite, Bytes32[] children)
    {
        var parents = new Bytes32[(children.Length / 2) + (children.Length % 2)];
        suite.Many.Nodes(children.AsSpan(0, children.Length / 2 * 2), parents);
        if (children.Length % 2 == 1)
        {
            parents[^1] = children[^1];
        }

        return parents;
    }

    /// <summary>The lines may lie anywhere; a few at a time are brought together for the hash.</summary>
    private static Bytes32[] LeafHashes(Suite suite, IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        var hashes = new List<Bytes32>();
        var (bytes, places, fresh) = (new ArrayBufferWriter<byte>(), new List<Stretch>(), new Bytes32[1024]);
        foreach (var group in lines.Chunk(fresh.Length))
        {
            bytes.ResetWrittenCount();
            places.Clear();
            foreach (var line in group)
            {
                places.Add(new Stretch(bytes.WrittenCount, line.Length));
                bytes.Write(line.Span);
            }

            suite.Many.Leaves(bytes.WrittenSpan, CollectionsMarshal.AsSpan(places), fresh);
            hashes.AddRange(fresh.AsSpan(0, group.Length));
        }

        return hashes.ToArray();
    }
}
