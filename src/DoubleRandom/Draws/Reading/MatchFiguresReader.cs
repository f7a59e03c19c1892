using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Lists;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Reading;

/// <summary>
/// Reads what the match of an attempt came to, as it was sealed: later substitutions and replacements change nothing. Earlier draws are
/// those of the same calendar year, sealed before it and not voided, of which the reader may know.
/// </summary>
[PerRequest]
public sealed class MatchFiguresReader(SupervisionDb db)
{
    /// <summary>For staff; null before the seal, without teams, or when the actor may not know yet what was drawn.</summary>
    public Task<MatchFigures?> FindAsync(Actor actor, string number, int attempt, CancellationToken stop = default) =>
        OfAsync(number, attempt, draw => actor.May(draw.OpenedAt is null ? Right.ReadSealedDraws : Right.ReadRegisters), stop);

    /// <summary>For everybody; null before the opening.</summary>
    public Task<MatchFigures?> FindPublicAsync(string number, int attempt, CancellationToken stop = default) =>
        OfAsync(number, attempt, draw => draw.OpenedAt is not null, stop);

    private async Task<MatchFigures?> OfAsync(string number, int attempt, Func<Draw, bool> maySee, CancellationToken stop)
    {
        var draw = await db.Draws.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number && d.Attempt == attempt, stop);
        if (draw is not { SealedIndex: { } place, Teams: > 0 } || !maySee(draw))
        {
            return null;
        }

        var before = (await db.Draws.AsNoTracking().Where(d => d.SealedIndex < place && d.Teams > 0 && (d.State == DrawState.Sealed || d.State == DrawState.Opened)).ToListAsync(stop))
            .Where(d => d.SealedAt!.Value.Day().Year == draw.SealedAt!.Value.Day().Year && maySee(d))
            .ToArray();
        var visits = await db.DrawnSubjects.AsNoTracking().Where(d => d.Draw == number && d.Attempt == attempt && d.Bundle != null)
            .GroupBy(d => d.Bundle!).Select(g => new { Bundle = g.Key, Count = g.Count() }).ToListAsync(stop);
        return MatchFigures.Of(
            await PlacesAsync([draw], stop),
            visits.ToDictionary(v => TeamOf(number, attempt, v.Bundle), v => v.Count, StringComparer.Ordinal),
            await AvailableAsync(draw, stop),
            before.Length == 0 ? null : await PlacesAsync(before, stop));
    }

    private async Task<IReadOnlyList<MatchedPlace>> PlacesAsync(Draw[] draws, CancellationToken stop)
    {
        var numbers = draws.Select(d => d.Number).Distinct().ToArray();
        var attempts = draws.Select(d => (d.Number, d.Attempt)).ToHashSet();
        return [.. (await db.TeamPlaces.AsNoTracking().Where(p => numbers.Contains(p.Draw))
                .Select(p => new { p.Draw, p.Attempt, p.Bundle, p.Department, p.Matched }).ToListAsync(stop))
            .Where(p => attempts.Contains((p.Draw, p.Attempt)))
            .Select(p => new MatchedPlace(TeamOf(p.Draw, p.Attempt, p.Bundle), p.Department, p.Matched))];
    }

    /// <summary>By department, from the frozen list.</summary>
    private async Task<IReadOnlyDictionary<Department, int>> AvailableAsync(Draw draw, CancellationToken stop)
    {
        var bytes = await db.DrawFiles.AsNoTracking().Where(f => f.Draw == draw.Number && f.Attempt == draw.Attempt && f.Name == DrawFile.Inspectors)
            .Select(f => f.Bytes).SingleAsync(stop);
        return Freezing.Read<InspectorLine>(await db.SuiteAsync(stop), bytes).OrThrow().Lines
            .Where(line => line.TakesPart)
            .CountBy(line => Department.Parse(line.Department, null))
            .ToDictionary();
    }

    private static string TeamOf(string number, int attempt, string bundle) => $"{Draw.Name(number, attempt)}/{bundle}";
}
