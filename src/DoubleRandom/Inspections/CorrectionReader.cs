using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>A correction as lists show it.</summary>
public sealed record CorrectionLine(
    Id<ResultCorrection> Id, Id<Visit> Visit, string VisitNumber, string SubjectName, string Reason, string AskedBy, DateTimeOffset AskedAt, DecisionState State);

/// <summary>Reads corrections of results that the person sees.</summary>
[PerRequest]
public sealed class CorrectionReader(SupervisionDb db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 20;

    /// <summary>One page of the corrections in that state, the newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<CorrectionLine> Lines, int Total)> PageAsync(Actor actor, DecisionState state, int page = 1, CancellationToken stop = default)
    {
        var seen = db.SeenBy(actor);
        var corrections = db.ResultCorrections.AsNoTracking().Where(c => c.State == state && seen.Any(v => v.Id == c.Visit));
        var lines = await corrections.Join(db.Visits, c => c.Visit, v => v.Id, (c, v) => new { c, v })
            .Join(db.Subjects, row => row.v.Subject, s => s.Id, (row, s) => new { row.c, row.v, s })
            .OrderByDescending(row => row.c.AskedAt).ThenByDescending(row => row.c.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new CorrectionLine(row.c.Id, row.v.Id, row.v.Number, row.s.Name, row.c.Reason, row.c.AskedByName, row.c.AskedAt, row.c.State))
            .ToListAsync(stop);
        return (lines, await corrections.CountAsync(stop));
    }
}
