using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>Removes a task from a plan that is not published [删除任务].</summary>
[PerRequest]
public sealed class RemoveTask(SupervisionDb db)
{
    /// <summary>The plan's number; the note goes into the trail. Refused: no right, <c>task.no-such</c>, <c>task.not-draft</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, string? note = null, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditPlans) is { } no)
        {
            return no;
        }

        if (await db.Tasks.FirstOrDefaultAsync(t => t.Number == number, stop) is not { } task)
        {
            return PlanRefusals.NoSuchTask(number);
        }

        if (actor.Refuse(Right.EditPlans, task.Lead) is { } foreign)
        {
            return foreign;
        }

        var plan = await db.Plans.FirstAsync(p => p.Id == task.Plan, stop);
        if (plan.State == PlanState.Published)
        {
            return PlanRefusals.Words.Refuse("task.not-draft", "R6", task.Name);
        }

        db.Remove(task);
        db.Touch(plan);
        return await db.CommitAsync(actor, new Act("task.removed") { Reason = note?.Trim() }, stop) is { } refusal ? refusal : plan.Number;
    }
}
