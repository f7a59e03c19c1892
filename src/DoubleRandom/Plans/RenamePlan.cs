using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>The office changes name and cases of replacement of a plan that is not published [修改计划].</summary>
[PerRequest]
public sealed class RenamePlan(SupervisionDb db)
{
    /// <summary>The plan's number. Refused: no right, <c>plan.no-such</c>, <c>plan.already-published</c>, <c>plan.name-missing</c>, <c>plan.replacements</c>, <c>row.changed-meanwhile</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, string name, Guid seen, string? replacements = null, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishPlans) is { } no)
        {
            return no;
        }

        if (await db.Plans.FirstOrDefaultAsync(p => p.Number == number, stop) is not { } plan)
        {
            return PlanRefusals.NoSuchPlan(number);
        }

        if (plan.State == PlanState.Published)
        {
            return PlanRefusals.Words.Refuse("plan.already-published", "R6", plan.Name, plan.PublishedOn);
        }

        if (Refusal.Of([.. PlanTexts.Faults(name, replacements)]) is { } unfit)
        {
            return unfit;
        }

        if (await db.StaleAsync(plan, seen, stop) is { } stale)
        {
            return stale;
        }

        plan.Rename(name.Trim(), PlanTexts.Lines(replacements));
        return await db.CommitAsync(actor, new Act("plan.renamed"), stop) is { } refusal ? refusal : number;
    }
}
