using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>A replacement that is wanted.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Part">Number of the task that drew it.</param>
/// <param name="Subject">Code of the drawn subject.</param>
/// <param name="Reason">A reason that the plan lists.</param>
/// <param name="Evidence">SHA-256 of the evidence, 64 hex digits.</param>
public sealed record Replacement(string Number, string Part, string Subject, string Reason, string Evidence);

/// <summary>
/// Puts the next subject of the order in the place of a drawn one [替换]. Rare: a closed or unreachable business stays drawn and gets that
/// result. The replaced one stays in the record.
/// </summary>
[PerRequest]
public sealed class ReplaceSubject(SupervisionDb db, DrawChanging changing, ExtendDraw extending, IEnumerable<IReplacementFollower> followers)
{
    /// <summary>
    /// Code of the subject that stands in. Refused: no right, approval, <c>draw.reason</c>, <c>draw.evidence</c>, <c>draw.not-sealed</c>,
    /// <c>draw.no-replacement</c> and <c>draw.reason-not-listed</c> (only what the published plan lists), <c>draw.not-drawn</c>,
    /// <c>draw.later-subject</c>, <c>draw.needs-cosignatures</c>, <c>draw.nobody-follows</c>, or by a later module when the visit is under way.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, Replacement wish, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? DrawRefusals.Unfit(wish.Reason)) is { } no)
        {
            return no;
        }

        if (!Bytes32.TryParse(wish.Evidence, out var evidence))
        {
            return DrawRefusals.Of("draw.evidence", null).At(nameof(wish.Evidence));
        }

        if (await UnlistedAsync(wish, stop) is { } unlisted)
        {
            return unlisted;
        }

        var begun = await changing.BeginAsync(actor, wish.Number, approver, Right.ApproveDraws, stop);
        if (begun.Refused(out no))
        {
            return no;
        }

        var (open, replayed) = begun.Value;
        if ((await FindAsync(open, replayed, wish, stop)).Refused(out no, out var found))
        {
            return no;
        }

        var (drawn, stratum, commitment) = found;
        var part = open.Commit.Parts.First(p => p.Id == wish.Part);
        if (DrawChanging.Left(open, part, stratum) < 1)
        {
            return DrawRefusals.Of("draw.nobody-follows", null).At(nameof(wish.Subject));
        }

        var entry = new DrawReplace(wish.Part, stratum, commitment, wish.Reason.Trim(), evidence, DrawChanging.Approval(actor, approver!));
        if (!replayed.Ledger.Replace(open.Pen.State.Head.Size, entry).Is(out var added, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        var held = drawn.MatchedBy is null ? drawn : await db.DrawnSubjects
            .Where(d => d.Draw == drawn.MatchedBy && d.Subject == drawn.Subject).OrderByDescending(d => d.Attempt).FirstAsync(stop);
        var leaving = new LeavingSubject(held.Draw, held.Attempt, held.Subject, entry.Reason, part.Id, part.Items);
        foreach (var follower in followers)
        {
            if (await follower.FollowAsync(actor, leaving, stop) is { } underWay)
            {
                return underWay;
            }
        }

        var index = open.Pen.State.Head.Size;
        drawn.LeavePart(part, index);
        if (held != drawn)
        {
            held.LeavePart(part, index);
        }

        changing.Write(open, entry, entry.Reason, entry.Approval, added.Added, []);
        if (await extending.AddSubjectsAsync(actor, open, replayed, part, added.Added, stop) is { } busy)
        {
            return busy;
        }

        return await db.CommitAsync(actor, new Act("draw.subject-replaced") { Reason = entry.Reason }, stop) is { } lost ? lost : added.Added[0];
    }

    /// <summary>Only for cases that the published plan lists; most plans list none.</summary>
    private async Task<Refusal?> UnlistedAsync(Replacement wish, CancellationToken stop)
    {
        var plan = await db.Draws.AsNoTracking().Where(d => d.Number == wish.Number)
            .Join(db.Plans, d => d.PlanNumber, p => p.Number, (_, p) => p).FirstOrDefaultAsync(stop);
        return plan switch
        {
            null => null,
            { Replacements.Count: 0 } => DrawRefusals.Of("draw.no-replacement", null, plan.Number).At(nameof(wish.Reason)),
            _ when plan.Replacements.Contains(wish.Reason.Trim()) => null,
            _ => DrawRefusals.Of("draw.reason-not-listed", null, wish.Reason.Trim(), plan.Number, string.Join('；', plan.Replacements)).At(nameof(wish.Reason)),
        };
    }

    /// <summary>The row, its stratum in the part and its sealed commitment. What was drawn for several tasks is replaced task by task.</summary>
    private async Task<Outcome<(DrawnSubject Drawn, string Stratum, Bytes32 Commitment)>> FindAsync(
        OpenCeremony open, Replayed replayed, Replacement wish, CancellationToken stop)
    {
        var drawn = await db.DrawnSubjects.SingleOrDefaultAsync(
            d => d.Draw == open.Draw.Number && d.Attempt == open.Draw.Attempt && d.SubjectCode == wish.Subject, stop);
        if (replayed.Outcome.Result.Selected.FirstOrDefault(s => s.Id == wish.Subject) is not { } selected)
        {
            return DrawRefusals.Of(drawn is null ? "draw.not-drawn" : "draw.later-subject", null, wish.Subject, wish.Part).At(nameof(wish.Subject));
        }

        var commitment = replayed.Outcome.SubjectOpenings.InOrder.First(o => o.SubjectOrBundle == wish.Subject).Commitment;
        var rank = selected.Parts.FirstOrDefault(p => p.Part == wish.Part);
        var isReplaced = open.Changes.Select(c => open.Pen.State.EntryAt(c.Index).Body).OfType<DrawReplace>()
            .Any(r => r.Part == wish.Part && r.Replaces == commitment);
        return drawn is null || rank is null || isReplaced
            ? DrawRefusals.Of("draw.not-drawn", null, wish.Subject, wish.Part).At(nameof(wish.Subject))
            : (drawn, rank.Stratum, commitment);
    }
}
