using DoubleRandom.Access;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>A sealed draw with names that wait for their release.</summary>
/// <param name="Draw">The draw's id: the leading task's number.</param>
/// <param name="TaskName">Name of that task; of a second stage its title.</param>
/// <param name="Drawn">Subjects drawn.</param>
/// <param name="Waiting">Of these, with a team and not yet released.</param>
public sealed record DrawToRelease(string Draw, string TaskName, int Drawn, int Waiting);

/// <summary>Reads which draws wait for their release; numbers only, no names.</summary>
[PerRequest]
public sealed class ReleaseReader(SupervisionDb db)
{
    /// <summary>The draws, ascending; none for who may not release.</summary>
    public async Task<IReadOnlyList<DrawToRelease>> WaitingAsync(Actor actor, CancellationToken stop = default)
    {
        if (!actor.May(Right.ReleaseVisits))
        {
            return [];
        }

        var draws = await db.DrawnSubjects.AsNoTracking().Where(d => d.Jurisdiction == actor.Jurisdiction && !d.IsReplaced
                && !db.Draws.Any(a => a.Number == d.Draw && a.Attempt == d.Attempt && (a.State == DrawState.Voided || a.VoidDecidedAt != null)))
            .Select(d => new { d.Draw, Waits = d.Bundle != null && !db.Visits.Any(v => v.Draw == d.Draw && v.Attempt == d.Attempt && v.Subject == d.Subject) })
            .GroupBy(d => d.Draw).Select(g => new { Draw = g.Key, Drawn = g.Count(), Waiting = g.Count(d => d.Waits) })
            .Where(d => d.Waiting > 0).OrderBy(d => d.Draw).ToListAsync(stop);
        var numbers = draws.ConvertAll(d => d.Draw);
        var names = (await db.Draws.AsNoTracking().Where(d => numbers.Contains(d.Number)).Select(d => new { d.Number, d.Title }).ToListAsync(stop))
            .Concat(await db.Tasks.AsNoTracking().Where(t => numbers.Contains(t.Number)).Select(t => new { t.Number, Title = t.Name }).ToListAsync(stop))
            .GroupBy(n => n.Number, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Title, StringComparer.Ordinal);
        return draws.ConvertAll(d => new DrawToRelease(d.Draw, names.GetValueOrDefault(d.Draw, ""), d.Drawn, d.Waiting));
    }
}
