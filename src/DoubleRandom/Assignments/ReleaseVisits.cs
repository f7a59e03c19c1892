using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>What a release has brought about.</summary>
/// <param name="Released">Visits created now.</param>
/// <param name="Before">Visits that had been released earlier.</param>
/// <param name="WithoutTeam">Drawn subjects left, because no team is matched yet.</param>
public sealed record ReleaseReport(int Released, int Before, int WithoutTeam);

/// <summary>
/// Hands the drawn names to their teams [下达检查任务]: one visit per drawn subject that has a team. Names reach inspectors
/// by this act only. Doing it again adds what has come since (extensions of the draw) and nothing twice.
/// </summary>
[PerRequest]
public sealed class ReleaseVisits(SupervisionDb db, DrawnCheck check, TimeProvider clock)
{
    /// <summary>Refused: no right, <c>visits.nothing-drawn</c>, <c>visits.team-too-small</c> (R34), <c>visits.no-team-yet</c>, <c>draw.differs-from-log</c>.</summary>
    public async Task<Outcome<ReleaseReport>> RunAsync(Actor actor, string draw, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ReleaseVisits) is { } no)
        {
            return no;
        }

        // What is handed out is what was drawn; the check reads the secret, and so comes before rows change.
        if (await db.Draws.AnyAsync(d => d.Number == draw && (d.State == DrawState.Sealed || d.State == DrawState.Opened), stop)
            && await check.RunAsync(actor, draw, stop) is { } differs)
        {
            return differs;
        }

        var attempts = await db.Draws.Where(d => d.Number == draw).ToListAsync(stop);
        var voided = attempts.Where(d => d.State == DrawState.Voided).Select(d => d.Attempt).ToArray();
        var drawn = await db.DrawnSubjects.AsNoTracking()
            .Where(d => d.Jurisdiction == actor.Jurisdiction && d.Draw == draw && !d.IsReplaced && d.MatchedBy == null && !voided.Contains(d.Attempt))
            .OrderBy(d => d.Place).ToListAsync(stop);
        if (drawn.Count == 0)
        {
            return AssignmentRefusals.NothingDrawn(draw);
        }

        var before = (await db.Visits.AsNoTracking().Where(v => v.Jurisdiction == actor.Jurisdiction && v.Draw == draw).Select(v => new { v.Attempt, v.Subject }).ToListAsync(stop))
            .Select(v => (v.Attempt, v.Subject)).ToHashSet();
        var fresh = drawn.Where(d => d.Bundle is not null && !before.Contains((d.Attempt, d.Subject))).ToList();
        var withoutTeam = drawn.Count(d => d.Bundle is null);
        if (fresh.Count == 0)
        {
            return before.Count == 0 ? AssignmentRefusals.NoTeamYet(withoutTeam) : new ReleaseReport(0, before.Count, withoutTeam);
        }

        var teams = (await db.TeamPlaces.AsNoTracking().Where(p => p.Jurisdiction == actor.Jurisdiction && p.Draw == draw).ToListAsync(stop))
            .ToLookup(p => (p.Attempt, p.Bundle));
        var tooSmall = fresh.Select(d => (d.Bundle, Count: teams[(d.Attempt, d.Bundle!)].Select(p => p.Holder).Distinct().Count()))
            .FirstOrDefault(team => team.Count < 2);
        if (tooSmall.Bundle is { } small)
        {
            return AssignmentRefusals.TeamTooSmall(small, tooSmall.Count);
        }

        await AddAsync(actor, fresh, teams, stop);
        foreach (var attempt in attempts.Where(a => a.Counts))
        {
            // From here on names are known outside the office: the attempt can no longer be voided.
            // A change of the teams at the same moment is refused, or this release is.
            attempt.NoticeServed(clock.Now());
            db.Touch(attempt);
        }

        return await db.CommitAsync(actor, new Act("visit.released"), stop) is { } lost ? lost : new ReleaseReport(fresh.Count, before.Count, withoutTeam);
    }

    private async Task AddAsync(Actor actor, List<DrawnSubject> fresh, ILookup<(int Attempt, string Bundle), TeamPlace> teams, CancellationToken stop)
    {
        var tasks = await TasksOfAsync(actor.Jurisdiction, fresh, stop);
        var codes = fresh.SelectMany(d => d.Items).Distinct().ToList();
        var departments = await db.Items.AsNoTracking().Where(i => i.Jurisdiction == actor.Jurisdiction && codes.Contains(i.Code))
            .ToDictionaryAsync(i => i.Code, i => i.Department, stop);
        foreach (var subject in fresh)
        {
            var team = teams[(subject.Attempt, subject.Bundle!)].OrderBy(p => p.Slot, StringComparer.Ordinal).ToList();
            var own = subject.Tasks.Select(number => tasks[number]).ToList();
            var visit = new Visit
            {
                Jurisdiction = actor.Jurisdiction,
                Id = Id<Visit>.New(clock),
                Number = FormattableString.Invariant($"{subject.Draw}-{subject.Place:0000}"),
                Draw = subject.Draw,
                Attempt = subject.Attempt,
                Subject = subject.Subject,
                Bundle = subject.Bundle!,
                Batch = subject.Batch,
                Tasks = [.. subject.Tasks.Order(StringComparer.Ordinal)],
                Items = [.. subject.Items.Order(StringComparer.Ordinal)],
                Lead = team.Find(p => p.IsLeader)?.Department ?? own[0].Lead,
                Departments = [.. subject.Items.Select(code => departments[code]).Concat(team.Select(p => p.Department)).Select(d => d.Code).Distinct().Order(StringComparer.Ordinal)],
                From = own.Min(task => task.From),
                To = own.Min(task => task.To),
                ReleasedAt = clock.Now(),
            };
            db.Add(visit);
            db.AddRange(team.Select(place => new VisitMember
            {
                Jurisdiction = actor.Jurisdiction,
                Visit = visit.Id,
                Slot = place.Slot,
                Department = place.Department,
                IsLeader = place.IsLeader,
                Inspector = place.Holder,
            }));
        }
    }

    private async Task<Dictionary<string, PlanTask>> TasksOfAsync(Jurisdiction county, List<DrawnSubject> fresh, CancellationToken stop)
    {
        var numbers = fresh.SelectMany(d => d.Tasks).Distinct().ToList();
        return await db.Tasks.AsNoTracking().Where(t => t.Jurisdiction == county && numbers.Contains(t.Number)).ToDictionaryAsync(t => t.Number, stop);
    }
}
