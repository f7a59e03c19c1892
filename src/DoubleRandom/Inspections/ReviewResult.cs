using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>
/// The second person's decision on a submitted result [审核检查结果]: a reviewer of the leading department who neither wrote on
/// it nor was on the team. Approval publishes at once (R16); a return names its reason.
/// </summary>
[PerRequest]
public sealed class ReviewResult(SupervisionDb db, Publishing publishing, TimeProvider clock)
{
    /// <summary>Sends the result back. Refused: no right, own hand, on the team, not in review, reason missing, changed meanwhile.</summary>
    public async Task<Refusal?> ReturnAsync(Actor actor, Id<Visit> id, Guid seen, string? reason, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, seen, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        if (Reason.Unfit(reason) is { } missing)
        {
            return missing;
        }

        var (visit, result) = found;
        visit.Return();
        result.Return(reason!.Trim(), actor.Name, clock.Now());
        return await db.CommitAsync(actor, new Act("result.returned") { Reason = reason.Trim() }, stop);
    }

    /// <summary>Approves the result: it is public from this moment. Refused: no right, own hand, on the team, not in review, changed meanwhile, <c>log.…</c>.</summary>
    public async Task<Refusal?> ApproveAsync(Actor actor, Id<Visit> id, Guid seen, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, seen, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var opened = await publishing.OpenAsync(actor, stop);
        if (opened.Refused(out no))
        {
            return no;
        }

        await using var log = opened.Value;
        var (visit, result) = found;
        visit.Publish();
        result.Approve(actor.Name, clock.Now());
        var edition = new ResultEdition
        {
            Jurisdiction = visit.Jurisdiction,
            Visit = visit.Id,
            Edition = 1,
            Sheet = result.Sheet,
            Representative = result.Representative,
            WrittenBy = result.SubmittedBy!,
            ApprovedBy = actor.Name,
            ApprovedAt = clock.Now(),
        };
        var rows = await publishing.AddAsync(visit, edition, stop);
        await publishing.CompleteTasksAsync(visit, stop);
        return await Publishing.CommitAsync(log, new Act("result.published"), visit, edition, rows, stop);
    }

    private async Task<Outcome<(Visit Visit, InspectionResult Result)>> FindAsync(Actor actor, Id<Visit> id, Guid seen, CancellationToken stop)
    {
        if ((await db.ToReviewAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        if (found.Visit.State != VisitState.AwaitingReview)
        {
            return InspectionRefusals.WrongState("result.not-in-review", found.Visit.State);
        }

        var result = await db.InspectionResults.SingleAsync(r => r.Visit == id, stop);
        if (result.Hands.Contains(actor.Hand()))
        {
            return InspectionRefusals.OwnHand();
        }

        return await db.StaleAsync(result, seen, stop) is { } stale ? stale : (found.Visit, result);
    }
}
