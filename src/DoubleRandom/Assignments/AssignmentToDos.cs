using DoubleRandom.Access;
using DoubleRandom.Decisions;
using DoubleRandom.Draws;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>What waits in this module: draws whose names are to be released, substitutions to be decided.</summary>
internal sealed class AssignmentToDos(SupervisionDb db, TimeProvider clock) : IToDoSource
{
    private static readonly Words Words = new(typeof(AssignmentToDos));

    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default)
    {
        var todos = new List<ToDo>();
        if (actor.May(Right.ReleaseVisits))
        {
            var draws = await db.DrawnSubjects.Where(d => d.Jurisdiction == actor.Jurisdiction && d.Bundle != null && !d.IsReplaced
                && !db.Draws.Any(a => a.Number == d.Draw && a.Attempt == d.Attempt && (a.State == DrawState.Voided || a.VoidDecidedAt != null))
                && !db.Visits.Any(v => v.Draw == d.Draw && v.Attempt == d.Attempt && v.Subject == d.Subject))
                .Select(d => d.Draw).Distinct().CountAsync(stop);
            todos.Add(new("visits.to-release", Words["to-release"], draws, "/visits/release"));
        }

        var own = actor.DepartmentsFor(Right.ApproveSubstitution).ToList();
        var others = actor.DepartmentsFor(Right.Deputise).ToList();
        if (own.Count + others.Count > 0)
        {
            var today = clock.Today();
            var waiting = await db.SubstitutionRequests.AsNoTracking()
                .Where(r => r.State == DecisionState.Asked && (r.AskedBy == null || r.AskedBy != actor.Account)
                    && db.VisitMembers.Any(m => m.Visit == r.Visit && m.Slot == r.Slot
                        && (own.Contains(m.Department) || (r.DecideBy < today && others.Contains(m.Department)))))
                .Select(r => r.DecideBy).ToListAsync(stop);
            todos.Add(DecisionToDo.Of("substitutions.to-decide", Words["to-decide"], waiting, "/substitutions?state=Asked", today));
        }

        return todos;
    }
}
