using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>Changes a task of a plan that is not published [修改任务].</summary>
[PerRequest]
public sealed class ChangeTask(SupervisionDb db, TaskRules rules)
{
    /// <summary>
    /// The task's number. <paramref name="seen"/> is the version the form was filled from. Refused: no right for the former or the new
    /// lead, <c>task.no-such</c>, <c>plan.published-fixed</c>, <c>row.changed-meanwhile</c>, every <c>task.*</c> of <see cref="TaskRules"/>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, TaskDraft draft, Guid seen, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditPlans) is { } no)
        {
            return no;
        }

        draft = draft.Tidy();

        if (await db.Tasks.FirstOrDefaultAsync(t => t.Number == number, stop) is not { } task)
        {
            return PlanRefusals.NoSuchTask(number);
        }

        if ((actor.Refuse(Right.EditPlans, task.Lead) ?? (draft.Lead is { Code.Length: > 0 } lead ? actor.Refuse(Right.EditPlans, lead) : null)) is { } foreign)
        {
            return foreign;
        }

        var plan = await db.Plans.FirstAsync(p => p.Id == task.Plan, stop);
        if (plan.State == PlanState.Published)
        {
            return PlanRefusals.Words.Refuse("plan.published-fixed", "R6", plan.Name);
        }

        if ((await db.StaleAsync(task, seen, stop) ?? Refusal.Of(await rules.CheckAsync(plan, draft, isForPublication: false, stop))) is { } wrong)
        {
            return wrong;
        }

        task.Take(draft);
        db.Touch(plan);
        return await db.CommitAsync(actor, new Act("task.changed"), stop) is { } refusal ? refusal : number;
    }
}
