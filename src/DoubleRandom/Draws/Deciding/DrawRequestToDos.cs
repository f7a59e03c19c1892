using DoubleRandom.Access;
using DoubleRandom.Decisions;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Deciding;

/// <summary>What waits in this module for whoever decides: requests that concern draws, also those of a head who has let the term pass.</summary>
internal sealed class DrawRequestToDos(SupervisionDb db, TimeProvider clock) : IToDoSource
{
    private static readonly Words Words = new(typeof(DrawRequestToDos));

    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default)
    {
        var draws = actor.DepartmentsFor(Right.ApproveDraws).ToList();
        var places = actor.DepartmentsFor(Right.ApproveSubstitution).ToList();
        var others = actor.DepartmentsFor(Right.Deputise).ToList();
        if (draws.Count + places.Count + others.Count == 0)
        {
            return [];
        }

        var today = clock.Today();
        var waiting = await db.DrawRequests.AsNoTracking()
            .Where(r => r.State == DecisionState.Asked && (r.AskedBy == null || r.AskedBy != actor.Account)
                && ((r.Kind == DrawRequestKind.Substitute ? places.Contains(r.Department) : draws.Contains(r.Department))
                    || (r.DecideBy < today && others.Contains(r.Department))))
            .Select(r => r.DecideBy).ToListAsync(stop);
        return
        [
            DecisionToDo.Of("draws.requests-to-decide", Words["to-decide"], waiting, "/draws/requests?state=Asked", today),
        ];
    }
}
