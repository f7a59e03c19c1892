using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Storage;
using DoubleRandom.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>A visit's result as its pages need it.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Deadline">Until when it must be published (R16).</param>
/// <param name="Result">The result as it stands now; null while nothing is written.</param>
/// <param name="Editions">Published editions, the newest first.</param>
/// <param name="Corrections">Corrections asked for, the newest first.</param>
/// <param name="MayRecord">Whether this person may write on it by role and team.</param>
/// <param name="MayReview">Whether this person may decide on it by role, department and hand.</param>
public sealed record ResultDetail(
    VisitDetail Visit, Deadline Deadline, InspectionResult? Result, IReadOnlyList<ResultEdition> Editions,
    IReadOnlyList<ResultCorrection> Corrections, bool MayRecord, bool MayReview);

/// <summary>Reads visits with their results and deadlines, as far as the person may see the visits.</summary>
[PerRequest]
public sealed class InspectionReader(SupervisionDb db, VisitReader visits, CalendarReader calendars)
{
    /// <summary>One visit with its result, or null when there is none or the person may not see it.</summary>
    public async Task<ResultDetail?> FindAsync(Actor actor, Id<Visit> id, CancellationToken stop = default)
    {
        if (await visits.FindAsync(actor, id, stop) is not { } visit)
        {
            return null;
        }

        var result = await db.InspectionResults.AsNoTracking().FirstOrDefaultAsync(r => r.Visit == id, stop);
        return new ResultDetail(
            visit,
            (await ClockAsync(stop)).Of(visit.Line.CompletedOn),
            result,
            await db.ResultEditions.AsNoTracking().Where(e => e.Visit == id).OrderByDescending(e => e.Edition).ToListAsync(stop),
            await db.ResultCorrections.AsNoTracking().Where(c => c.Visit == id).OrderByDescending(c => c.AskedAt).ToListAsync(stop),
            VisitHands.MayRecord(actor, visit.Team),
            actor.May(Right.ReviewResults, visit.Line.Lead) && !visit.Team.Has(actor) && result?.Hands.Contains(actor.Hand()) != true);
    }

    /// <summary>The 20-day clock by the notices known now; lists ask it for each line.</summary>
    public Task<PublicationClock> ClockAsync(CancellationToken stop = default) => PublicationClock.NowAsync(calendars, db.Clock, stop);

    /// <summary>What a list of late visits asks for today.</summary>
    public async Task<(DateOnly TaskEndedBefore, DateOnly CompletedBy)> LateTodayAsync(CancellationToken stop = default) =>
        (db.Clock.Today(), (await ClockAsync(stop)).OverdueIfCompletedBy());
}
