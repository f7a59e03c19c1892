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

/// <summary>One attempt, with what may be public at any time: commitments, numbers, chances. No names.</summary>
public sealed record AttemptView(
    string Number,
    int Attempt,
    string Title,
    string PlanNumber,
    IReadOnlyList<string> Tasks,
    DrawState State,
    string Operator,
    DateTimeOffset CommittedAt,
    DateTimeOffset? SealedAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset OpenBy,
    string? VoidReason,
    int? Drawn,
    int? Teams,
    int RosterSize,
    string RosterRoot,
    string InspectorsRoot,
    string ServerCommit,
    string? ObjectRoot,
    string? ServerSecret,
    int MinReveals,
    IReadOnlyList<PartChance> Parts,
    IReadOnlyList<WitnessView> Witnesses,
    IReadOnlyList<ChangeView> Changes,
    int LogSize,
    string LogRoot,
    int CosignedSize,
    int Quorum,
    bool IsCosigned,
    string? StageOf,
    int WithoutTeam,
    IReadOnlyList<string> Stages)
{
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
        return new AttemptView(
            draw.Number, draw.Attempt, draw.Title, draw.PlanNumber, draw.Tasks, draw.State, draw.OperatorName,
            draw.CommittedAt, draw.SealedAt, draw.OpenedAt, draw.OpenBy, draw.VoidReason, draw.Drawn, draw.Teams,
            commit.Roster.Size, commit.Roster.Root.ToString(), commit.Inspectors.Root.ToString(), commit.ServerCommit.ToString(),
            draw.SealedIndex is { } place ? ((DrawSealed)entries[place].Body).ObjectRoot.ToString() : null,
            draw.OpenedIndex is { } told ? ((DrawOpened)entries[told].Body).ServerSecret.ToString() : null,
            commit.MinReveals,
            [.. commit.Parts.Select(p => PreviewDraw.ChancesOf(p, names.GetValueOrDefault(p.Id, p.Id)))],
            [.. shares.OrderByDescending(s => s.IsStanding).ThenBy(s => s.Witness, StringComparer.Ordinal).Select(s => View(s, draw, log, entries, last))],
            [.. changes.Select(c => new ChangeView(c.Index, c.Type, c.Reason, c.Approval, c.Names.Count, c.At))],
            log.Head.Size, log.Head.Root.ToString(), log.CosignedSize, log.Head.Quorum,
            log.CosignedSize > last, draw.StageOf, withoutTeam, stages)
        {
            VoidPendingSince = draw.State == DrawState.Voided ? null : draw.VoidDecidedAt,
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
