using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>A draw and its attempt.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Attempt">From 1.</param>
public sealed record DrawKey(string Number, int Attempt);

/// <summary>Freezes lists, quotas and rules and commits to a secret [承诺]: from here on nobody can change what is drawn from.</summary>
[PerRequest]
public sealed class CommitDraw(SupervisionDb db, DrawPreparation preparation, CommitWriter writing)
{
    /// <summary>
    /// Refused: no right; <c>draw.repeat-not-approved</c> when subjects may be drawn again this year (R8); <c>draw.approver-commits</c>; whatever the preview refuses; <c>draw.no-match</c>; <c>draw.already-committed</c>, also to the second of two clerks;
    /// <c>draw.former-not-opened</c>; <c>draw.changed-since-preview</c>; <c>draw.too-few-witnesses</c>; <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    /// <param name="actor">The operator.</param>
    /// <param name="wish">What is drawn.</param>
    /// <param name="stop">Stops the act; nothing is left half-written.</param>
    public async Task<Outcome<DrawKey>> RunAsync(Actor actor, DrawWish wish, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var number = wish.Tasks.Count == 0 ? "" : wish.Tasks[0];
        var approvedBy = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var task in wish.Repeat is null ? [] : wish.Tasks)
        {
            if (await RepeatDraw.ApprovalAsync(db, task, wish.Repeat!.Value, stop) is not { } approval)
            {
                return DrawRefusals.Of("draw.repeat-not-approved", "R8", task, DrawRefusals.Words.Gap("repeat." + wish.Repeat));
            }

            approvedBy.Add(approval.DecidedByName!);
        }

        if (actor.Account is { } own && await db.DrawRequests.AsNoTracking().FirstOrDefaultAsync(
            r => r.Attempt == 0 && r.State == DecisionState.Approved && r.DecidedBy == own && wish.Tasks.Contains(r.Draw)
                && (r.Kind == DrawRequestKind.LeaveOut || (r.Kind == DrawRequestKind.Repeat && wish.Repeat != null)), stop) is { } approved)
        {
            return DrawRefusals.Of("draw.approver-commits", null, approved.Draw);
        }

        var former = await db.Draws.AsNoTracking().Where(d => d.Number == number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop);
        if (await InTheWayAsync(wish, former, stop) is { } inTheWay)
        {
            return inTheWay;
        }

        var commitment = new Commitment(number, DrawKind.Both, wish.Repeat)
        {
            Former = former,
            Guests = wish.Guests,
            Beacon = wish.Beacon,
            OpenBy = wish.Settings.OpenBy,
            Seen = wish.Seen,
            Act = new Act("draw.committed") { Reason = wish.Repeat is null ? null : $"{wish.Repeat}; {string.Join(", ", approvedBy)}" },
        };
        return await writing.RunAsync(actor, commitment, salts => preparation.RunAsync(wish, salts, stop), stop);
    }

    internal static string SecretPurpose(string number, int attempt) => $"server-secret/{number}/{attempt}";

    private async Task<Refusal?> InTheWayAsync(DrawWish wish, Draw? former, CancellationToken stop)
    {
        if (former is { State: not DrawState.Voided })
        {
            return CommitWriter.AlreadyCommitted(former);
        }

        if (former is { OpenedIndex: null })
        {
            return DrawRefusals.Of("draw.former-not-opened", null, former.Attempt);
        }

        var living = await db.Draws.AsNoTracking().Where(d => d.State != DrawState.Voided).ToListAsync(stop);
        return living.Find(d => d.Tasks.Intersect(wish.Tasks).Any()) switch
        {
            null => null,
            var other when other.Number == wish.Tasks[0] => CommitWriter.AlreadyCommitted(other), // since the look above
            var other => DrawRefusals.Of("draw.task-in-other-draw", "R8", string.Join('、', other.Tasks.Intersect(wish.Tasks)), other.Number),
        };
    }
}
