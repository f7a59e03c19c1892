using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Opening;

/// <summary>Subjects that still have no team, or whose names nobody has been handed.</summary>
internal sealed class DrawWaitsForTeams(SupervisionDb db) : IOpeningObstacle
{
    public async Task<IReadOnlyList<Refusal>> FindAsync(string draw, CancellationToken stop = default)
    {
        var latest = await db.Draws.AsNoTracking().Where(d => d.Number == draw).OrderByDescending(d => d.Attempt).FirstAsync(stop);
        var standing = db.DrawnSubjects.Where(d => d.Draw == draw && d.Attempt == latest.Attempt && !d.IsReplaced && d.MatchedBy == null);
        var teamless = await standing.CountAsync(d => d.Bundle == null, stop);
        var withTeam = await standing.CountAsync(d => d.Bundle != null, stop);
        return
        [
            .. teamless > 0 ? [DrawRefusals.Of("opening.without-team", null, teamless)] : Array.Empty<Refusal>(),
            .. withTeam > 0 && latest.NoticeServedAt is null ? [DrawRefusals.Of("opening.not-released", null, withTeam)] : Array.Empty<Refusal>(),
        ];
    }
}
