using DoubleRandom.Access;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans.Reading;

/// <summary>What waits in this module: plans to be finished and published. Tasks to be drawn are the draw's to tell.</summary>
internal sealed class PlanToDos(SupervisionDb db) : IToDoSource
{
    private static readonly Words Words = new(typeof(PlanToDos));

    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default) => actor.May(Right.PublishPlans)
        ? [new("plans.to-publish", Words["plans.to-publish"], await db.Plans.CountAsync(p => p.State == PlanState.Draft, stop), "/plans?state=Draft")]
        : [];
}
