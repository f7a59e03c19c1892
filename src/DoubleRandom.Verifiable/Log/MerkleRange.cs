using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// The part of a Merkle tree over a run of leaves that may begin and end anywhere (默克尔树的一段): the roots of the greatest
/// complete subtrees within the run. Neighbouring ranges join exactly, and the range from 0 on gives the root of RFC 9162:
/// a file can be hashed in pieces, on many threads or machines, and never lies in memory as a whole.
/// </summary>
public sealed class MerkleRange
{
    /// <summary>Leaves hashed at a time: a power of two, and few enough for their hashes to be no large object.</summary>
    private const int Piece = 2048;

    private readonly Suite suite;
    private readonly List<Subtree> subtrees = [];

    private MerkleRange(Suite suite, long first) => (this.suite, First) = (suite, first);

    /// <summary>Index of the first leaf.</summary>
    public long First { get; }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The right edge of the tree, whose root is the tree's; only the range from leaf 0 on has one.</summary>
    /// <exception cref="InvalidOperationException">The range begins later.</exception>
    public MerkleFrontier Frontier => First == 0
        ? new MerkleFrontier(Size, subtrees.Select(subtree => subtree.Root).ToArray())
        : throw new InvalidOperationException("Leaves before the range are missing.");

    /// <summary>The root over all leaves; only the range from leaf 0 on has one.</summary>
    /// <exception cref="InvalidOperationException">The range begins later.</exception>
    public Bytes32 Root => Frontier.Root(suite);

    /// <summary>The range of lines that each end in a line feed, the first of them being leaf <paramref name="first"/>.</summary>
    /// <exception cref="ArgumentException">The last line lacks its line feed.</exception>
    public static MerkleRange Of(Suite suite, long first, ReadOnlySpan<byte> lines)
    {
        var range = new MerkleRange(suite, first);
        var piece = new Stretch[Piece];
        var hashes = new Bytes32[Piece];
        var walk = new LineWalk(lines);
        var count = 0;
        while (walk.Next(out piece[count]))
        {
            count++;
            if ((first + range.Size + count) % Piece == 0)
            {
                range.Hash(lines, piece.AsSpan(0, count), hashes);
                count = 0;
            }
        }

        range.Hash(lines, piece.AsSpan(0, count), hashes);
        return range;
    }

    /// <summary>This range and the one that follows it, as one.</summary>
    /// <exception cref="ArgumentException">The other does not begin where this ends.</exception>
    public MerkleRange Join(MerkleRange next)
    {
        if (next.First != First + Size || next.suite != suite)
        {
            throw new ArgumentException("Ranges join where one ends and the other begins.", nameof(next));
        }

        var joined = new MerkleRange(suite, First) { Size = Size + next.Size };
        joined.subtrees.AddRange(subtrees);
        next.subtrees.ForEach(joined.Add);
        return joined;
    }

    /// <summary>Leaves of one piece: from wherever the range has come to, to the piece's end at most.</summary>
    private void Hash(ReadOnlySpan<byte> lines, ReadOnlySpan<Stretch> piece, Span<Bytes32> hashes)
    {
        suite.Many.Leaves(lines, piece, hashes);
        var index = First + Size;
        var level = hashes[..piece.Length];
        var ends = new Stack<Subtree>();
        for (var height = 0; level.Length > 0; height++)
        {
            if (index % 2 == 1)
            {
                Add(new Subtree(index, height, level[0]));
                index++;
                level = level[1..];
            }

            if (level.Length % 2 == 1)
            {
                ends.Push(new Subtree(index + level.Length - 1, height, level[^1]));
                level = level[..^1];
            }

            suite.Many.Nodes(level, level);
            index /= 2;
            level = level[..(level.Length / 2)];
        }

        foreach (var subtree in ends)
        {
            Add(subtree);
        }

        Size += piece.Length;
    }

    /// <summary>Adds the next subtree to the right; where it is a right child whose sibling is here, both become their parent.</summary>
    private void Add(Subtree next)
    {
        while (next.Index % 2 == 1 && subtrees.Count > 0 && subtrees[^1].Height == next.Height)
        {
            next = new Subtree(next.Index / 2, next.Height + 1, MerkleHash.Node(suite, subtrees[^1].Root, next.Root));
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(next);
    }

    /// <summary>A complete subtree: number <paramref name="Index"/> among those of its height.</summary>
    private readonly record struct Subtree(long Index, int Height, Bytes32 Root);
}
