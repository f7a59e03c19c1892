using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>A correction as lists show it.</summary>
public sealed record CorrectionLine(
    Id<ResultCorrection> Id, Id<Visit> Visit, string VisitNumber, string SubjectName, string Reason, string AskedBy, DateTimeOffset AskedAt, CorrectionState State);

/// <summary>Reads corrections of results that the person sees.</summary>
public sealed class CorrectionReader(SupervisionDb db)
{
    /// <summary>Corrections in that state, the newest first.</summary>
    public async Task<IReadOnlyList<CorrectionLine>> ListAsync(Actor actor, CorrectionState state, CancellationToken stop = default)
    {
        var seen = db.SeenBy(actor);
        return await db.ResultCorrections.AsNoTracking().Where(c => c.State == state)
            .Join(seen, c => c.Visit, v => v.Id, (c, v) => new { c, v })
            .Join(db.Subjects, row => row.v.Subject, s => s.Id, (row, s) => new { row.c, row.v, s })
            .OrderByDescending(row => row.c.AskedAt).Take(200)
            .Select(row => new CorrectionLine(row.c.Id, row.v.Id, row.v.Number, row.s.Name, row.c.Reason, row.c.AskedBy, row.c.AskedAt, row.c.State))
            .ToListAsync(stop);
    }
}
