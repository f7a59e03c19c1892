using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Opening;

/// <summary>
/// Opens by itself what is due [到期自动公开]: nobody can bury a draw by not opening it. A sealed attempt is due once the last day of its tasks is
/// over and no inspection waits, and in any case on the last day for its opening; a voided one at once. The witnesses' cosignatures are theirs to give.
/// </summary>
[PerRequest]
public sealed class OpenDueDraws(SupervisionDb db, OpenDraw open)
{
    /// <summary>Numbers of the draws whose latest attempt is due, in order.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(CancellationToken stop = default)
    {
        var today = db.Clock.Today();
        var latest = (await db.Draws.AsNoTracking().ToListAsync(stop)).GroupBy(d => d.Number, StringComparer.Ordinal).Select(a => a.MaxBy(d => d.Attempt)!);
        var due = new List<string>();
        foreach (var draw in latest.Where(d => d.OpenedIndex is null && (d.State == DrawState.Voided || d is { State: DrawState.Sealed, VoidDecidedAt: null })).OrderBy(d => d.Number, StringComparer.Ordinal))
        {
            var last = await db.Tasks.AsNoTracking().Where(t => draw.Tasks.Contains(t.Number)).MaxAsync(t => (DateOnly?)t.To, stop);
            if (draw.State == DrawState.Voided || ((last < today || draw.OpenBy.Day() <= today) && (await open.WaitsAsync(draw.Number, stop)).Count == 0))
            {
                due.Add(draw.Number);
            }
        }

        return due;
    }

    /// <summary>Opens one of them in the platform's name. Refused as <see cref="OpenDraw"/> is.</summary>
    public async Task<Refusal?> RunAsync(Jurisdiction county, string number, CancellationToken stop = default) =>
        (await open.RunAsync(Actor.Platform(county, Role.OfficeClerk), number, stop)).Refusal;
}
