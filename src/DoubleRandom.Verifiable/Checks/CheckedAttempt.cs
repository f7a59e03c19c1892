using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A log entry and its 0-based place.</summary>
internal sealed record PlacedEntry(int Index, LogEntry Entry);

/// <summary>One attempt as the log tells it: its entries in order, and the single ones by name.</summary>
internal sealed class CheckedAttempt
{
    public CheckedAttempt(int number, IReadOnlyList<PlacedEntry> entries)
    {
        (Number, Entries) = (number, entries);
        Commit = First<CommitRecord>();
        Beacon = First<BeaconValue>();
        Sealed = First<DrawSealed>();
        Void = First<DrawVoid>();
        Opened = First<DrawOpened>();
    }

    public int Number { get; }

    public IReadOnlyList<PlacedEntry> Entries { get; }

    public CommitRecord? Commit { get; }

    public BeaconValue? Beacon { get; }

    public DrawSealed? Sealed { get; }

    public DrawVoid? Void { get; }

    public DrawOpened? Opened { get; }

    /// <summary>Whether it was voided and opened without telling a result (A.11.9): its files may be missing.</summary>
    public bool IsForgone => this is { Void: not null, Opened: { ResultHash: null, Changes.Count: 0 } };

    public IEnumerable<WitnessCommit> WitnessCommits => Entries.Select(placed => placed.Entry.Body).OfType<WitnessCommit>();

    public IEnumerable<WitnessReveal> Reveals => Entries.Select(placed => placed.Entry.Body).OfType<WitnessReveal>();

    public IReadOnlyList<Contribution> Contributions => Reveals.Select(r => new Contribution(r.Witness, r.Nonce, r.Value)).ToArray();

    public IEnumerable<PlacedEntry> Changes =>
        Entries.Where(placed => placed.Entry.Body is DrawExtend or DrawReplace or InspectorSubstitute);

    /// <summary>The place of the last entry of a type, or −1.</summary>
    public int LastIndexOf<T>()
        where T : EntryBody => Entries.Where(placed => placed.Entry.Body is T).Select(placed => placed.Index).DefaultIfEmpty(-1).Last();

    private T? First<T>()
        where T : EntryBody => Entries.Select(placed => placed.Entry.Body).OfType<T>().FirstOrDefault();
}

/// <summary>One draw id as the log tells it.</summary>
internal sealed class DrawView
{
    public DrawView(string drawId, IReadOnlyList<PlacedEntry> entries)
    {
        DrawId = drawId;
        Plans = entries.Where(placed => placed.Entry.Body is PlanRegistered).ToArray();
        Attempts = entries
            .Where(placed => placed.Entry.Body is not PlanRegistered)
            .GroupBy(placed => placed.Entry.Attempt)
            .OrderBy(group => group.Key)
            .Select(group => new CheckedAttempt(group.Key, group.ToArray()))
            .ToArray();
    }

    public string DrawId { get; }

    public IReadOnlyList<PlacedEntry> Plans { get; }

    public IReadOnlyList<CheckedAttempt> Attempts { get; }

    /// <summary>Where an attempt's files lie: in the record itself, or in a folder per attempt when there are several (A.2).</summary>
    public string FolderOf(CheckedAttempt attempt) => Attempts.Count == 1 ? "" : $"attempt-{attempt.Number}/";

    /// <summary>The draws of a log by first appearance; opaque entries belong to none.</summary>
    public static IReadOnlyList<DrawView> Of(IEnumerable<LogEntry> log) => log
        .Select((entry, i) => new PlacedEntry(i, entry))
        .Where(placed => placed.Entry.Body is not OtherEntry)
        .GroupBy(placed => placed.Entry.DrawId, StringComparer.Ordinal)
        .Select(group => new DrawView(group.Key, group.ToArray()))
        .ToArray();
}
