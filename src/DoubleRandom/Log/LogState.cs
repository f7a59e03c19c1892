using System.Data;
using System.Text;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>A county's log as it lies in the database [日志现状], whole: head, entries, checkpoints, cosignatures, witnesses.</summary>
internal sealed class LogState
{
    private LogState(
        TransparencyLog head, List<LogLeaf> leaves, List<LogCheckpoint> checkpoints, List<Cosignature> cosignatures, List<StandingWitness> witnesses) =>
        (Head, Leaves, Checkpoints, Cosignatures, Witnesses) = (head, leaves, checkpoints, cosignatures, witnesses);

    /// <summary>Tracked.</summary>
    public TransparencyLog Head { get; }

    /// <summary>In order.</summary>
    public List<LogLeaf> Leaves { get; }

    /// <summary>Ascending by size.</summary>
    public List<LogCheckpoint> Checkpoints { get; }

    public List<Cosignature> Cosignatures { get; }

    /// <summary>Tracked, ascending by name.</summary>
    public List<StandingWitness> Witnesses { get; }

    public Bytes32 Root => Head.Root;

    /// <summary>Reads all of it as of one moment: what somebody appends meanwhile must not look like a difference.</summary>
    /// <param name="db">The county's database.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <param name="alongside">Reads the rows that are to be compared with the log, as of the same moment.</param>
    public static async Task<LogState> LoadAsync(SupervisionDb db, CancellationToken stop, Func<Task>? alongside = null)
    {
        // On SQLite this level begins a deferred transaction, which reads one snapshot and keeps no writer waiting.
        await using var moment = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(db.Database.IsSqlite() ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead, stop)
            : null;
        if (alongside is not null)
        {
            await alongside();
        }

        Forget(db);

        return new LogState(
            await db.Logs.SingleAsync(stop),
            await db.LogLeaves.AsNoTracking().OrderBy(l => l.Index).ToListAsync(stop),
            await db.LogCheckpoints.AsNoTracking().OrderBy(c => c.Size).ToListAsync(stop),
            await db.Cosignatures.AsNoTracking().ToListAsync(stop),
            await db.StandingWitnesses.OrderBy(w => w.Name).ToListAsync(stop));
    }

    /// <summary>
    /// Lets go of what this request read of the log before, on its page: the head of then beside the entries of now would look like tampering.
    /// </summary>
    private static void Forget(SupervisionDb db)
    {
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State == EntityState.Unchanged && row.Entity is TransparencyLog or StandingWitness).ToArray())
        {
            row.State = EntityState.Detached;
        }
    }

    /// <summary>The entries, read.</summary>
    public IEnumerable<LogEntry> Entries => Leaves.Select(leaf => LogEntry.Parse(leaf.Bytes).OrThrow());

    public LogEntry EntryAt(int index) => LogEntry.Parse(Leaves[index].Bytes).OrThrow();

    /// <summary>Size of the newest checkpoint that carries the quorum; 0 when none does.</summary>
    public int CosignedSize => Checkpoints.Where(c => CosignersOf(c.Size).Count() >= Head.Quorum).Select(c => c.Size).DefaultIfEmpty(0).Max();

    /// <summary>When the quorum first covered the entry; null while it does not. UTC.</summary>
    public DateTimeOffset? CosignedAt(int index) => Checkpoints.Where(c => c.Size > index)
        .Select(c => Cosignatures.Where(s => s.Size == c.Size).Select(s => (DateTimeOffset?)s.At).Order().ElementAtOrDefault(Head.Quorum - 1))
        .Where(at => at is not null).Min();

    /// <summary>Whether a checkpoint with quorum covers the entry.</summary>
    public bool Covers(int index) => CosignedSize > index;

    public IEnumerable<string> CosignersOf(int size) => Cosignatures.Where(c => c.Size == size).Select(c => c.Witness).Order(StringComparer.Ordinal);

    /// <summary>The witnesses whose signature the newest checkpoint still lacks.</summary>
    public IEnumerable<StandingWitness> Missing => Witnesses.Where(w => !CosignersOf(Head.Size).Contains(w.Name, StringComparer.Ordinal));

    /// <summary>The checkpoint as it is published: the log's signature and every cosignature, by witness.</summary>
    public SignedCheckpoint NoteOf(LogCheckpoint row) => Cosignatures
        .Where(c => c.Size == row.Size)
        .OrderBy(c => c.Witness, StringComparer.Ordinal)
        .Aggregate(SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(row.Note)).OrThrow(), (note, c) =>
            note.With(new NoteSignature(Witnesses.First(w => w.Name == c.Witness).KeyName, c.Encoded)));

    /// <summary>What a verifier would believe: the log's key, the witnesses' keys and the quorum.</summary>
    public TrustAnchors Anchors() => AnchorsOf(Head, Witnesses);

    /// <summary>The same of a log that is not loaded whole.</summary>
    public static TrustAnchors AnchorsOf(TransparencyLog head, IEnumerable<StandingWitness> witnesses) => TrustAnchors.Of(
        head.Suite,
        head.Origin,
        head.Quorum,
        (head.Origin, Convert.FromHexString(head.PublicKey)),
        [.. witnesses.Select(w => (w.KeyName, Convert.FromHexString(w.PublicKey)))]);

    /// <summary>
    /// The witness's signature under the newest checkpoint; null when it is there already. Refused (<c>log.not-a-continuation</c>)
    /// when the log does not continue the state the witness signed last.
    /// </summary>
    public Outcome<Cosignature?> CosignNewest(string name, Bytes32 seed, DateTimeOffset at)
    {
        if (Checkpoints.Count == 0 || CosignersOf(Checkpoints[^1].Size).Contains(name, StringComparer.Ordinal))
        {
            return (Cosignature?)null;
        }

        var witness = Witnesses.First(w => w.Name == name);
        var note = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(Checkpoints[^1].Note)).OrThrow();
        if (!Continues(witness, note))
        {
            return LogBook.Words.Refuse("log.not-a-continuation", null, witness.Role, witness.LastSize);
        }

        var line = note.Checkpoint.Cosign(Head.Suite, witness.KeyName, seed, RecordTime.From(at));
        (witness.LastSize, witness.LastRoot) = ((int)note.Checkpoint.Size, note.Checkpoint.Root.ToString());
        var row = new Cosignature { Jurisdiction = Head.Jurisdiction, Size = witness.LastSize, Witness = name, At = at, Encoded = line.Encoded };
        Cosignatures.Add(row);
        return row;
    }

    private bool Continues(StandingWitness witness, SignedCheckpoint note)
    {
        // Without witnesses among the anchors only the quorum can be wanting once the log's own signature is right.
        var log = TrustAnchors.Of(Head.Suite, Head.Origin, 1, (Head.Origin, Convert.FromHexString(Head.PublicKey)));
        if (note.Checkpoint.Origin != Head.Origin || log.Examine(note).Fault?.Code != LogDifferences.WantingQuorum)
        {
            return false;
        }

        var tree = MerkleTree.OfLeaves(Head.Suite, Leaves.Take((int)note.Checkpoint.Size).Select(l => Bytes32.Parse(l.LeafHash)));
        var proof = witness.LastSize == 0 || witness.LastSize == tree.Size ? [] : witness.LastSize < tree.Size ? tree.ConsistencyProof(witness.LastSize) : null;
        var before = witness.LastSize == 0 ? Head.Suite.Hash([]) : Bytes32.Parse(witness.LastRoot);
        return proof is not null
            && MerkleProof.Continues(Head.Suite, witness.LastSize, before, note.Checkpoint.Size, note.Checkpoint.Root, proof);
    }
}
