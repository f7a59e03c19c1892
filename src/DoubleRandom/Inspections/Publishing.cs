using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Draws;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>What approval brings about in the same act [公示]: the edition, its public rows per item, the completion of tasks.</summary>
[PerRequest]
public sealed class Publishing(SupervisionDb db, LogBook log, CalendarReader calendars, TimeProvider clock)
{
    /// <summary>The log, to which the publication will be told. Refused: <c>log.not-founded</c>, <c>secrets.…</c>. To be called before rows change.</summary>
    internal Task<Outcome<LogAppender>> OpenAsync(Actor actor, CancellationToken stop) => log.AppenderAsync(actor, stop);

    /// <summary>Adds an edition and its public rows; those of the former edition are marked as superseded. <see cref="CommitAsync"/> commits.</summary>
    internal async Task<IReadOnlyList<PublishedResult>> AddAsync(Visit visit, ResultEdition edition, CancellationToken stop)
    {
        foreach (var former in await db.PublishedResults.Where(p => p.Visit == visit.Id && p.SupersededAt == null).ToListAsync(stop))
        {
            former.SupersededAt = edition.ApprovedAt;
        }

        db.Add(edition);
        var deadlines = await PublicationClock.NowAsync(calendars, clock, stop);
        var subject = await db.Subjects.AsNoTracking().SingleAsync(s => s.Id == visit.Subject, stop);
        var items = await db.Items.AsNoTracking().Where(i => visit.Items.Contains(i.Code)).ToListAsync(stop);
        var tasks = await db.Tasks.AsNoTracking().Where(t => visit.Tasks.Contains(t.Number)).OrderBy(t => t.Number).ToListAsync(stop);
        var ids = tasks.ConvertAll(t => t.Plan);
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var rows = new List<PublishedResult>();
        foreach (var item in items.OrderBy(i => i.Code, StringComparer.Ordinal))
        {
            var task = tasks.Find(t => t.Items.Contains(item.Code)) ?? tasks[0];
            var line = edition.Sheet.Of(item.Code);
            rows.Add(new PublishedResult
            {
                Jurisdiction = visit.Jurisdiction,
                Id = Id<PublishedResult>.New(clock),
                Visit = visit.Id,
                Edition = edition.Edition,
                PlanNumber = plans[task.Plan].Number,
                PlanName = plans[task.Plan].Name,
                TaskNumber = task.Number,
                TaskName = task.Name,
                TaskType = task.Type,
                Subject = visit.Subject,
                SubjectCode = subject.Code,
                SubjectName = subject.Name,
                Item = item.Code,
                ItemName = item.Name,
                Department = item.Department,
                CompletedOn = edition.Sheet.CompletedOn!.Value,
                Codes = line.Answer == ItemAnswer.Inspected ? [.. line.Codes] : [],
                PublishedAt = edition.ApprovedAt,
                DueOn = deadlines.Of(edition.Sheet.CompletedOn).On,
                Reason = edition.Reason,
            });
        }

        db.AddRange(rows);
        return rows;
    }

    /// <summary>Commits an edition, its public rows and its entry in the log as one act.</summary>
    internal static Task<Refusal?> CommitAsync(
        LogAppender log, Act act, Visit visit, ResultEdition edition, IReadOnlyList<PublishedResult> rows, CancellationToken stop) =>
        log.CommitAsync(act, head =>
        {
            edition.LogIndex = head.Size;
            return [ResultStatement.Entry(head.Suite, visit.Draw, visit.Attempt, rows)];
        }, stop);

    /// <summary>Completes the tasks of this visit of which every drawn subject has its published result. This visit counts as published. The caller commits.</summary>
    internal async Task CompleteTasksAsync(Visit visit, CancellationToken stop)
    {
        foreach (var task in await db.Tasks.Where(t => visit.Tasks.Contains(t.Number) && t.State == TaskState.Drawn).ToListAsync(stop))
        {
            var open = await db.Visits.AnyAsync(v => v.Id != visit.Id && v.Tasks.Contains(task.Number)
                    && v.State != VisitState.Published && v.State != VisitState.Withdrawn, stop)
                || await db.DrawnSubjects.AnyAsync(d => !d.IsReplaced && d.MatchedBy == null && d.Tasks.Contains(task.Number)
                    && !db.Draws.Any(a => a.Number == d.Draw && a.Attempt == d.Attempt && a.State == DrawState.Voided)
                    && !db.Visits.Any(v => v.Draw == d.Draw && v.Attempt == d.Attempt && v.Subject == d.Subject && v.State != VisitState.Withdrawn), stop);
            if (!open)
            {
                task.Complete();
            }
        }
    }
}
