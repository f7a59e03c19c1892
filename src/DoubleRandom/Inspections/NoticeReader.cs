using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>What the notice to a business says beyond its visit [告知书].</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Proof">That the draw chose it, in canonical JSON (draw-record A.9); null where a supplement or stand-in was added later.</param>
/// <param name="InspectedThisYear">How many other visits of the same calendar year were carried out there (R32).</param>
public sealed record VisitNotice(VisitDetail Visit, string? Proof, int InspectedThisYear);

/// <summary>Reads what a notice needs, as far as the person may see the visit.</summary>
[PerRequest]
public sealed class NoticeReader(SupervisionDb db, VisitReader visits)
{
    /// <summary>The notice of one visit; null when there is none, the person may not see it, or the visit was withdrawn.</summary>
    public async Task<VisitNotice?> FindAsync(Actor actor, Id<Visit> id, CancellationToken stop = default)
    {
        if (await visits.FindAsync(actor, id, stop) is not { Line.State: not VisitState.Withdrawn } visit)
        {
            return null;
        }

        var subject = await db.Visits.Where(v => v.Id == id).Select(v => v.Subject).SingleAsync(stop);

        // A second stage only gives a team to whom the first draw chose: the proof is the first one's.
        var drawnBy = await db.Draws.Where(d => d.Number == visit.Draw && d.Attempt == visit.Attempt).Select(d => d.StageOf).FirstOrDefaultAsync(stop) ?? visit.Draw;
        var proof = await db.DrawnSubjects.AsNoTracking().Where(d => d.Draw == drawnBy && d.Subject == subject)
            .OrderByDescending(d => d.Attempt).Select(d => d.NoticeProof).FirstOrDefaultAsync(stop);
        var (first, last) = (new DateOnly(visit.Line.To.Year, 1, 1), new DateOnly(visit.Line.To.Year, 12, 31));
        var others = await db.Visits.CountAsync(v => v.Subject == subject && v.Id != id && v.CompletedOn >= first && v.CompletedOn <= last, stop);
        return new VisitNotice(visit, string.IsNullOrEmpty(proof) ? null : proof, others);
    }
}
