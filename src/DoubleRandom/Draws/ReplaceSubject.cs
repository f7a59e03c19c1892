using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

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
public sealed class ReplaceSubject(SupervisionDb db, DrawChanging changing, ExtendDraw extending)
{
    /// <summary>
    /// Code of the subject that stands in. Refused: no right, approval, <c>draw.reason</c>, <c>draw.evidence</c>, <c>draw.not-sealed</c>,
    /// <c>draw.not-drawn</c>, <c>draw.needs-cosignatures</c>, <c>record.extend.past-last</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, Replacement wish, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? VoidDraw.Unfit(wish.Reason)) is { } no)
        {
            return no;
        }

        if (!Bytes32.TryParse(wish.Evidence, out var evidence))
        {
            return DrawRefusals.Of("draw.evidence", null).At(nameof(wish.Evidence));
        }

        var begun = await changing.BeginAsync(actor, wish.Number, approver, Right.ApproveDraws, stop);
        if (begun.Refused(out no))
        {
            return no;
        }

        var (open, replayed) = begun.Value;
        var rank = replayed.Outcome.Result.Selected.FirstOrDefault(s => s.Id == wish.Subject)?.Parts.FirstOrDefault(p => p.Part == wish.Part);
        var drawn = await db.DrawnSubjects.SingleOrDefaultAsync(
            d => d.Draw == open.Draw.Number && d.Attempt == open.Draw.Attempt && d.SubjectCode == wish.Subject, stop);
        if (rank is null || drawn is null or { IsReplaced: true })
        {
            return DrawRefusals.Of("draw.not-drawn", null, wish.Subject, wish.Part);
        }

        var old = replayed.Outcome.SubjectOpenings.InOrder.First(o => o.SubjectOrBundle == wish.Subject);
        var entry = new DrawReplace(wish.Part, rank.Stratum, old.Commitment, wish.Reason.Trim(), evidence, DrawChanging.Approval(actor, approver!));
        if (!replayed.Ledger.Replace(open.Pen.State.Head.Size, entry).Is(out var added, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        changing.Write(open, entry, entry.Reason, entry.Approval, added.Added, []);
        drawn.IsReplaced = true;
        await extending.AddSubjectsAsync(open, replayed, open.Commit.Parts.First(p => p.Id == wish.Part), added.Added, stop);
        return await db.CommitAsync(actor, new Act("draw.subject-replaced") { Reason = entry.Reason }, stop) is { } lost ? lost : added.Added[0];
    }
}
