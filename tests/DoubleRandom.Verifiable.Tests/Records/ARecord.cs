using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>
/// A whole record made through the public interface, by an operator who holds the log's key, with witnesses who cosign
/// whatever is consistent. Each step can be bent to commit one fraud; everything after it is then signed anew.
/// </summary>
internal sealed class ARecord
{
    public const string DrawId = "D2026-001";

    private static readonly Suite Suite = Samples.Suite;
    internal static readonly Bytes32 LogSeed = Samples.Bytes("log key");
    internal static readonly (string Name, Bytes32 Seed)[] WitnessKeys =
        [.. new[] { "w.one", "w.two", "w.three" }.Select(name => (name, Samples.Bytes(name)))];

    private readonly List<LogEntry> log = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
    private long clock = 1772410000;

    public const string Origin = "log.example/2026";

    public static TrustAnchors Trust { get; } = TrustAnchors.Of(
        Suite, Origin, 2, (Origin, Suite.PublicKey(LogSeed)), WitnessKeys.Select(w => (w.Name, Suite.PublicKey(w.Seed))).ToArray());

    public FrozenFile<RosterLine> Roster { get; init; } = Freezing.Of(Suite, Samples.Roster(40)).OrThrow();

    public FrozenFile<InspectorLine> Inspectors { get; init; } = Freezing.Of(Suite, Samples.Inspectors(8, 4)).OrThrow();

    public FrozenFile<RecusalLine> Recusals { get; init; } = Freezing.Of(Suite, [Samples.Recusal(1, "SC01", "S003"), Samples.Recusal(2, "XX99", "S004")]).OrThrow();

    public DrawKind Kind { get; init; } = DrawKind.Both;

    public MatchRules? Match { get; init; } = Samples.Rules;

    public Bytes32 Secret { get; init; } = Samples.Bytes("server secret");

    public bool WithBeacon { get; init; } = true;

    // --- where a fraud may bend the record ---
    public Func<CommitRecord, CommitRecord> BendCommit { get; init; } = commit => commit;

    public Func<PlanRegistered, PlanRegistered> BendPlan { get; init; } = plan => plan;

    public Func<DrawResult, DrawResult> BendResult { get; init; } = result => result;

    public Func<DrawSealed, DrawSealed> BendSealed { get; init; } = body => body;

    public Func<IReadOnlyList<OpenedChange>, IReadOnlyList<OpenedChange>> BendChanges { get; init; } = changes => changes;

    public Func<BeaconValue, BeaconValue> BendBeacon { get; init; } = value => value;

    public Bytes32? SecretTold { get; init; }

    public DrawVoid? VoidedInstead { get; init; }

    public DrawVoid? FirstIsVoided { get; init; }

    public bool ReusesSecret { get; init; }

    public string? WithholdingWitness { get; init; }

    public string? LyingWitness { get; init; }

    public string? UnlistedWitness { get; init; }

    public string? SkipCheckpointAfter { get; init; }

    public IReadOnlyList<string> WitnessNames { get; init; } = ["w1", "w2", "w3"];

    public long SecondsBeforeReveals { get; init; }

    public bool Register { get; init; } = true;

    public bool Open { get; init; } = true;

    public IReadOnlyList<(string Slot, int Skip)> Substitutions { get; init; } = [];

    public IReadOnlyList<(string Part, string Stratum)> Replacements { get; init; } = [];

    public IReadOnlyList<(string Part, string Stratum, int Count)> Extensions { get; init; } = [];

    public DrawOutcome Outcome { get; private set; } = null!;

    public IReadOnlyList<LogEntry> Log => log;

    public Dictionary<string, ReadOnlyMemory<byte>> Files => files;

    /// <summary>What the changes of the last attempt came to.</summary>
    public IReadOnlyList<OpenedChange> Changed { get; private set; } = [];

    /// <summary>The same log goes on with another draw; the folder then holds that one's files.</summary>
    public ARecord Followed(ARecord next, string drawId)
    {
        next.log.AddRange(log);
        foreach (var (name, bytes) in files.Where(file => file.Key.StartsWith("checkpoints/", StringComparison.Ordinal)))
        {
            next.files[name] = bytes;
        }

        next.clock = clock;
        next.Held(drawId: drawId);
        return next;
    }

    /// <summary>Holds one attempt from registration to opening and returns the folder.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Held(int attempt = 1, Bytes32? prevVoid = null, string drawId = DrawId)
    {
        if (Register && attempt == 1)
        {
            Append(0, BendPlan(new PlanRegistered(Kind, "plan-2026", "task-1")), drawId);
        }

        var commit = Commit(attempt, prevVoid, drawId);
        var contributions = Ceremony(commit);
        var beacon = commit.Beacon is { Round: JsonInteger round }
            ? BendBeacon(BeaconValue.OfQuicknet(round.Value, [.. Samples.Bytes("beacon").ToArray(), .. new byte[16]]))
            : null;
        if (beacon is not null)
        {
            Append(attempt, beacon, drawId);
        }

        Outcome = Draw(commit, contributions, beacon);
        var result = BendResult(Outcome.Result);
        Append(attempt, VoidedInstead ?? (EntryBody)BendSealed(SealOf(result, commit)), drawId);
        Checkpoint("sealed");
        Changed = Changes(commit, drawId);
        var changes = BendChanges(Changed);
        if (attempt == 1 && FirstIsVoided is { } voided)
        {
            Append(attempt, voided, drawId);
            Checkpoint("void");
        }

        if (Open)
        {
            Append(attempt, new DrawOpened(SecretTold ?? SecretOf(attempt), Suite.Hash(result.ToBytes()), changes), drawId);
            Checkpoint("opened");
        }

        var folder = attempt == 1 && FirstIsVoided is null ? "" : $"attempt-{attempt}/";
        files[folder + "roster.jsonl"] = Roster.Bytes;
        files[folder + "inspectors.jsonl"] = Inspectors.Bytes;
        files[folder + "recusals.jsonl"] = Recusals.Bytes;
        if (Open)
        {
            files[folder + "result.json"] = result.ToBytes();
        }

        return files;
    }

    public CommitRecord Commit(int attempt = 1, Bytes32? prevVoid = null, string drawId = DrawId)
    {
        var commit = BendCommit(CommitRecordOf(attempt, prevVoid, drawId));
        Append(attempt, commit, drawId);
        Checkpoint("commit");
        return commit;
    }

    /// <summary>The honest commit record.</summary>
    public CommitRecord CommitRecordOf(int attempt = 1, Bytes32? prevVoid = null, string drawId = DrawId) => new()
    {
        DrawId = drawId,
        Attempt = attempt,
        Title = "示例抽查",
        PlanRef = "plan-2026",
        Kind = Kind,
        Suite = "sha256",
        Roster = Roster.Commitment,
        Inspectors = Inspectors.Commitment,
        Recusals = Recusals.Commitment,
        Parts =
        [
            Part.For("p1", ["food-01"], ["risk"], QuotaRule.OfTotal(9, Samples.Shares(("A", 2000), ("B", 5000), ("C", 10000)), 1), Roster.Lines).OrThrow(),
            Part.For("p2", ["fire-01"], [], QuotaRule.OfRatio(Samples.Shares(("", 3000))), Roster.Lines).OrThrow(),
        ],
        Batches = [0, 0],
        Match = Match,
        ServerCommit = CommitRecord.ServerCommitOf(Suite, drawId, attempt, SecretOf(attempt)),
        Witnesses = [.. WitnessNames.Select(name => new Witness(name, "justice bureau"))],
        MinReveals = 2,
        Beacon = WithBeacon ? BeaconChoice.QuicknetAfter(new RecordTime(clock), 600) : null,
        RevealNotAfter = new RecordTime(clock + 10_000_000),
        PrevVoid = prevVoid,
    };

    public LogEntry Append(int attempt, EntryBody body, string drawId = DrawId)
    {
        clock += 10;
        var entry = new LogEntry(drawId, attempt, new RecordTime(clock), body);
        log.Add(entry);
        files["log.jsonl"] = log.SelectMany(e => e.ToBytes().Append((byte)'\n')).ToArray();
        return entry;
    }

    public void Checkpoint(string after = "")
    {
        clock += 10;
        if (after.Length > 0 && after == SkipCheckpointAfter)
        {
            return;
        }

        var lines = log.Select(entry => (ReadOnlyMemory<byte>)entry.ToBytes());
        var state = new Checkpoint(Origin, log.Count, MerkleTree.Of(Suite, lines).Root);
        var note = new SignedCheckpoint(state, [state.Sign(Suite, Origin, LogSeed)]);
        note = WitnessKeys.Take(2).Aggregate(note, (n, w) => n.With(state.Cosign(Suite, w.Name, w.Seed, new RecordTime(clock))));
        files[state.FileName] = note.ToBytes();
    }

    public void Wait(long seconds) => clock += seconds;

    /// <summary>The draw of the commit record; where that record breaks the rules, what an operator might pass off instead.</summary>
    private DrawOutcome Draw(CommitRecord commit, List<Contribution> contributions, BeaconValue? beacon) =>
        DrawRun.Execute(commit, Roster, Inspectors, Recusals, SecretOf(commit.Attempt), contributions, beacon).Value ?? Made(contributions);

    private DrawOutcome Made(List<Contribution> contributions)
    {
        Contribution[] own = contributions.Count > 0 ? [.. contributions] : [new("w0", Samples.Bytes("w0"), "42")];
        var commit = CommitRecordOf() with { Kind = DrawKind.Both, Beacon = null, MinReveals = 0, Witnesses = [.. own.Select(c => new Witness(c.Witness, ""))] };
        return DrawRun.Execute(commit, Roster, Inspectors, Recusals, Secret, own, null).OrThrow();
    }

    private Bytes32 SecretOf(int attempt) => attempt == 1 || ReusesSecret ? Secret : Samples.Bytes($"server secret {attempt}");

    private List<Contribution> Ceremony(CommitRecord commit)
    {
        var names = commit.Witnesses.Select(w => w.Id).Concat(UnlistedWitness is { } unlisted ? [unlisted] : []);
        var all = names.Select(id => new Contribution(id, Samples.Bytes(id), $"{id} says 42")).ToArray();
        foreach (var c in all)
        {
            var commitment = Contribution.CommitmentOf(Suite, commit.DrawId, commit.Attempt, c.Witness, c.Nonce, c.Value);
            Append(commit.Attempt, new WitnessCommit(c.Witness, commitment), commit.DrawId);
        }

        Checkpoint("witness commits");
        Wait(SecondsBeforeReveals);
        var revealed = new List<Contribution>();
        foreach (var c in all.Where(c => c.Witness != WithholdingWitness))
        {
            var told = c.Witness == LyingWitness ? c with { Value = "another value" } : c;
            revealed.Add(told);
            Append(commit.Attempt, new WitnessReveal(told.Witness, told.Nonce, told.Value), commit.DrawId);
        }

        Checkpoint("reveals");
        Wait(700);
        return revealed;
    }

    private DrawSealed SealOf(DrawResult result, CommitRecord commit) => DrawSealed.Of(
        Suite,
        Outcome.Keys,
        commit.Match is null ? null : Outcome.Sealed.Match,
        SealedOpenings.Of(Suite, result.Selected.Select(s => Opening.OfSubject(Suite, Outcome.Keys.Reveal, s))),
        SealedOpenings.Of(Suite, result.Bundles.Select(b => Opening.OfTeam(Suite, Outcome.Keys.Reveal, b))));

    private List<OpenedChange> Changes(CommitRecord commit, string drawId)
    {
        var ledger = new ChangeLedger(Suite, commit, Outcome, Inspectors, Recusals);
        var changes = new List<OpenedChange>();
        foreach (var (part, stratum, count) in Extensions)
        {
            var entry = new DrawExtend(part, stratum, count, "supplementary", "A 与 B");
            Append(commit.Attempt, entry, drawId);
            Checkpoint("extend");
            changes.Add(ledger.Extend(log.Count - 1, entry).OrThrow());
        }

        foreach (var (part, stratum) in Replacements)
        {
            var old = Outcome.Result.Selected.First(s => s.Parts.Any(p => p.Part == part && p.Stratum == stratum));
            var opening = Outcome.SubjectOpenings.InOrder.Single(o => o.SubjectOrBundle == old.Id);
            var entry = new DrawReplace(part, stratum, opening.Commitment, "closed", Samples.Bytes("evidence"), "A 与 B");
            Append(commit.Attempt, entry, drawId);
            Checkpoint("replace");
            changes.Add(ledger.Replace(log.Count - 1, entry).OrThrow());
        }

        foreach (var (slot, skip) in Substitutions)
        {
            var skipped = ledger.CandidatesFor(slot).OrThrow().InOrder.Take(skip).Select(id => new SkippedCandidate(id, "on leave")).ToArray();
            var entry = new InspectorSubstitute(slot, "leave", "A 与 B", "note 7");
            Append(commit.Attempt, entry, drawId);
            Checkpoint("substitute");
            changes.Add(ledger.Substitute(log.Count - 1, entry, skipped).OrThrow());
        }

        return changes;
    }
}
