using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Record;

/// <summary>A published record, parsed and drawn again.</summary>
internal sealed class WorkedExample
{
    /// <param name="folder">The record.</param>
    /// <param name="files">The folder of its lists in it.</param>
    /// <param name="attempt">Which attempt.</param>
    /// <param name="work">Who works through the ranges of the roster.</param>
    /// <param name="rangeLength">Bytes of a range.</param>
    public WorkedExample(string folder, string files = "", int attempt = 1, RangeWork? work = null, int rangeLength = int.MaxValue)
    {
        Record = Vectors.Record(folder);
        LogLines = LineFile.Split(Record["log.jsonl"]).OrThrow().All.ToArray();
        Log = LogLines.Select(line => LogEntry.Parse(line.Span).OrThrow()).ToArray();
        var bodies = Log.Where(entry => entry.Attempt == attempt).Select(entry => entry.Body).ToArray();
        Commit = bodies.OfType<CommitRecord>().Single();
        Suite = Suite.Named(Commit.Suite).OrThrow();
        Roster = Freezing.Read<RosterLine>(Suite, LineFile.Split(Record[files + "roster.jsonl"], work, rangeLength), null).OrThrow();
        Inspectors = Freezing.Read<InspectorLine>(Suite, Record[files + "inspectors.jsonl"]).OrThrow();
        Recusals = Freezing.Read<RecusalLine>(Suite, Record[files + "recusals.jsonl"]).OrThrow();
        Contributions = bodies.OfType<WitnessReveal>().Select(r => new Contribution(r.Witness, r.Nonce, r.Value)).ToArray();
        Beacon = bodies.OfType<BeaconValue>().Single();
        Opened = bodies.OfType<DrawOpened>().Single();
        Outcome = DrawRun.Execute(Commit, Roster, Inspectors, Recusals, Opened.ServerSecret, Contributions, Beacon).OrThrow();
    }

    public Suite Suite { get; }

    public Dictionary<string, ReadOnlyMemory<byte>> Record { get; }

    public FrozenFile<RosterLine> Roster { get; }

    public FrozenFile<InspectorLine> Inspectors { get; }

    public FrozenFile<RecusalLine> Recusals { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> LogLines { get; }

    public IReadOnlyList<LogEntry> Log { get; }

    public CommitRecord Commit { get; }

    public IReadOnlyList<Contribution> Contributions { get; }

    public BeaconValue Beacon { get; }

    public DrawOpened Opened { get; }

    public DrawOutcome Outcome { get; }
}
