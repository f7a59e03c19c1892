using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>What a commitment says besides its lists.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Kind">Subjects and teams, or a second stage.</param>
/// <param name="Repeat">The ground for drawing again who was drawn this year.</param>
internal sealed record Commitment(string Number, DrawKind Kind, RepeatGround? Repeat)
{
    /// <summary>The voided attempt before it.</summary>
    public Draw? Former { get; init; }

    /// <summary>The draw whose subjects get their teams.</summary>
    public string? StageOf { get; init; }

    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The public randomness named beforehand.</summary>
    public BeaconWish? Beacon { get; init; }

    public DateOnly? OpenBy { get; init; }

    public string? Seen { get; init; }

    public required Act Act { get; init; }
}

/// <summary>Writes a commitment [承诺入账]: secret, trial matchings, commit record, log entry, frozen lists, in one transaction.</summary>
[PerRequest]
public sealed class CommitWriter(SupervisionDb db, LogBook log, SecretBox secrets, DrawsUnderWay under, IChance chance, TimeProvider clock)
{
    private const int DaysToOpen = 60;

    /// <summary>Refused: <c>log.…</c>, <c>draw.too-few-witnesses</c>, <c>draw.needs-cosignatures</c> of the former attempt's end, whatever the preparation refuses, <c>draw.subjects-in-other-draw</c>, <c>draw.changed-since-preview</c>, <c>draw.no-match</c>, <c>draw.already-committed</c>.</summary>
    internal async Task<Outcome<DrawKey>> RunAsync(Actor actor, Commitment wish, Func<LineSalts, Task<Outcome<PreparedDraw>>> prepare, CancellationToken stop)
    {
        var pen = await log.OpenAsync(actor, "", stop);
        if (pen.Refused(out var no))
        {
            return no;
        }

        var state = pen.Value.State;
        if (state.Witnesses.Count < state.Head.Quorum)
        {
            return DrawRefusals.Of("draw.too-few-witnesses", null, state.Head.Quorum, state.Witnesses.Count);
        }

        if (wish.Former?.OpenedIndex is { } before && OpenCeremony.NotCosigned(state, before) is { } unsigned)
        {
            return unsigned;
        }

        var (secret, saltMaster) = (Fresh(), Fresh());
        if ((await prepare(new(state.Head.Suite, saltMaster))).Refused(out no, out var prepared)
            || (no = await under.ShareAsync(wish, prepared.Roster, stop) ?? Unfit(wish, prepared)) is not null)
        {
            return no;
        }

        var attempt = (wish.Former?.Attempt ?? 0) + 1;
        var box = secrets.Seal(actor, CommitDraw.SecretPurpose(wish.Number, attempt), [.. secret.ToArray(), .. saltMaster.ToArray()]);
        if (box.Refused(out no))
        {
            return no;
        }

        if ((no = BeaconOf(wish, state, out var beacon)) is not null)
        {
            return no;
        }

        var record = RecordOf(prepared, wish, attempt, secret, beacon, state);
        if (DrawRun.Refusal(record, prepared.Roster, prepared.Inspectors, prepared.Recusals) is { } fault)
        {
            return DrawRefusals.Of(fault);
        }

        await WriteAsync(actor, wish, prepared, record, pen.Value, box.Value, stop);
        if (await db.CommitAsync(actor, wish.Act, stop) is not { } lost)
        {
            return new DrawKey(wish.Number, attempt);
        }

        var winner = await db.Draws.AsNoTracking().SingleOrDefaultAsync(d => d.Number == wish.Number && d.Attempt == attempt, stop);
        return winner is null ? lost : AlreadyCommitted(winner);
    }

    internal static Refusal AlreadyCommitted(Draw draw) => DrawRefusals.Of(
        "draw.already-committed", null, draw.OperatorName, draw.CommittedAt.InShanghai().ToString("yyyy-MM-dd HH:mm", null), draw.Attempt);

    private Refusal? Unfit(Commitment wish, PreparedDraw prepared)
    {
        if (wish.Seen is { } seen && seen != prepared.Fingerprint)
        {
            return DrawRefusals.Of("draw.changed-since-preview", null);
        }

        var trial = TrialMatching.Of(prepared, chance);
        return trial.Refused(out var no) ? no
            : trial.Value.IsHopeless ? ShortageWords.Refuse(trial.Value.Shortages, prepared.Scope.From, prepared.Scope.To)
            : null;
    }

    private CommitRecord RecordOf(PreparedDraw draw, Commitment wish, int attempt, Bytes32 secret, BeaconChoice? beacon, LogState state) => new()
    {
        DrawId = wish.Number,
        Attempt = attempt,
        Title = draw.Scope.Title(wish.Repeat) + (wish.StageOf is null ? "" : DrawRefusals.Words.InChinese("title.second-stage")),
        PlanRef = draw.Scope.Plan.Number,
        Kind = wish.Kind,
        Suite = draw.Suite.Name,
        Roster = draw.Roster.Commitment,
        Inspectors = draw.Inspectors.Commitment,
        Recusals = draw.Recusals.Commitment,
        Parts = draw.Parts,
        Batches = draw.Batches,
        Match = draw.Match,
        ServerCommit = CommitRecord.ServerCommitOf(draw.Suite, wish.Number, attempt, secret),
        Witnesses = [.. state.Witnesses.Select(w => new Witness(w.Name, w.Role)), .. wish.Guests.Select((role, i) => new Witness(GuestId(i), role.Trim()))],
        MinReveals = state.Head.Quorum,
        Beacon = beacon,
        RevealNotAfter = RecordTime.From(OpenBy(wish, draw.Scope)),
        PrevVoid = wish.Former?.VoidIndex is { } place ? Bytes32.Parse(state.Leaves[place].LeafHash) : null,
    };

    /// <summary>The round, which no attempt has named before. Refused: <c>draw.beacon-round</c>, <c>draw.beacon-past</c>, <c>draw.beacon-used</c>.</summary>
    private Refusal? BeaconOf(Commitment wish, LogState state, out BeaconChoice? beacon)
    {
        beacon = null;
        if (wish.Beacon is null)
        {
            return null;
        }

        var choice = wish.Beacon.ToChoice(clock.Now());
        if (choice.Refused(out var no))
        {
            return no;
        }

        beacon = choice.Value;
        return state.Entries.Any(e => e.Body is CommitRecord { Beacon: { } former } && former == choice.Value)
            ? DrawRefusals.Of("draw.beacon-used", null, wish.Beacon.Round).At(nameof(wish.Beacon.Round))
            : null;
    }

    private static string GuestId(int index) => $"guest-{index + 1}";

    /// <summary>The end of that day in Asia/Shanghai.</summary>
    private static DateTimeOffset OpenBy(Commitment wish, DrawScope scope) => new(
        (wish.OpenBy ?? scope.To.AddDays(DaysToOpen)).ToDateTime(new TimeOnly(15, 59, 59)), TimeSpan.Zero);

    private async Task WriteAsync(Actor actor, Commitment wish, PreparedDraw draw, CommitRecord record, LogPen pen, byte[] box, CancellationToken stop)
    {
        var entries = new List<LogEntry>();
        if (RegisterTask.PlaceOf(pen.State, record.DrawId) is null)
        {
            entries.Add(RegisterTask.Entry(record.DrawId, record.PlanRef, clock, record.Kind, draw.Scope.Lead.Number));
        }

        entries.Add(new LogEntry(record.DrawId, record.Attempt, RecordTime.From(clock.Now()), record));
        var index = pen.Write(entries) + entries.Count - 1;
        db.Add(new Draw
        {
            Jurisdiction = actor.Jurisdiction,
            Number = record.DrawId,
            Attempt = record.Attempt,
            Title = record.Title,
            PlanNumber = record.PlanRef,
            Tasks = [.. draw.Parts.Select(p => p.Id)],
            StageOf = wish.StageOf,
            Operator = actor.Account,
            OperatorName = actor.Name,
            CommittedAt = clock.Now(),
            CommitIndex = index,
            SealedSecret = box,
            BeaconSource = wish.Beacon?.Source,
            BeaconRound = wish.Beacon?.Round.Trim(),
            OpenBy = record.RevealNotAfter.ToDateTimeOffset(),
        });
        db.AddRange(record.Witnesses.Select((w, i) => new WitnessShare
        {
            Jurisdiction = actor.Jurisdiction,
            Draw = record.DrawId,
            Attempt = record.Attempt,
            Witness = w.Id,
            Role = w.Role,
            IsStanding = i < pen.State.Witnesses.Count,
        }));
        db.AddRange(
            File(DrawFile.Roster, draw.Roster.Bytes), File(DrawFile.Inspectors, draw.Inspectors.Bytes), File(DrawFile.Recusals, draw.Recusals.Bytes));
        var numbers = draw.Parts.Select(p => p.Id).ToArray();
        foreach (var task in await db.Tasks.Where(t => numbers.Contains(t.Number)).ToListAsync(stop))
        {
            task.Freeze();
        }

        DrawFile File(string name, ReadOnlyMemory<byte> bytes) => new()
        {
            Jurisdiction = actor.Jurisdiction,
            Draw = record.DrawId,
            Attempt = record.Attempt,
            Name = name,
            Bytes = bytes.ToArray(),
        };
    }

    private Bytes32 Fresh()
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        chance.Fill(bytes);
        return new Bytes32(bytes);
    }
}
