using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>Adds a copy of a task to the same or another plan [复制任务]; its days move to that plan's year.</summary>
[PerRequest]
public sealed class CopyTask(SupervisionDb db, AddTask add)
{
    /// <summary>The copy's number, the same one for a form sent twice. Refused: <c>task.no-such</c>, <c>plan.no-such</c>, and whatever <see cref="AddTask"/> refuses.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, string planNumber, string? reason = null, Guid? form = null, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditPlans) is { } no)
        {
            return no;
        }

        if (await db.Tasks.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number, stop) is not { } task)
        {
            return PlanRefusals.NoSuchTask(number);
        }

        if (await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Number == planNumber, stop) is not { } plan)
        {
            return PlanRefusals.NoSuchPlan(planNumber);
        }

        var draft = TaskDraft.Of(task) with
        {
            Name = PlanWords.Words.Say("copy", task.Name),
            From = task.From.AddYears(plan.Year - task.From.Year),
            To = task.To.AddYears(plan.Year - task.To.Year),
        };
        return await add.RunAsync(actor, planNumber, draft, reason, form, stop);
    }
}
