using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>
/// Adds a task to a plan [新增任务]: a department for what it leads while the plan is a draft, the office always. Into a published
/// plan it is an adjustment during the year (R6) and asks for a reason.
/// </summary>
[PerRequest]
public sealed class AddTask(SupervisionDb db, TaskRules rules, TimeProvider clock)
{
    /// <summary>
    /// The task's number; a form sent twice brings the same <paramref name="form"/> and gets the same number. Refused: no right,
    /// <c>plan.no-such</c>, <c>plan.published-fixed</c>, <c>reason.missing</c>, every <c>task.*</c> of <see cref="TaskRules"/>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string planNumber, TaskDraft draft, string? reason = null, Guid? form = null, CancellationToken stop = default)
    {
        if ((draft.Lead is { Code.Length: > 0 } lead ? actor.Refuse(Right.EditPlans, lead) : actor.Refuse(Right.EditPlans)) is { } no)
        {
            return no;
        }

        draft = draft.Tidy();

        if (await db.Plans.FirstOrDefaultAsync(p => p.Number == planNumber, stop) is not { } plan)
        {
            return PlanRefusals.NoSuchPlan(planNumber);
        }

        var id = Id<PlanTask>.Of(form, clock);
        if (await AddedAsync(id, draft, stop) is { } added)
        {
            return added;
        }

        var isAdjustment = plan.State == PlanState.Published;
        if (isAdjustment && !actor.May(Right.PublishPlans))
        {
            return PlanRefusals.Words.Refuse("plan.published-fixed", "R6", plan.Name);
        }

        var faults = await rules.CheckAsync(plan, draft, isForPublication: isAdjustment, stop);
        if (Refusal.Of([.. faults, .. isAdjustment && Reason.Unfit(reason) is { } noReason ? [noReason] : Array.Empty<Refusal>()]) is { } wrong)
        {
            return wrong;
        }

        var number = await PlanNumbers.OfTaskAsync(db, actor.Jurisdiction, clock.Today(), stop);
        if (number.Refused(out var usedUp))
        {
            return usedUp;
        }

        if (!isAdjustment)
        {
            db.Touch(plan);
        }

        db.Add(New(id, plan, number.Value, draft, isAdjustment));
        var act = isAdjustment ? new Act("task.added-in-year") { Reason = reason!.Trim() } : new Act("task.added");
        if (await db.CommitAsync(actor, act, stop) is not { } refusal)
        {
            return number;
        }

        return await AddedAsync(id, draft, stop) is { } twin ? twin : refusal;
    }

    private Task<string?> AddedAsync(Id<PlanTask> id, TaskDraft draft, CancellationToken stop) =>
        db.Tasks.Where(t => t.Id == id && t.Name == draft.Name).Select(t => t.Number).FirstOrDefaultAsync(stop);

    private static PlanTask New(Id<PlanTask> id, AnnualPlan plan, string number, TaskDraft draft, bool isAdjustment) => new()
    {
        Jurisdiction = plan.Jurisdiction,
        Id = id,
        Plan = plan.Id,
        Number = number,
        Says = draft,
        IsAdjustment = isAdjustment,
    };
}
