using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using DoubleRandom.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>What waits in this module: visits of one's own, results to publish in time, results and corrections to review.</summary>
internal sealed class InspectionToDos(SupervisionDb db, CalendarReader calendars, TimeProvider clock) : IToDoSource
{
    private static readonly Words Words = new(typeof(InspectionToDos));
    private static readonly VisitState[] Unwritten = [VisitState.Pending, VisitState.Draft, VisitState.Returned];

    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default)
    {
        var todos = new List<ToDo>();
        if (actor.InspectorNumber is { } number && actor.May(Right.RecordResults))
        {
            var own = db.SeenBy(actor).Of(db, number).Where(v => Unwritten.Contains(v.State));
            todos.Add(await CountedAsync("visits.own", own, "/visits?state=open&own=1", stop));
        }

        if (actor.Posts.Any(post => post.Role == Role.DepartmentClerk))
        {
            var unwritten = db.SeenBy(actor).Where(v => Unwritten.Contains(v.State));
            todos.Add(await CountedAsync("visits.to-record", unwritten, "/visits?state=open", stop));
        }

        if (actor.May(Right.ReadVisits) && actor.Posts.Any(post => post.Role is Role.DepartmentClerk or Role.OfficeClerk or Role.DepartmentHead))
        {
            var due = db.SeenBy(actor).Where(v => v.State != VisitState.Published && v.CompletedOn != null);
            todos.Add(await CountedAsync("results.to-publish", due, "/visits?state=due", stop));
        }

        if (actor.May(Right.ReviewResults))
        {
            var departments = actor.DepartmentsFor(Right.ReviewResults).ToList();
            var led = db.SeenBy(actor).Where(v => departments.Contains(v.Lead));
            todos.Add(await CountedAsync("results.to-review", led.Where(v => v.State == VisitState.AwaitingReview), "/visits?state=AwaitingReview", stop));
        }

        var reviewed = actor.DepartmentsFor(Right.ReviewResults).ToList();
        var others = actor.DepartmentsFor(Right.Deputise).ToList();
        if (reviewed.Count + others.Count > 0)
        {
            var today = clock.Today();
            var seen = db.SeenBy(actor);
            var waiting = await db.ResultCorrections.AsNoTracking()
                .Where(c => c.State == DecisionState.Asked && (c.AskedBy == null || c.AskedBy != actor.Account)
                    && seen.Any(v => v.Id == c.Visit && (reviewed.Contains(v.Lead) || (c.DecideBy < today && others.Contains(v.Lead)))))
                .Select(c => c.DecideBy).ToListAsync(stop);
            todos.Add(DecisionToDo.Of("corrections.to-review", Words["corrections.to-review"], waiting, "/corrections", today));
        }

        return todos;
    }

    /// <summary>Counts by day, so that the deadline of each is known without loading the visits.</summary>
    private async Task<ToDo> CountedAsync(string code, IQueryable<Visit> visits, string href, CancellationToken stop)
    {
        var today = clock.Today();
        var deadlines = await PublicationClock.NowAsync(calendars, clock, stop);
        var groups = await visits.GroupBy(v => new { v.CompletedOn, v.To }).Select(g => new { g.Key.CompletedOn, g.Key.To, Count = g.Count() }).ToListAsync(stop);
        var dated = groups.ConvertAll(g => (g.Count, Deadline: g.CompletedOn is null ? new Deadline(g.To, null) : deadlines.Of(g.CompletedOn)));
        return new ToDo(code, Words[code], groups.Sum(g => g.Count), href)
        {
            Overdue = dated.Where(g => g.Deadline.On < today).Sum(g => g.Count),
            Due = dated.Min(g => g.Deadline.On),
            Note = dated.Find(g => g.Deadline.Unknown is not null).Deadline?.Unknown is { } unknown ? Words.Say("unknown", unknown.Because) : null,
        };
    }
}
