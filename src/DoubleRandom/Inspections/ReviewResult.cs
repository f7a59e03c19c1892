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
public sealed class ReviewResult(SupervisionDb db, Publishing publishing, TimeProvider clock)
{
    private const int MostLooks = 5;

    /// <summary>Sends the result back. Refused: no right, own hand, on the team, not in review, reason missing, changed meanwhile.</summary>
    public async Task<Refusal?> ReturnAsync(Actor actor, Id<Visit> id, Guid seen, string? reason, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, seen, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        if (AssignmentRefusals.Check(reason, "Reason") is { } missing)
        {
            return missing;
        }

        var (visit, result) = found;
        visit.State = VisitState.Returned;
        (result.ReturnReason, result.ReviewedBy, result.ReviewedAt) = (reason!.Trim(), actor.Name, clock.Now());
        return await db.CommitAsync(actor, new Act("result.returned") { Reason = reason.Trim() }, stop);
    }

    /// <summary>Approves the result: it is public from this moment. Refused: no right, own hand, on the team, not in review, changed meanwhile.</summary>
    public async Task<Refusal?> ApproveAsync(Actor actor, Id<Visit> id, Guid seen, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, seen, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var (visit, result) = found;
        visit.State = VisitState.Published;
        (result.ReturnReason, result.ReviewedBy, result.ReviewedAt, result.Edition) = (null, actor.Name, clock.Now(), 1);
        await publishing.AddAsync(visit, new ResultEdition
        {
            Jurisdiction = visit.Jurisdiction,
            Visit = visit.Id,
            Edition = 1,
            Sheet = result.Sheet,
            Representative = result.Representative,
            WrittenBy = result.SubmittedBy!,
            ApprovedBy = actor.Name,
            ApprovedAt = clock.Now(),
        }, stop);
        await publishing.CompleteTasksAsync(visit, stop);
        if (await db.CommitAsync(actor, new Act("result.published"), stop) is { } lost)
        {
            return lost;
        }

        // Two last results approved at the same moment each saw the other open: look once more. The result is public by now, whatever
        // becomes of this look; who loses the race for the task looks again and mostly finds it completed.
        for (var looks = 0; looks < MostLooks && await publishing.CompleteTasksAsync(visit, stop); looks++)
        {
            if (await db.CommitAsync(actor, new Act("task.completed"), stop) is null)
            {
                break;
            }
        }

        return null;
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
