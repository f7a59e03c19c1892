using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// A frozen input as a whole (冻结名单, A.2, A.3): its lines strictly ascending by id, its bytes (canonical line and line
/// feed each) and its Merkle commitment.
/// </summary>
/// <typeparam name="TLine">Roster, inspector or recusal line.</typeparam>
public sealed class FrozenFile<TLine>
    where TLine : class, IFrozenLine<TLine>
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> leaves;

    internal FrozenFile(MerkleTree tree, IReadOnlyList<TLine> lines, ReadOnlyMemory<byte> bytes, IReadOnlyList<ReadOnlyMemory<byte>> leaves)
    {
        (Lines, Bytes, Tree, this.leaves) = (lines, bytes, tree, leaves);
        Commitment = new FileCommitment(tree.Root, lines.Count);
    }

    /// <summary>The lines, strictly ascending by id.</summary>
    public IReadOnlyList<TLine> Lines { get; }

    /// <summary>The file's bytes as they are published.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The Merkle tree over the lines; gives inclusion proofs of single lines.</summary>
    public MerkleTree Tree { get; }

    /// <summary>Root and size, as the commit record holds them.</summary>
    public FileCommitment Commitment { get; }

    /// <summary>The place of an id in the file, or −1.</summary>
    public int IndexOf(string id)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Lines[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The canonical bytes of one line, without the line feed.</summary>
    public ReadOnlyMemory<byte> LeafBytes(int index) => leaves[index];
}
