using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>Opens the latest attempt of a draw for its next step [抽取仪式]: rows, log and secrets together, compared before anything is done.</summary>
[PerRequest]
public sealed class Ceremony(SupervisionDb db, LogBook log, SecretBox secrets)
{
    /// <summary>
    /// Refused: <c>draw.no-such</c>, <c>draw.void-decided</c> unless that is what is gone on with, <c>draw.differs-from-log</c>, <c>log.…</c>,
    /// <c>secrets.…</c>. To be called before rows change.
    /// </summary>
    internal async Task<Outcome<OpenCeremony>> OpenAsync(Actor actor, string number, CancellationToken stop, bool evenIfVoidDecided = false)
    {
        if (await LatestAsync(number, stop) is not { Attempt: var attempt } latest)
        {
            return DrawRefusals.Of("draw.no-such", null, number);
        }

        if (latest.IsVoidPending && !evenIfVoidDecided)
        {
            return DrawRefusals.Of("draw.void-decided", null, attempt);
        }

        // The rows and the log as of one moment: a step that somebody takes meanwhile must not look like a difference.
        AttemptRows? rows = null;
        var pen = await log.OpenAsync(actor, Draw.Name(number, attempt), stop, async () => rows = await RowsAsync(number, attempt, stop));
        if (pen.Refused(out var no))
        {
            return no;
        }

        var (draw, shares, changes) = rows!;
        return DrawLogCheck.Difference(pen.Value.State, draw, shares, changes) is { } place
            ? DrawRefusals.Of("draw.differs-from-log", null, draw.Ceremony, place)
            : new OpenCeremony(draw, shares, changes, pen.Value, actor, db.Clock);
    }

    /// <summary>The latest attempt, untracked and uncompared; null when there is none.</summary>
    internal Task<Draw?> LatestAsync(string number, CancellationToken stop) =>
        db.Draws.AsNoTracking().Where(d => d.Number == number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop);

    /// <summary>The server secret and the salt master of an attempt; the reading is in the trail.</summary>
    internal async Task<Outcome<Bytes32>> SecretAsync(Actor actor, Draw draw, CancellationToken stop)
    {
        var read = await secrets.OpenAsync(actor, CommitDraw.SecretPurpose(draw.Number, draw.Attempt), draw.SealedSecret, stop);
        return read.Refused(out var no) ? no : new Bytes32(read.Value.AsSpan(0, Bytes32.Length));
    }

    /// <summary>The bytes of a frozen list or of the result.</summary>
    internal Task<byte[]> FileAsync(Draw draw, string name, CancellationToken stop) => db.DrawFiles.AsNoTracking()
        .Where(f => f.Draw == draw.Number && f.Attempt == draw.Attempt && f.Name == name)
        .Select(f => f.Bytes)
        .SingleAsync(stop);

    /// <summary>The frozen lists of an attempt.</summary>
    internal async Task<FrozenLists> ListsAsync(Draw draw, CancellationToken stop)
    {
        var suite = await db.SuiteAsync(stop);
        return new(
            Freezing.Read<RosterLine>(suite, await FileAsync(draw, DrawFile.Roster, stop), AllProcessors.Work).OrThrow(),
            Freezing.Read<InspectorLine>(suite, await FileAsync(draw, DrawFile.Inspectors, stop)).OrThrow(),
            Freezing.Read<RecusalLine>(suite, await FileAsync(draw, DrawFile.Recusals, stop)).OrThrow());
    }

    private async Task<AttemptRows> RowsAsync(string number, int attempt, CancellationToken stop) => new(
        await db.Draws.SingleAsync(d => d.Number == number && d.Attempt == attempt, stop),
        await db.WitnessShares.Where(s => s.Draw == number && s.Attempt == attempt).OrderBy(s => s.Witness).ToListAsync(stop),
        await db.DrawChanges.AsNoTracking().Where(c => c.Draw == number && c.Attempt == attempt).OrderBy(c => c.Index).ToListAsync(stop));

    private sealed record AttemptRows(Draw Draw, List<WitnessShare> Shares, List<DrawChange> Changes);
}

/// <summary>The three frozen lists of an attempt.</summary>
internal sealed record FrozenLists(FrozenFile<RosterLine> Roster, FrozenFile<InspectorLine> Inspectors, FrozenFile<RecusalLine> Recusals)
{
    /// <summary>Draws from them.</summary>
    public Answer<DrawOutcome> Execute(OpenCeremony open, Bytes32 secret) =>
        DrawRun.Execute(open.Commit, Roster, Inspectors, Recusals, secret, open.Contributions, open.Beacon);
}

/// <summary>An attempt and the log, open for one step.</summary>
internal sealed record OpenCeremony(Draw Draw, List<WitnessShare> Shares, List<DrawChange> Changes, LogPen Pen, Actor Actor, TimeProvider Clock)
{
    public CommitRecord Commit => (CommitRecord)Pen.State.EntryAt(Draw.CommitIndex).Body;

    public IReadOnlyList<Contribution> Contributions => [.. Shares
        .Where(s => s.RevealIndex is not null)
        .Select(s => (WitnessReveal)Pen.State.EntryAt(s.RevealIndex!.Value).Body)
        .Select(r => new Contribution(r.Witness, r.Nonce, r.Value))];

    /// <summary>The value of the public randomness; null before it is told, and where none was named.</summary>
    public BeaconValue? Beacon => Draw.BeaconIndex is { } place ? (BeaconValue)Pen.State.EntryAt(place).Body : null;

    /// <summary>Place of the attempt's last entry.</summary>
    public int LastIndex => LastIndexOf(Draw, Shares, Changes);

    internal static int LastIndexOf(Draw draw, IReadOnlyList<WitnessShare> shares, IReadOnlyList<DrawChange> changes) => new[]
    {
        draw.CommitIndex, draw.BeaconIndex ?? 0, draw.SealedIndex ?? 0, draw.VoidIndex ?? 0, draw.OpenedIndex ?? 0,
        shares.Max(s => Math.Max(s.CommitIndex ?? 0, s.RevealIndex ?? 0)),
        changes.Select(c => c.Index).DefaultIfEmpty(0).Max(),
    }.Max();

    public LogEntry Entry(EntryBody body) => new(Draw.Number, Draw.Attempt, RecordTime.From(Clock.Now()), body);

    /// <summary>Refuses when no checkpoint with quorum covers the attempt so far; names who has still to cosign.</summary>
    public Refusal? NotCosigned() => NotCosigned(Pen.State, LastIndex);

    /// <summary>The same for one entry of a log.</summary>
    internal static Refusal? NotCosigned(LogState log, int index) => log.Covers(index)
        ? null
        : DrawRefusals.Of(
            "draw.needs-cosignatures", null, log.Head.Quorum, log.CosignersOf(log.Head.Size).Count(), string.Join('、', log.Missing.Select(w => w.Role)));

    /// <summary>Logs the contributions that were entered before the commitment had its quorum, as soon as it has.</summary>
    public void LogEntered()
    {
        var waiting = Shares.Where(s => s is { Commitment: not null, CommitIndex: null }).ToArray();
        if (waiting.Length == 0 || !Pen.State.Covers(Draw.CommitIndex))
        {
            return;
        }

        var first = Pen.Write([.. waiting.Select(s => Entry(new WitnessCommit(s.Witness, Bytes32.Parse(s.Commitment!))))]);
        for (var i = 0; i < waiting.Length; i++)
        {
            waiting[i].LogCommitment(first + i);
        }

        Draw.Contributed();
    }
}
