using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// Checks of Merkle proofs (默克尔证明的核验), RFC 9162 §2.1.3.2 and §2.1.4.2: whoever holds a root needs nothing else.
/// </summary>
public static class MerkleProof
{
    /// <summary>True when the path leads from the leaf at <paramref name="index"/> of <paramref name="size"/> leaves to the root.</summary>
    public static bool Includes(Suite suite, Bytes32 root, long size, long index, Bytes32 leaf, IReadOnlyList<Bytes32> path)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (node % 2 == 1 || node == last)
            {
                hash = MerkleHash.Node(suite, sibling, hash);
                while (node % 2 == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleHash.Node(suite, hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>True when the proof shows that the older tree is a prefix of the newer one. Every tree continues the empty one.</summary>
    public static bool Continues(Suite suite, long oldSize, Bytes32 oldRoot, long newSize, Bytes32 newRoot, IReadOnlyList<Bytes32> proof)
    {
        if (oldSize < 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == 0 || oldSize == newSize)
        {
            return proof.Count == 0 && (oldSize == 0 ? oldRoot == suite.Hash([]) : oldRoot == newRoot);
        }

        // The old tree as a whole is its own first node when its size is a power of two.
        var path = (oldSize & (oldSize - 1)) == 0 ? [oldRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while (node % 2 == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (oldHash, newHash) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if (node % 2 == 1 || node == last)
            {
                (oldHash, newHash) = (MerkleHash.Node(suite, sibling, oldHash), MerkleHash.Node(suite, sibling, newHash));
                while (node % 2 == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                newHash = MerkleHash.Node(suite, newHash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }
}
