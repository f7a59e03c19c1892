using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>Reads what unfinished draws wait for, without loading the log.</summary>
public sealed class DrawWaitReader(SupervisionDb db)
{
    /// <summary>From how many days before its deadline an opening waits, though inspections go on.</summary>
    private const int DaysAhead = 14;

    /// <summary>What each of these attempts waits for, by number; finished ones are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, DrawWait>> OfAsync(IReadOnlyList<Draw> latest, CancellationToken stop)
    {
        var cosigned = await CosignedSizeAsync(stop);
        var unfinished = latest.Where(d => d.OpenedIndex is not { } told || told >= cosigned).ToArray();
        var numbers = unfinished.Select(d => d.Number).ToArray();
        var shares = (await db.WitnessShares.AsNoTracking().Where(s => numbers.Contains(s.Draw)).ToListAsync(stop)).ToLookup(s => (s.Draw, s.Attempt));
        var changes = (await db.DrawChanges.AsNoTracking().Where(c => numbers.Contains(c.Draw)).Select(c => new { c.Draw, c.Attempt, c.Index }).ToListAsync(stop))
            .ToLookup(c => (c.Draw, c.Attempt), c => c.Index);
        var tasks = unfinished.SelectMany(d => d.Tasks).Distinct(StringComparer.Ordinal).ToArray();
        var last = await db.Tasks.AsNoTracking().Where(t => tasks.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.To, StringComparer.Ordinal, stop);
        var waits = new Dictionary<string, DrawWait>(StringComparer.Ordinal);
        foreach (var draw in unfinished)
        {
            var own = shares[(draw.Number, draw.Attempt)].ToArray();
            var entries = own.SelectMany(s => new[] { s.CommitIndex, s.RevealIndex }).OfType<int>()
                .Concat(changes[(draw.Number, draw.Attempt)])
                .Concat(new int?[] { draw.CommitIndex, draw.SealedIndex, draw.VoidIndex, draw.OpenedIndex }.OfType<int>());
            var wait = DrawWaits.Of(draw.State, draw.OpenedIndex is not null, entries.Max() < cosigned, own.Any(s => s.Commitment is null));
            if (wait is { } one)
            {
                waits[draw.Number] = one == DrawWait.Opening && GoesOn(draw, draw.Tasks.Select(t => last.GetValueOrDefault(t))) ? DrawWait.Inspections : one;
            }
        }

        return waits;
    }

    private bool GoesOn(Draw draw, IEnumerable<DateOnly> lastDays) =>
        draw.State == DrawState.Sealed && lastDays.Max() >= db.Clock.Today() && draw.OpenBy.Day() > db.Clock.Today().AddDays(DaysAhead);

    /// <summary>Size of the newest checkpoint that carries the quorum; 0 when none does.</summary>
    private async Task<int> CosignedSizeAsync(CancellationToken stop) =>
        await db.Logs.AsNoTracking().Select(l => (int?)l.Quorum).FirstOrDefaultAsync(stop) is { } quorum
            ? await db.Cosignatures.AsNoTracking().GroupBy(c => c.Size).Where(g => g.Count() >= quorum).Select(g => g.Key)
                .OrderByDescending(size => size).FirstOrDefaultAsync(stop)
            : 0;
}
