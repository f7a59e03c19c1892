using System.Diagnostics;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>How drawing and verifying a record grow with the roster: whole records, each verified as a citizen would.</summary>
internal static class Growth
{
    private static readonly Suite Suite = Suite.Sha256;

    public static void Run(IReadOnlyList<int> sizes)
    {
        Took.Machine();
        var (last, lastDraw, lastVerify) = (0, 0.0, 0.0);
        foreach (var subjects in sizes)
        {
            var record = new MadeRecord(Suite, Roster(subjects));
            var watch = Stopwatch.StartNew();
            record.Draw();
            var draw = watch.Elapsed.TotalSeconds;
            record.Log();
            watch.Restart();
            var report = Verify.Record(record.Files, record.Trust);
            var verify = watch.Elapsed.TotalSeconds;
            Took.Say($"{subjects} subjects, {record.Drawn} drawn: draw {draw:F2} s, verification {verify:F2} s ({report.Verdict}), {verify / draw:F2} times the draw; {Took.PeakMegabytes():F0} MB at most");
            if (last > 0)
            {
                var grown = Math.Log((double)subjects / last);
                Took.Say($"  growth exponent: draw {Math.Log(draw / lastDraw) / grown:F2}, verification {Math.Log(verify / lastVerify) / grown:F2}");
            }

            (last, lastDraw, lastVerify) = (subjects, draw, verify);
        }
    }

    private static byte[] Roster(int subjects)
    {
        var bytes = new MemoryStream(subjects * 160);
        foreach (var piece in new MadeRoster(Suite).Lines(0, subjects))
        {
            bytes.Write(piece.Span);
        }

        return bytes.ToArray();
    }
}

/// <summary>A record of one draw without inspectors and witnesses' values, made through the public interface.</summary>
internal sealed class MadeRecord(Suite suite, byte[] roster)
{
    private const string Origin = "log.example/bench";
    private const string DrawId = "D2026-001";

    private readonly Bytes32 secret = suite.Hash("secret"u8);
    private readonly List<LogEntry> log = [];
    private CommitRecord? commit;
    private DrawOutcome? outcome;

    /// <summary>The record's folder.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Files { get; } = [];

    /// <summary>The verifier's own trust file.</summary>
    public byte[] Trust => TrustAnchors.Of(suite, Origin, 1, (Origin, suite.PublicKey(secret)), ("w.one", suite.PublicKey(secret))).ToBytes();

    /// <summary>Subjects drawn.</summary>
    public int Drawn => outcome!.Result.Selected.Count;

    /// <summary>Freezes the roster, counts it and draws.</summary>
    public void Draw()
    {
        var frozen = Freezing.Read<RosterLine>(suite, roster).OrThrow();
        var inspectors = Freezing.Of(suite, Array.Empty<InspectorLine>()).OrThrow();
        var recusals = Freezing.Of(suite, Array.Empty<RecusalLine>()).OrThrow();
        commit = new CommitRecord
        {
            DrawId = DrawId,
            Attempt = 1,
            Title = "bench",
            PlanRef = "plan",
            Kind = DrawKind.Objects,
            Suite = suite.Name,
            Roster = frozen.Commitment,
            Inspectors = inspectors.Commitment,
            Recusals = recusals.Commitment,
            Parts = MadeRoster.PartsOf(RosterCensus.Of(MadeRoster.PartsBefore, roster).OrThrow()),
            Batches = [],
            Match = null,
            ServerCommit = CommitRecord.ServerCommitOf(suite, DrawId, 1, secret),
            Witnesses = [],
            MinReveals = 0,
            Beacon = null,
            RevealNotAfter = new RecordTime(1_900_000_000),
            PrevVoid = null,
        };
        outcome = DrawRun.Execute(commit, frozen, inspectors, recusals, secret, [], null).OrThrow();
    }

    /// <summary>Writes the log and the files.</summary>
    public void Log()
    {
        Add(0, new PlanRegistered(DrawKind.Objects, "plan", "task"));
        Add(1, commit!);
        Add(1, outcome!.Sealed);
        Add(1, new DrawOpened(secret, outcome.ResultHash, []));
        Files["log.jsonl"] = log.SelectMany(entry => entry.ToBytes().Append((byte)'\n')).ToArray();
        Files["roster.jsonl"] = roster;
        Files["inspectors.jsonl"] = Files["recusals.jsonl"] = ReadOnlyMemory<byte>.Empty;
        Files["result.json"] = outcome.ResultBytes;
    }

    private void Add(int attempt, EntryBody body)
    {
        var at = new RecordTime(1_800_000_000 + log.Count);
        log.Add(new LogEntry(DrawId, attempt, at, body));
        var state = new Checkpoint(Origin, log.Count, MerkleTree.Of(suite, log.Select(entry => (ReadOnlyMemory<byte>)entry.ToBytes())).Root);
        Files[state.FileName] = new SignedCheckpoint(state, [state.Sign(suite, Origin, secret), state.Cosign(suite, "w.one", secret, at)]).ToBytes();
    }
}
