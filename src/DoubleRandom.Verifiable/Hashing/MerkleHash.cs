using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>The two hashes a Merkle tree is made of (默克尔散列, A.3, RFC 9162 §2.1.1): a leaf never hashes like a node.</summary>
public static class MerkleHash
{
    /// <summary>H(0x00‖line).</summary>
    public static Bytes32 Leaf(Suite suite, ReadOnlySpan<byte> line)
    {
        Span<byte> bytes = line.Length < 1024 ? stackalloc byte[line.Length + 1] : new byte[line.Length + 1];
        bytes[0] = 0x00;
        line.CopyTo(bytes[1..]);
        return suite.Hash(bytes);
    }

    /// <summary>H(0x01‖left‖right).</summary>
    public static Bytes32 Node(Suite suite, Bytes32 left, Bytes32 right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Bytes32.Length)];
        bytes[0] = 0x01;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[33..]);
        return suite.Hash(bytes);
    }
}
