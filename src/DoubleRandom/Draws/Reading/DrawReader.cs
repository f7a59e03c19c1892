using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Reading;

/// <summary>One draw in a list: its latest attempt.</summary>
public sealed record DrawRow(
    string Number, int Attempt, string Title, DrawState State, DateTimeOffset CommittedAt, int? Drawn, int? Teams, string Operator, string PlanNumber, DateTimeOffset OpenBy, DrawWait? Waits)
{
    /// <summary>Subjects added by supplements.</summary>
    public int Added { get; init; }
}

/// <summary>A task that waits for its draw.</summary>
public sealed record WaitingTask(string Number, string Name, DateOnly From, DateOnly To, string Lead);

/// <summary>A witness of an attempt as the ceremony shows him.</summary>
/// <param name="Witness">Id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="IsStanding">Whether he also cosigns.</param>
/// <param name="Commitment">Hex, or null before he contributed.</param>
/// <param name="IsLogged">Whether his commitment is in the log.</param>
/// <param name="Value">What he contributed; null before the reveal.</param>
/// <param name="HasCosigned">Whether a checkpoint over the attempt's last entry carries his signature.</param>
/// <param name="IsUnlocked">Whether his key lies open for this ceremony.</param>
/// <param name="IsKeyOnPhone">Whether his key lies on his own telephone.</param>
public sealed record WitnessView(
    string Witness, string Role, bool IsStanding, string? Commitment, bool IsLogged, string? Value, bool HasCosigned, bool IsUnlocked, bool IsKeyOnPhone);

/// <summary>A change of a sealed attempt, without names.</summary>
public sealed record ChangeView(int Index, string Type, string Reason, string Approval, int Count, DateTimeOffset At);

/// <summary>When an attempt came to what. UTC.</summary>
/// <param name="CommittedAt">The commitment.</param>
/// <param name="SealedAt">The seal; null before.</param>
/// <param name="OpenedAt">The opening; null before.</param>
/// <param name="OpenBy">Last moment for the opening.</param>
public sealed record AttemptTimes(DateTimeOffset CommittedAt, DateTimeOffset? SealedAt, DateTimeOffset? OpenedAt, DateTimeOffset OpenBy);

/// <summary>What an attempt is bound to, hex.</summary>
/// <param name="RosterSize">Lines of the frozen roster.</param>
/// <param name="RosterRoot">Its Merkle root.</param>
/// <param name="InspectorsRoot">That of the inspectors.</param>
/// <param name="ServerCommit">Hash of the server secret.</param>
/// <param name="ObjectRoot">Root of the sealed list; null before the seal.</param>
/// <param name="ServerSecret">The secret; null before the opening.</param>
public sealed record AttemptCommitments(int RosterSize, string RosterRoot, string InspectorsRoot, string ServerCommit, string? ObjectRoot, string? ServerSecret);

/// <summary>How the county's log stands.</summary>
/// <param name="Size">Its entries.</param>
/// <param name="Root">Its Merkle root, hex.</param>
/// <param name="CosignedSize">How far the witnesses' quorum reaches.</param>
/// <param name="Quorum">Least number of cosignatures.</param>
public sealed record LogStand(int Size, string Root, int CosignedSize, int Quorum);

/// <summary>One attempt, with what may be public at any time: commitments, numbers, chances. No names.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Title">For people.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Waits">What it waits for; null when it is finished.</param>
public sealed record AttemptView(string Number, int Attempt, string Title, DrawState State, DrawWait? Waits)
{
    /// <summary>The published plan's number.</summary>
    public required string PlanNumber { get; init; }

    /// <summary>Numbers of the tasks drawn together.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Of a second stage: the draw whose subjects get their teams by it; else null.</summary>
    public string? StageOf { get; init; }

    /// <summary>Numbers of its second stages.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Name of who committed.</summary>
    public required string Operator { get; init; }

    /// <summary>When it came to what.</summary>
    public required AttemptTimes Times { get; init; }

    /// <summary>What it is bound to.</summary>
    public required AttemptCommitments Bound { get; init; }

    /// <summary>How the log stands.</summary>
    public required LogStand Log { get; init; }

    /// <summary>Whether the quorum has cosigned the log up to the attempt's last entry.</summary>
    public required bool IsCosigned { get; init; }

    /// <summary>Why it is voided; null otherwise.</summary>
    public string? VoidReason { get; init; }

    /// <summary>Subjects drawn; null before the seal.</summary>
    public int? Drawn { get; init; }

    /// <summary>Teams matched; null before the seal, 0 when the matching was impossible.</summary>
    public int? Teams { get; init; }

    /// <summary>Subjects that have no team yet.</summary>
    public int WithoutTeam { get; init; }

    /// <summary>Least number of contributions.</summary>
    public required int MinReveals { get; init; }

    /// <summary>The tasks with their chances.</summary>
    public required IReadOnlyList<PartChance> Parts { get; init; }

    /// <summary>Its witnesses, standing ones first.</summary>
    public required IReadOnlyList<WitnessView> Witnesses { get; init; }

    /// <summary>What was changed after the seal.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    /// <summary>The step it stands at.</summary>
    public DrawStep Step => DrawSteps.Of(State, Times.OpenedAt is not null);

    /// <summary>The public randomness named beforehand, with its value once told; null without one.</summary>
    public BeaconView? Beacon { get; init; }

    /// <summary>When it was decided that it ends, though the log does not tell it yet; null otherwise. UTC.</summary>
    public DateTimeOffset? VoidPendingSince { get; init; }

    /// <summary>Subjects added by supplements.</summary>
    public int Added => Changes.Where(c => c.Type == DrawChange.Extend).Sum(c => c.Count);
}

/// <summary>Reads draws [抽取] as anybody who may read registers sees them; names stay with <see cref="DrawnListReader"/>.</summary>
[PerRequest]
public sealed class DrawReader(SupervisionDb db, UnlockedKeys unlocked, DrawWaitReader waiting)
{
    /// <summary>Every draw by its latest attempt with what it waits for, newest first.</summary>
    public async Task<IReadOnlyList<DrawRow>> ListAsync(CancellationToken stop = default)
    {
        var latest = (await db.Draws.AsNoTracking().ToListAsync(stop))
            .GroupBy(d => d.Number, StringComparer.Ordinal)
            .Select(attempts => attempts.MaxBy(d => d.Attempt)!)
            .OrderByDescending(d => d.CommittedAt)
            .ToArray();
        var waits = await waiting.OfAsync(latest, stop);
        var added = (await db.DrawChanges.AsNoTracking().Where(c => c.Type == DrawChange.Extend).ToListAsync(stop)).ToLookup(c => (c.Draw, c.Attempt), c => c.Names.Count);
        return [.. latest.Select(d => new DrawRow(
            d.Number, d.Attempt, d.Title, d.State, d.CommittedAt, d.Drawn, d.Teams, d.OperatorName, d.PlanNumber, d.OpenBy, waits.TryGetValue(d.Number, out var wait) ? wait : null) { Added = added[(d.Number, d.Attempt)].Sum() })];
    }

    /// <summary>Published tasks that can be drawn now.</summary>
    public async Task<IReadOnlyList<WaitingTask>> WaitingAsync(CancellationToken stop = default) => [.. (await (
            from task in db.Tasks.AsNoTracking()
            join plan in db.Plans on task.Plan equals plan.Id
            where task.State == TaskState.Planned && !task.IsFrozen && plan.State == PlanState.Published
            orderby task.From, task.Number
            select task).ToListAsync(stop))
        .Select(t => new WaitingTask(t.Number, t.Name, t.From, t.To, t.Lead.Name))];

    /// <summary>Every attempt of a draw, the latest first; empty when there is none.</summary>
    public async Task<IReadOnlyList<AttemptView>> AttemptsAsync(string number, CancellationToken stop = default)
    {
        var draws = await db.Draws.AsNoTracking().Where(d => d.Number == number).OrderByDescending(d => d.Attempt).ToListAsync(stop);
        if (draws.Count == 0)
        {
            return [];
        }

        var log = (await LogGlance.FindAsync(db, stop))!;
        var names = await db.Tasks.AsNoTracking().Where(t => draws[0].Tasks.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.Name, StringComparer.Ordinal, stop);
        var shares = (await db.WitnessShares.AsNoTracking().Where(s => s.Draw == number).OrderBy(s => s.Witness).ToListAsync(stop)).ToLookup(s => s.Attempt);
        var changes = (await db.DrawChanges.AsNoTracking().Where(c => c.Draw == number).OrderBy(c => c.Index).ToListAsync(stop)).ToLookup(c => c.Attempt);
        var withoutTeam = draws[0] is { Counts: true, StageOf: null } first ? await CommitMatch.Waiting(db, first).CountAsync(stop) : 0;
        var stages = await db.Draws.AsNoTracking().Where(d => d.StageOf == number).Select(d => d.Number).Distinct().OrderBy(n => n).ToListAsync(stop);
        var entries = await log.EntriesAsync(
            [.. draws.SelectMany(d => new[] { d.CommitIndex, d.BeaconIndex, d.SealedIndex, d.OpenedIndex }).Concat(shares.SelectMany(s => s).Select(s => s.RevealIndex)).OfType<int>()], stop);
        return [.. draws.Select(d => View(d, log, entries, names, [.. shares[d.Attempt]], [.. changes[d.Attempt]], d == draws[0] ? withoutTeam : 0, stages))];
    }

    private AttemptView View(
        Draw draw, LogGlance log, IReadOnlyDictionary<int, LogEntry> entries, IReadOnlyDictionary<string, string> names, List<WitnessShare> shares, List<DrawChange> changes, int withoutTeam, IReadOnlyList<string> stages)
    {
        var last = OpenCeremony.LastIndexOf(draw, shares, changes);
        var commit = (CommitRecord)entries[draw.CommitIndex].Body;
        var isCosigned = log.CosignedSize > last;
        var waits = DrawWaits.Of(draw.State, draw.OpenedIndex is not null, isCosigned, shares.Exists(s => s.Commitment is null), draw.AwaitsBeacon, draw.IsVoidPending);
        return new AttemptView(draw.Number, draw.Attempt, draw.Title, draw.State, waits)
        {
            PlanNumber = draw.PlanNumber,
            Tasks = draw.Tasks,
            StageOf = draw.StageOf,
            Stages = stages,
            Operator = draw.OperatorName,
            Times = new(draw.CommittedAt, draw.SealedAt, draw.OpenedAt, draw.OpenBy),
            Bound = new(
                commit.Roster.Size, commit.Roster.Root.ToString(), commit.Inspectors.Root.ToString(), commit.ServerCommit.ToString(),
                draw.SealedIndex is { } place ? ((DrawSealed)entries[place].Body).ObjectRoot.ToString() : null,
                draw.OpenedIndex is { } told ? ((DrawOpened)entries[told].Body).ServerSecret.ToString() : null),
            Log = new(log.Head.Size, log.Head.Root.ToString(), log.CosignedSize, log.Head.Quorum),
            IsCosigned = isCosigned,
            VoidReason = draw.VoidReason,
            VoidPendingSince = draw.IsVoidPending ? draw.VoidDecidedAt : null,
            Drawn = draw.Drawn,
            Teams = draw.Teams,
            WithoutTeam = withoutTeam,
            MinReveals = commit.MinReveals,
            Parts = [.. commit.Parts.Select(p => PreviewDraw.ChancesOf(p, names.GetValueOrDefault(p.Id, p.Id)))],
            Witnesses = [.. shares.OrderByDescending(s => s.IsStanding).ThenBy(s => s.Witness, StringComparer.Ordinal).Select(s => View(s, draw, log, entries, last))],
            Changes = [.. changes.Select(c => new ChangeView(c.Index, c.Type, c.Reason, c.Approval, c.Names.Count, c.At))],
            Beacon = draw.BeaconSource is { } source ? new(source, draw.BeaconRound ?? "", draw.BeaconIndex is { } at ? ((BeaconValue)entries[at].Body).Shown : null) : null,
        };
    }

    private WitnessView View(WitnessShare share, Draw draw, LogGlance log, IReadOnlyDictionary<int, LogEntry> entries, int last) => new(
        share.Witness,
        share.Role,
        share.IsStanding,
        share.Commitment,
        share.CommitIndex is not null,
        share.RevealIndex is { } place ? ((WitnessReveal)entries[place].Body).Value : null,
        log.NewestBy.GetValueOrDefault(share.Witness) > last,
        unlocked.NamesFor(draw.Jurisdiction, draw.Ceremony).Contains(share.Witness, StringComparer.Ordinal),
        log.OnPhones.Contains(share.Witness));
}
