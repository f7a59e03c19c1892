using System.Globalization;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Log;

/// <summary>Where the log contradicts itself [日志差异], in both languages.</summary>
internal sealed record LogDifference(string Chinese, string English)
{
    public static LogDifference At(string key, params object?[] gaps) =>
        new(LogBook.Words.InChinese(key, gaps), LogBook.Words.InEnglish(key, gaps));
}

/// <summary>What makes a log unfit to go on: an entry changed, missing or too many; a checkpoint or a signature that does not fit.</summary>
internal static class LogDifferences
{
    /// <summary>What an examination says when every signature is right but they are too few.</summary>
    public const string WantingQuorum = "checkpoint.quorum";

    /// <summary>Entries against their hashes, the head and the checkpoints' roots; null when all fit.</summary>
    public static LogDifference? Difference(this LogState state)
    {
        for (var i = 0; i < state.Leaves.Count; i++)
        {
            var leaf = state.Leaves[i];
            if (leaf.Index != i || MerkleHash.Leaf(state.Head.Suite, leaf.Bytes).ToString() != leaf.LeafHash)
            {
                return LogDifference.At("differs.entry", i.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (state.Leaves.Count != state.Head.Size)
        {
            return LogDifference.At("differs.size", state.Leaves.Count, state.Head.Size);
        }

        var tree = MerkleTree.OfLeaves(state.Head.Suite, state.Leaves.Select(l => Bytes32.Parse(l.LeafHash)));
        if (tree.Root != state.Root)
        {
            return LogDifference.At("differs.root", state.Head.Size);
        }

        foreach (var row in state.Checkpoints)
        {
            var stated = state.NoteOf(row).Checkpoint;
            if (stated.Size != row.Size || row.Size > tree.Size || tree.RootOf(row.Size) != stated.Root)
            {
                return LogDifference.At("differs.checkpoint", row.Size);
            }
        }

        var ahead = state.Witnesses.FirstOrDefault(w =>
            w.LastSize > 0 && (w.LastSize > tree.Size || tree.RootOf(w.LastSize).ToString() != w.LastRoot));
        return ahead is null ? null : LogDifference.At("differs.witness", ahead.Role, ahead.LastSize);
    }

    /// <summary>Every signature under every checkpoint; null when all are right.</summary>
    public static LogDifference? WrongSignature(this LogState state)
    {
        var anchors = TrustAnchors.Of(
            state.Head.Suite,
            state.Head.Origin,
            1,
            (state.Head.Origin, Convert.FromHexString(state.Head.PublicKey)),
            [.. state.Witnesses.Select(w => (w.KeyName, Convert.FromHexString(w.PublicKey)))]);
        foreach (var row in state.Checkpoints)
        {
            if (anchors.Examine(state.NoteOf(row)).Fault is { } fault && fault.Code != WantingQuorum)
            {
                return LogDifference.At("differs.signature", row.Size, fault.Chinese, fault.English);
            }
        }

        return null;
    }
}
