using DoubleRandom.Draws;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>A record of one draw without inspectors and witnesses' values, made through the public interface.</summary>
internal sealed class MadeRecord(Suite suite, byte[] roster, int share = 100)
{
    private const string DrawId = "D2026-001";

    private readonly string origin = suite == Suite.Sm3 ? "log.example/bench/sm3" : "log.example/bench";
    private readonly Bytes32 secret = suite.Hash("secret"u8);
    private readonly List<LogEntry> log = [];
    private CommitRecord? commit;
    private DrawOutcome? outcome;

    /// <summary>The record's folder.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Files { get; } = [];

    /// <summary>The verifier's own trust file.</summary>
    public byte[] Trust => TrustAnchors.Of(suite, origin, 1, (origin, suite.PublicKey(secret)), ("w.one", suite.PublicKey(secret))).ToBytes();

    /// <summary>Subjects drawn.</summary>
    public int Drawn => outcome!.Result.Selected.Count;

    /// <summary>The parts of the draw; known once it is drawn.</summary>
    public IReadOnlyList<Part> Parts => commit!.Parts;

    /// <summary>Freezes the roster, counts it and draws.</summary>
    /// <param name="work">Who works through the roster's ranges; null: one thread.</param>
    public void Draw(RangeWork? work = null)
    {
        var frozen = Freezing.Read<RosterLine>(suite, roster, work).OrThrow();
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
            Parts = MadeRoster.PartsOf(RosterCensus.Of(MadeRoster.PartsBefore, roster).OrThrow(), share),
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

    /// <summary>Verifies the record as a citizen would; it is valid.</summary>
    public void Verified(RangeWork? work)
    {
        var report = Verify.Record(Files, Trust, work: work);
        if (report.Verdict != Verdict.Valid)
        {
            throw new InvalidOperationException(string.Join('\n', report.Failures.Select(check => check.English)));
        }
    }

    /// <summary>Draws and writes a whole record into a new folder, with its trust file, to be verified from there.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="subjects">Lines of the roster.</param>
    /// <param name="share">How many are drawn, in basis points; 100 = 1 %.</param>
    public static void Write(string folder, int subjects, int share)
    {
        var suite = Suite.Sha256;
        var record = new MadeRecord(suite, MadeRoster.Of(suite, subjects), share);
        record.Draw(AllProcessors.Work);
        record.Log();
        foreach (var (name, bytes) in record.Files.Append(new("trust.json", record.Trust)))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes.Span);
        }

        Took.Say($"{subjects} subjects, {record.Drawn} drawn, {record.Files.Values.Sum(bytes => (long)bytes.Length)} bytes");
    }

    private void Add(int attempt, EntryBody body)
    {
        var at = new RecordTime(1_800_000_000 + log.Count);
        log.Add(new LogEntry(DrawId, attempt, at, body));
        var state = new Checkpoint(origin, log.Count, MerkleTree.Of(suite, log.Select(entry => (ReadOnlyMemory<byte>)entry.ToBytes())).Root);
        Files[state.FileName] = new SignedCheckpoint(state, [state.Sign(suite, origin, secret), state.Cosign(suite, "w.one", secret, at)]).ToBytes();
    }
}
