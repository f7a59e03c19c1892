using System.Collections;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// A frozen input as a whole (冻结名单, A.2, A.3): its lines strictly ascending by id, its bytes (canonical line and line
/// feed each) and its Merkle commitment.
/// </summary>
/// <typeparam name="TLine">Roster, inspector or recusal line.</typeparam>
public sealed class FrozenFile<TLine>
    where TLine : class, IFrozenLine<TLine>
{
    private readonly Suite suite;
    private readonly LineFile file;
    private MerkleTree? tree;

    internal FrozenFile(Suite suite, LineFile file, FrozenLines<TLine> lines)
    {
        (this.suite, this.file, Lines) = (suite, file, lines);
        Commitment = FileCommitment.Of(suite, file);
    }

    /// <summary>The lines, strictly ascending by id.</summary>
    public IReadOnlyList<TLine> Lines { get; }

    /// <summary>The file's bytes as they are published.</summary>
    public ReadOnlyMemory<byte> Bytes => file.Bytes;

    /// <summary>The Merkle tree over the lines; gives inclusion proofs of single lines. Made when it is first asked for.</summary>
    public MerkleTree Tree => tree ??= MerkleTree.Of(suite, Enumerable.Range(0, file.Count).Select(LeafBytes));

    /// <summary>Root and size, as the commit record holds them.</summary>
    public FileCommitment Commitment { get; }

    /// <summary>What is found in each range of the file, in their order; one after another or side by side, as it was read.</summary>
    internal T[] InRanges<T>(Func<LineRange, T> find) => file.InRanges(find);

    /// <summary>The place of an id in the file, or −1.</summary>
    public int IndexOf(string id)
    {
        var (low, high) = (0, file.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(TLine.IdIn(LeafBytes(middle).Span), id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The canonical bytes of one line, without the line feed.</summary>
    public ReadOnlyMemory<byte> LeafBytes(int index) => file[index];
}

/// <summary>The lines of a frozen file: all read, or each when it is asked for.</summary>
/// <typeparam name="TLine">Roster, inspector or recusal line.</typeparam>
internal sealed class FrozenLines<TLine>(LineFile file, TLine[]? read) : IReadOnlyList<TLine>
    where TLine : class, IFrozenLine<TLine>
{
    public int Count => file.Count;

    public TLine this[int index] => read is null ? TLine.Parse(file[index].Span).OrThrow() : read[index];

    public IEnumerator<TLine> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
