using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>The commitment to a frozen file (名单承诺, A.3): Merkle root over its lines and their number.</summary>
/// <param name="Root">Merkle root; the hash of nothing for an empty file.</param>
/// <param name="Size">Number of lines, 0 or more.</param>
public sealed record FileCommitment(Bytes32 Root, int Size)
{
    internal static readonly string[] Names = ["root", "size"];

    /// <summary><c>{"root","size"}</c>.</summary>
    public JsonObject ToJson() => Json.Object(("root", Root), ("size", Size));

    /// <summary>What a file commits to, hashed range by range.</summary>
    internal static FileCommitment Of(Suite suite, LineFile file) => new(
        file.InRanges(range => MerkleRange.Of(suite, range.First, range.Bytes.Span)).Aggregate((whole, next) => whole.Join(next)).Root,
        file.Count);

    internal static FileCommitment Read(Members members) => new(members.Bytes("root"), members.Integer("size", 0));
}
