using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>The office takes a task out of a published plan before its draw [撤回任务, R6]; number and reason stay readable.</summary>
[PerRequest]
public sealed class WithdrawTask(SupervisionDb db)
{
    /// <summary>The task's number. Refused: no right, <c>task.no-such</c>, <c>task.draft-withdraw</c>, <c>task.already-drawn</c>, <c>task.already-withdrawn</c>, <c>reason.missing</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, string reason, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishPlans) is { } no)
        {
            return no;
        }

        if (await db.Tasks.FirstOrDefaultAsync(t => t.Number == number, stop) is not { } task)
        {
            return PlanRefusals.NoSuchTask(number);
        }

        var isDraft = await db.Plans.AnyAsync(p => p.Id == task.Plan && p.State == PlanState.Draft, stop);
        var code = (task.State, isDraft) switch
        {
            (TaskState.Withdrawn, _) => "task.already-withdrawn",
            (TaskState.Drawn or TaskState.Completed, _) => "task.already-drawn",
            (_, true) => "task.draft-withdraw",
            _ when task.IsFrozen => "task.already-drawn",
            _ => null,
        };
        if (code is not null)
        {
            return PlanRefusals.Words.Refuse(code, "R6", task.Name);
        }

        if (Reason.Unfit(reason) is { } missing)
        {
            return missing;
        }

        task.Withdraw(reason.Trim());
        return await db.CommitAsync(actor, new Act("task.withdrawn") { Reason = reason.Trim() }, stop) is { } refusal ? refusal : number;
    }
}
