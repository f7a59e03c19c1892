using System.Globalization;
using System.Text;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>An operator and witnesses who sign whatever stands there.</summary>
internal static class Signed
{
    /// <summary>Whatever stands in the log: every checkpoint, by its file's name, signed and cosigned anew at its own time.</summary>
    public static Dictionary<string, ReadOnlyMemory<byte>> Anew(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        var lines = Encoding.UTF8.GetString(files["log.jsonl"].Span).TrimEnd('\n').Split('\n').Select(line => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(line)).ToArray();
        foreach (var name in files.Keys.Where(n => n.StartsWith("checkpoints/", StringComparison.Ordinal)).ToArray())
        {
            var time = ARecord.Trust.Examine(SignedCheckpoint.Parse(files[name].Span).OrThrow()).OrThrow().CosignedAt;
            var size = int.Parse(name.AsSpan("checkpoints/".Length, 8), CultureInfo.InvariantCulture);
            var state = new Checkpoint(ARecord.Origin, size, MerkleTree.Of(Samples.Suite, lines.Take(size)).Root);
            files[name] = ARecord.WitnessKeys.Take(2)
                .Aggregate(new SignedCheckpoint(state, [state.Sign(Samples.Suite, ARecord.Origin, ARecord.LogSeed)]), (n, w) => n.With(state.Cosign(Samples.Suite, w.Name, w.Seed, time)))
                .ToBytes();
        }

        return files;
    }
}
