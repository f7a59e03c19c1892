using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>A draw and its attempt.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Attempt">From 1.</param>
public sealed record DrawKey(string Number, int Attempt);

/// <summary>Freezes lists, quotas and rules and commits to a secret [承诺]: from here on nobody can change what is drawn from.</summary>
public sealed class CommitDraw(SupervisionDb db, DrawPreparation preparation, LogBook log, SecretBox secrets, IChance chance, TimeProvider clock)
{
    private const int DaysToOpen = 60;

    /// <summary>
    /// Refused: no right; whatever the preview refuses; <c>draw.no-match</c>; <c>draw.already-committed</c>, also to the second of two clerks;
    /// <c>draw.former-not-opened</c>; <c>draw.changed-since-preview</c>; <c>draw.too-few-witnesses</c>; <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    /// <param name="actor">The operator.</param>
    /// <param name="wish">What is drawn.</param>
    /// <param name="approver">A second person with the right to approve; needed only when subjects may be drawn again this year (R8).</param>
    /// <param name="stop">Stops the act; nothing is left half-written.</param>
    public async Task<Outcome<DrawKey>> RunAsync(Actor actor, DrawWish wish, Actor? approver = null, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? (wish.Repeat is null ? null : DrawRefusals.SecondPerson(actor, approver, Right.ApproveDraws, null))) is { } no)
        {
            return no;
        }

        var number = wish.Tasks.Count == 0 ? "" : wish.Tasks[0];
        var former = await db.Draws.AsNoTracking().Where(d => d.Number == number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop);
        if (await InTheWayAsync(wish, former, stop) is { } inTheWay)
        {
            return inTheWay;
        }

        var pen = await log.OpenAsync(actor, "", stop);
        if (pen.Refused(out no))
        {
            return no;
        }

        var state = pen.Value.State;
        if (state.Witnesses.Count < state.Head.Quorum)
        {
            return DrawRefusals.Of("draw.too-few-witnesses", null, state.Head.Quorum, state.Witnesses.Count);
        }

        var (secret, saltMaster) = (Fresh(), Fresh());
        var prepared = await preparation.RunAsync(wish, saltMaster, stop);
        if (prepared.Refused(out no))
        {
            return no;
        }

        if (wish.Seen is { } seen && seen != prepared.Value.Fingerprint)
        {
            return DrawRefusals.Of("draw.changed-since-preview", null);
        }

        var trial = TrialMatching.Of(prepared.Value, chance);
        if (trial.Refused(out no))
        {
            return no;
        }

        if (trial.Value.IsHopeless)
        {
            return ShortageWords.Refuse(trial.Value.Shortages, prepared.Value.Scope.From, prepared.Value.Scope.To);
        }

        var attempt = (former?.Attempt ?? 0) + 1;
        var box = secrets.Seal(actor, SecretPurpose(number, attempt), [.. secret.ToArray(), .. saltMaster.ToArray()]);
        if (box.Refused(out no))
        {
            return no;
        }

        var record = RecordOf(prepared.Value, wish, attempt, secret, state, former);
        if (DrawRun.Refusal(record, prepared.Value.Roster, prepared.Value.Inspectors, prepared.Value.Recusals) is { } fault)
        {
            return DrawRefusals.Of(fault);
        }

        await WriteAsync(actor, prepared.Value, record, pen.Value, box.Value, stop);
        var act = new Act("draw.committed") { Reason = wish.Repeat is null ? null : $"{wish.Repeat}; {approver!.Name}" };
        if (await db.CommitAsync(actor, act, stop) is not { } lost)
        {
            return new DrawKey(number, attempt);
        }

        var winner = await db.Draws.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number && d.Attempt == attempt, stop);
        return winner is null ? lost : AlreadyCommitted(winner);
    }

    internal static string SecretPurpose(string number, int attempt) => $"server-secret/{number}/{attempt}";

    private async Task<Refusal?> InTheWayAsync(DrawWish wish, Draw? former, CancellationToken stop)
    {
        if (former is { State: not DrawState.Voided })
        {
            return AlreadyCommitted(former);
        }

        if (former is { OpenedIndex: null })
        {
            return DrawRefusals.Of("draw.former-not-opened", null, former.Attempt);
        }

        var living = await db.Draws.AsNoTracking().Where(d => d.State != DrawState.Voided).ToListAsync(stop);
        return living.Find(d => d.Tasks.Intersect(wish.Tasks).Any()) is { } other
            ? DrawRefusals.Of("draw.task-in-other-draw", "R8", string.Join('、', other.Tasks.Intersect(wish.Tasks)), other.Number)
            : null;
    }

    private static Refusal AlreadyCommitted(Draw draw) => DrawRefusals.Of(
        "draw.already-committed", null, draw.OperatorName, draw.CommittedAt.InShanghai().ToString("yyyy-MM-dd HH:mm", null), draw.Attempt);

    private CommitRecord RecordOf(PreparedDraw draw, DrawWish wish, int attempt, Bytes32 secret, LogState state, Draw? former) => new()
    {
        DrawId = draw.Scope.Lead.Number,
        Attempt = attempt,
        Title = draw.Scope.Title(wish.Repeat),
        PlanRef = draw.Scope.Plan.Number,
        Kind = DrawKind.Both,
        Suite = Suite.Sha256.Name,
        Roster = draw.Roster.Commitment,
        Inspectors = draw.Inspectors.Commitment,
        Recusals = draw.Recusals.Commitment,
        Parts = draw.Parts,
        Batches = draw.Batches,
        Match = draw.Match,
        ServerCommit = CommitRecord.ServerCommitOf(Suite.Sha256, draw.Scope.Lead.Number, attempt, secret),
        Witnesses = [.. state.Witnesses.Select(w => new Witness(w.Name, w.Role)), .. wish.Guests.Select((role, i) => new Witness(GuestId(i), role.Trim()))],
        MinReveals = state.Head.Quorum,
        Beacon = null,
        RevealNotAfter = RecordTime.From(OpenBy(wish, draw.Scope)),
        PrevVoid = former?.VoidIndex is { } place ? Bytes32.Parse(state.Leaves[place].LeafHash) : null,
    };

    private static string GuestId(int index) => $"guest-{index + 1}";

    /// <summary>The end of that day in Asia/Shanghai.</summary>
    private static DateTimeOffset OpenBy(DrawWish wish, DrawScope scope) => new(
        (wish.Settings.OpenBy ?? scope.To.AddDays(DaysToOpen)).ToDateTime(new TimeOnly(15, 59, 59)), TimeSpan.Zero);

    private async Task WriteAsync(Actor actor, PreparedDraw draw, CommitRecord record, LogPen pen, byte[] box, CancellationToken stop)
    {
        var entries = new List<LogEntry>();
        if (RegisterTask.PlaceOf(pen.State, record.DrawId) is null)
        {
            entries.Add(RegisterTask.Entry(record.DrawId, record.PlanRef, clock));
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
            Operator = actor.Account,
            OperatorName = actor.Name,
            CommittedAt = clock.Now(),
            CommitIndex = index,
            SealedSecret = box,
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
            task.IsFrozen = true;
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
