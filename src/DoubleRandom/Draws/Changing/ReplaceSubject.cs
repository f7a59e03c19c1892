using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>
/// Puts the next subject of the order in the place of a drawn one [替换]. Rare: a closed or unreachable business stays drawn and gets that
/// result. The replaced one stays in the record.
/// </summary>
[PerRequest]
internal sealed class ReplaceSubject(
    SupervisionDb db, DrawChanging changing, ExtendDraw extending, IEnumerable<IReplacementFollower> followers, TimeProvider clock) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.Replace;

    /// <inheritdoc />
    /// <remarks>
    /// Refused: as <see cref="ConcernedDraw.SealedAsync"/>, <c>draw.evidence</c>, <c>draw.no-replacement</c> and <c>draw.reason-not-listed</c> (only what the
    /// published plan lists), <c>draw.not-drawn</c>.
    /// </remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        if ((await db.SealedAsync(wanted.Draw, stop)).Refused(out var no, out var concerned)
            || (no = Bytes32.TryParse(wanted.Evidence, out _) ? null : DrawRefusals.Of("draw.evidence", null).At(nameof(wanted.Evidence))) is not null
            || (no = await UnlistedAsync((Draw)concerned.Row, wanted.Reason, stop)) is not null)
        {
            return no;
        }

        var drawn = await db.DrawnSubjects.AsNoTracking().FirstOrDefaultAsync(
            d => d.Draw == wanted.Draw && d.Attempt == concerned.Attempt && d.SubjectCode == wanted.SubjectCode && !d.IsReplaced, stop);
        return drawn?.Tasks.Contains(wanted.Part ?? "") == true
            ? concerned with { Department = await db.Tasks.Where(t => t.Number == wanted.Part).Select(t => t.Lead).SingleAsync(stop) }
            : DrawRefusals.Of("draw.not-drawn", null, wanted.SubjectCode, wanted.Part).At("Subject");
    }

    /// <inheritdoc />
    /// <remarks>
    /// Refused: <c>draw.not-sealed</c>, <c>draw.needs-cosignatures</c>, what asking refuses, <c>draw.later-subject</c>, <c>draw.nobody-follows</c>, or by a later
    /// module when the visit is under way.
    /// </remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        if ((await changing.BeginAsync(decider, request, stop)).Refused(out var no, out var begun)
            || (no = await UnlistedAsync(begun.Open.Draw, request.Reason, stop)) is not null)
        {
            return no;
        }

        var (open, replayed) = begun;
        if ((await FindAsync(open, replayed, request, stop)).Refused(out no, out var found))
        {
            return no;
        }

        var (drawn, stratum, commitment) = found;
        var part = open.Commit.Parts.First(p => p.Id == request.Part);
        if (await changing.LeftAsync(open.Draw, part.Id, stratum, stop) is null or < 1)
        {
            return DrawRefusals.Of("draw.nobody-follows", null);
        }

        request.Approve(decider, clock.Now());
        var entry = new DrawReplace(part.Id, stratum, commitment, request.Reason, Bytes32.Parse(request.Evidence!), request.Approval);
        if (!replayed.Ledger.Replace(open.Pen.State.Head.Size, entry).Is(out var added, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        if (await LeaveAsync(decider, drawn, part, entry.Reason, open.Pen.State.Head.Size, stop) is { } underWay)
        {
            return underWay;
        }

        changing.Write(open, entry, entry.Reason, entry.Approval, added.Added, []);
        return await extending.AddSubjectsAsync(decider, open, replayed, part, added.Added, stop)
            ?? await db.CommitAsync(decider, new Act("draw.subject-replaced") { Reason = entry.Reason }, stop);
    }

    /// <summary>Takes the subject out of the task, in the draw and in the second stage that may hold it; refused by who has begun its visit.</summary>
    private async Task<Refusal?> LeaveAsync(Actor decider, DrawnSubject drawn, Part part, string reason, int index, CancellationToken stop)
    {
        var held = drawn.MatchedBy is null ? drawn : await db.DrawnSubjects
            .Where(d => d.Draw == drawn.MatchedBy && d.Subject == drawn.Subject).OrderByDescending(d => d.Attempt).FirstAsync(stop);
        var leaving = new LeavingSubject(held.Draw, held.Attempt, held.Subject, reason, part.Id, part.Items);
        foreach (var follower in followers)
        {
            if (await follower.FollowAsync(decider, leaving, stop) is { } underWay)
            {
                return underWay;
            }
        }

        drawn.LeavePart(part, index);
        if (held != drawn)
        {
            held.LeavePart(part, index);
        }

        return null;
    }

    /// <summary>Only for cases that the published plan lists; most plans list none.</summary>
    private async Task<Refusal?> UnlistedAsync(Draw draw, string reason, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Number == draw.PlanNumber, stop);
        return plan switch
        {
            null => null,
            { Replacements.Count: 0 } => DrawRefusals.Of("draw.no-replacement", null, plan.Number).At("Reason"),
            _ when plan.Replacements.Contains(reason.Trim()) => null,
            _ => DrawRefusals.Of("draw.reason-not-listed", null, reason.Trim(), plan.Number, string.Join('；', plan.Replacements)).At("Reason"),
        };
    }

    /// <summary>The row, its stratum in the part and its sealed commitment. What was drawn for several tasks is replaced task by task.</summary>
    private async Task<Outcome<(DrawnSubject Drawn, string Stratum, Bytes32 Commitment)>> FindAsync(
        OpenCeremony open, Replayed replayed, DrawRequest request, CancellationToken stop)
    {
        var drawn = await db.DrawnSubjects.SingleOrDefaultAsync(
            d => d.Draw == open.Draw.Number && d.Attempt == open.Draw.Attempt && d.SubjectCode == request.SubjectCode, stop);
        if (replayed.Outcome.Result.Selected.FirstOrDefault(s => s.Id == request.SubjectCode) is not { } selected)
        {
            return DrawRefusals.Of(drawn is null ? "draw.not-drawn" : "draw.later-subject", null, request.SubjectCode, request.Part).At("Subject");
        }

        var commitment = replayed.Outcome.SubjectOpenings.InOrder.First(o => o.SubjectOrBundle == request.SubjectCode).Commitment;
        var rank = selected.Parts.FirstOrDefault(p => p.Part == request.Part);
        var isReplaced = open.Changes.Select(c => open.Pen.State.EntryAt(c.Index).Body).OfType<DrawReplace>()
            .Any(r => r.Part == request.Part && r.Replaces == commitment);
        return drawn is null || rank is null || isReplaced
            ? DrawRefusals.Of("draw.not-drawn", null, request.SubjectCode, request.Part).At("Subject")
            : (drawn, rank.Stratum, commitment);
    }
}
