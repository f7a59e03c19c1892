using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A.12.1: every checkpoint against the verifier's own keys and the recomputed log.</summary>
internal static class CheckpointChecks
{
    private const string Folder = "checkpoints/";

    private static readonly Claim[] Signatures =
        [LogClaims.CheckpointSignature, LogClaims.CheckpointLogSignature, LogClaims.CheckpointQuorum];

    /// <summary>When the checkpoints that hold were cosigned.</summary>
    public static CosignedTimes Run(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
        TrustAnchors trust,
        MerkleTree log,
        Findings findings)
    {
        var faults = new List<Finding>();
        var standing = new List<CheckpointStanding>();
        foreach (var name in NamesOf(files))
        {
            if (Examine(name, files[name].Span, trust, log, faults) is { } good)
            {
                standing.Add(good);
            }
        }

        foreach (var claim in (Claim[])[LogClaims.CheckpointForm, LogClaims.CheckpointOrigin, .. Signatures, LogClaims.CheckpointRoot])
        {
            findings.Expect(claim, faults.FirstOrDefault(entry => entry.Claim == claim)?.Fault);
        }

        var times = new CosignedTimes(standing);
        findings.Expect(
            LogClaims.CheckpointCovers,
            times.Covered == log.Size,
            $"日志 {log.Size} 条，有效检查点只到 {times.Covered} 条。",
            $"The log has {log.Size} entries; valid checkpoints reach {times.Covered}.");
        return times;
    }

    public static IEnumerable<string> NamesOf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        files.Keys.Where(IsCheckpoint).Order(StringComparer.Ordinal);

    private static bool IsCheckpoint(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal)
        && name.LastIndexOf('/') == Folder.Length - 1 && name.Length > Folder.Length + ".txt".Length;

    private static CheckpointStanding? Examine(string name, ReadOnlySpan<byte> bytes, TrustAnchors trust, MerkleTree log, List<Finding> faults)
    {
        if (!SignedCheckpoint.Parse(bytes).Is(out var note, out var fault))
        {
            return Refuse(LogClaims.CheckpointForm, fault);
        }

        var state = note.Checkpoint;
        if (state.FileName != name)
        {
            return Refuse(LogClaims.CheckpointForm, new Fault("checkpoint.name", "文件名与大小不符。", "The file name does not tell the size."));
        }

        if (state.Origin != trust.Origin)
        {
            return Refuse(LogClaims.CheckpointOrigin, new Fault("checkpoint.origin", $"来源是 {state.Origin}。", $"The origin is {state.Origin}."));
        }

        if (!trust.Examine(note).Is(out var standing, out fault))
        {
            return Refuse(Signatures.First(claim => claim.Code == fault.Code), fault);
        }

        if (state.Size > log.Size || log.RootOf((int)state.Size) != state.Root)
        {
            return Refuse(LogClaims.CheckpointRoot, new Fault("checkpoint.root", "日志内容与见证人共签时不同。", "The log is not what the witnesses cosigned."));
        }

        return standing;

        CheckpointStanding? Refuse(Claim claim, Fault why)
        {
            faults.Add(new Finding(claim, why with { Chinese = $"{name}：{why.Chinese}", English = $"{name}: {why.English}" }));
            return null;
        }
    }

    private sealed record Finding(Claim Claim, Fault Fault);
}
