using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Lists;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// Draws committed and neither sealed nor voided [进行中的抽取]. What they will draw nobody knows yet; so no other draw may have a subject of
/// theirs in its pool, or one door might be knocked at twice in a year without a ground (R8), or an item oftener than its organ may (R22).
/// </summary>
[PerRequest]
public sealed class DrawsUnderWay(SupervisionDb db)
{
    /// <summary>
    /// Null, or <c>draw.subjects-in-other-draw</c>. To be asked after the log was opened for writing: of two commitments at once, one then
    /// loses the log's head to the other.
    /// </summary>
    internal async Task<Refusal?> ShareAsync(Commitment wish, FrozenFile<RosterLine> roster, CancellationToken stop)
    {
        if (wish.StageOf is not null)
        {
            return null;
        }

        var others = await db.Draws.AsNoTracking()
            .Where(d => d.StageOf == null && d.Number != wish.Number && (d.State == DrawState.Committed || d.State == DrawState.Contributing || d.State == DrawState.Revealed))
            .OrderBy(d => d.Number).ToListAsync(stop);
        var suite = await db.SuiteAsync(stop);
        foreach (var other in others)
        {
            var bytes = await db.DrawFiles.AsNoTracking()
                .Where(f => f.Draw == other.Number && f.Attempt == other.Attempt && f.Name == DrawFile.Roster).Select(f => f.Bytes).SingleAsync(stop);
            var theirs = Freezing.Read<RosterLine>(suite, bytes).OrThrow().Lines.Where(l => l.TakesPart).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
            if (roster.Lines.Count(l => l.TakesPart && theirs.Contains(l.Id)) is var shared and > 0)
            {
                return DrawRefusals.Of("draw.subjects-in-other-draw", "R8", other.Number, other.Title, shared);
            }
        }

        return null;
    }
}
