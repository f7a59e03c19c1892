using DoubleRandom.Log;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>Reads what unfinished draws wait for, without loading the log.</summary>
[PerRequest]
public sealed class DrawWaitReader(SupervisionDb db)
{
    /// <summary>From how many days before its deadline an opening waits, though inspections go on.</summary>
    private const int DaysAhead = 14;

    /// <summary>What each of these attempts waits for, by number; finished ones are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, DrawWait>> OfAsync(IReadOnlyList<Draw> latest, CancellationToken stop)
    {
        var cosigned = await CosignedSizeAsync(db, stop);
        var teamless = await TeamlessAsync(latest, stop);
        var unfinished = latest.Where(d => d.OpenedIndex is not { } told || told >= cosigned || teamless.Contains((d.Number, d.Attempt))).ToArray();
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
                .Concat(new int?[] { draw.CommitIndex, draw.BeaconIndex, draw.SealedIndex, draw.VoidIndex, draw.OpenedIndex }.OfType<int>());
            var wait = DrawWaits.Of(draw.State, draw.OpenedIndex is not null, entries.Max() < cosigned, own.Any(s => s.Commitment is null), draw.AwaitsBeacon, draw.IsVoidPending);
            var lastDay = draw.Tasks.Max(t => last.GetValueOrDefault(t));
            if ((wait is null or DrawWait.Opening) && teamless.Contains((draw.Number, draw.Attempt)) && lastDay >= db.Clock.Today())
            {
                waits[draw.Number] = DrawWait.Teams;
            }
            else if (wait is { } one)
            {
                waits[draw.Number] = one == DrawWait.Opening && GoesOn(draw, lastDay) ? DrawWait.Inspections : one;
            }
        }

        return waits;
    }

    /// <summary>Sealed attempts with subjects that have no team, while no second stage is under way for them.</summary>
    private async Task<HashSet<(string, int)>> TeamlessAsync(IReadOnlyList<Draw> latest, CancellationToken stop)
    {
        var underWay = latest.Where(d => d is { StageOf: not null, State: not DrawState.Voided, SealedAt: null }).Select(d => d.StageOf!).ToHashSet(StringComparer.Ordinal);
        var rows = await db.DrawnSubjects.AsNoTracking().Where(d => d.Bundle == null && d.MatchedBy == null && !d.IsReplaced)
            .Select(d => new { d.Draw, d.Attempt }).Distinct().ToListAsync(stop);
        var counting = latest.Where(d => d.Counts && !underWay.Contains(d.Number)).Select(d => (d.Number, d.Attempt)).ToHashSet();
        return [.. rows.Select(r => (r.Draw, r.Attempt)).Where(counting.Contains)];
    }

    private bool GoesOn(Draw draw, DateOnly lastDay) =>
        draw.State == DrawState.Sealed && lastDay >= db.Clock.Today() && draw.OpenBy.Day() > db.Clock.Today().AddDays(DaysAhead);

    /// <summary>Size of the newest checkpoint that carries the quorum; 0 when none does, or without a log.</summary>
    internal static async Task<int> CosignedSizeAsync(SupervisionDb db, CancellationToken stop) =>
        await db.Logs.AsNoTracking().Select(l => (int?)l.Quorum).FirstOrDefaultAsync(stop) is { } quorum
            ? await LogGlance.CosignedSizeAsync(db, quorum, stop)
            : 0;
}
