using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>Visits of a draw and of its second stages that are not over: their businesses must not read their names before.</summary>
internal sealed class VisitsBeforeOpening(SupervisionDb db) : IOpeningObstacle
{
    public async Task<IReadOnlyList<Refusal>> FindAsync(string draw, CancellationToken stop = default)
    {
        var waiting = await db.Visits.CountAsync(
            v => (v.Draw == draw || v.Draw.StartsWith(draw + "-m")) && (v.State == VisitState.Pending || v.State == VisitState.Draft), stop);
        return waiting > 0 ? [AssignmentRefusals.VisitsWait(waiting)] : [];
    }
}
