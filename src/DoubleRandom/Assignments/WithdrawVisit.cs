using DoubleRandom.Access;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>
/// Takes back the visit of a subject that is replaced [撤回检查任务], with the reason; where another task still wants it inspected, only the
/// items of the one it leaves. Never one whose result was submitted: what was inspected stands.
/// </summary>
internal sealed class WithdrawVisit(SupervisionDb db) : IReplacementFollower
{
    public async Task<Refusal?> FollowAsync(Actor actor, LeavingSubject leaving, CancellationToken stop = default)
    {
        var visit = await db.Visits.FirstOrDefaultAsync(
            v => v.Jurisdiction == actor.Jurisdiction && v.Draw == leaving.Draw && v.Attempt == leaving.Attempt && v.Subject == leaving.Subject
                && v.State != VisitState.Withdrawn, stop);
        if (visit is null)
        {
            return null;
        }

        if (visit.State is not (VisitState.Pending or VisitState.Draft))
        {
            return AssignmentRefusals.ResultSubmitted(visit.State);
        }

        if (leaving.Task is { } task && visit.Tasks.Exists(t => t != task))
        {
            visit.Leave(task, leaving.Items);
        }
        else
        {
            visit.Withdraw(leaving.Reason);
        }

        return null;
    }
}
