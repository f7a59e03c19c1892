using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>The office publishes the annual plan [公布计划, R9]: every task is checked again, with all eight obligatory fields (R7).</summary>
[PerRequest]
public sealed class PublishPlan(SupervisionDb db, TaskRules rules, TimeProvider clock)
{
    /// <summary>
    /// The plan's number; the note (who decided, which document) goes into the trail. <paramref name="seen"/> is the version of the plan
    /// that was looked at: every act on a draft's tasks moves it. Refused: no right, <c>plan.no-such</c>, <c>plan.already-published</c>,
    /// <c>row.changed-meanwhile</c>, <c>plan.no-tasks</c>, and every fault of every task, each named by its task.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, Guid seen, string? note = null, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.PublishPlans) is { } no)
        {
            return no;
        }

        if (await db.Plans.FirstOrDefaultAsync(p => p.Number == number, stop) is not { } plan)
        {
            return PlanRefusals.NoSuchPlan(number);
        }

        if ((plan.State == PlanState.Published
            ? PlanRefusals.Words.Refuse("plan.already-published", "R6", plan.Name, plan.PublishedOn)
            : await db.StaleAsync(plan, seen, stop) ?? Refusal.Of(await FaultsAsync(plan, stop))) is { } wrong)
        {
            return wrong;
        }

        plan.Publish(clock.Today());
        return await db.CommitAsync(actor, new Act("plan.published") { Reason = note?.Trim() }, stop) is { } refusal ? refusal : number;
    }

    /// <summary>What still stands against publication, each fault named by its task; empty when the plan can be published.</summary>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(AnnualPlan plan, CancellationToken stop = default)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.Plan == plan.Id).OrderBy(t => t.Number).ToListAsync(stop);
        if (tasks.Count == 0)
        {
            return [PlanRefusals.Words.Refuse("plan.no-tasks", "R7", plan.Name)];
        }

        List<Refusal> faults = [];
        foreach (var task in tasks)
        {
            var ofTask = await rules.CheckAsync(plan, TaskDraft.Of(task), isForPublication: true, stop);
            faults.AddRange(ofTask.Select(fault => fault with
            {
                Because = PlanRefusals.Words.InChinese("task.in-plan", task.Name, fault.Because),
                InEnglish = PlanRefusals.Words.InEnglish("task.in-plan", task.Name, fault.InEnglish),
                Field = null,
            }));
        }

        return faults;
    }
}
