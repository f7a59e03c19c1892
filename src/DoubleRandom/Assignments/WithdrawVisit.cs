using DoubleRandom.Access;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>
/// Takes back the visit of a subject that is replaced [撤回检查任务], with the reason. Never one whose result was submitted: what was inspected
/// stands.
/// </summary>
internal sealed class WithdrawVisit(SupervisionDb db) : IReplacementFollower
{
    public async Task<Refusal?> FollowAsync(Actor actor, LeavingSubject leaving, CancellationToken stop = default)
    {
        var visit = await db.Visits.FirstOrDefaultAsync(
            v => v.Jurisdiction == actor.Jurisdiction && v.Draw == leaving.Draw && v.Attempt == leaving.Attempt && v.Subject == leaving.Subject, stop);
        if (visit is null or { State: VisitState.Withdrawn })
        {
            return null;
        }

        if (visit.State is not (VisitState.Pending or VisitState.Draft))
        {
            return AssignmentRefusals.ResultSubmitted(visit.State);
        }

        visit.Withdraw(leaving.Reason);
        return null;
    }
}
