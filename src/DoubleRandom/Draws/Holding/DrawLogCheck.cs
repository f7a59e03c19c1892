using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>Compares the attempts' rows with the log [抽取与日志核对]: asked by the page of the log and by command; every step of a draw asks for its own attempt.</summary>
[PerRequest]
public sealed class DrawLogCheck(SupervisionDb db, LogCheck log)
{
    /// <summary>Null when log and rows agree; else <c>log.differs</c> or <c>draw.differs-from-log</c>.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken stop = default)
    {
        if (await log.RunAsync(stop) is { } no)
        {
            return no;
        }

        var draws = await db.Draws.AsNoTracking().ToListAsync(stop);
        if (await db.Logs.AsNoTracking().AnyAsync(stop) is false)
        {
            return draws.Count == 0 ? null : DrawRefusals.Of("draw.differs-from-log", null, draws[0].Ceremony, 0);
        }

        var state = await LogState.LoadAsync(db, stop);
        var shares = (await db.WitnessShares.AsNoTracking().ToListAsync(stop)).ToLookup(s => (s.Draw, s.Attempt));
        var changes = (await db.DrawChanges.AsNoTracking().ToListAsync(stop)).ToLookup(c => (c.Draw, c.Attempt));
        foreach (var draw in draws)
        {
            var key = (draw.Number, draw.Attempt);
            if (Difference(state, draw, [.. shares[key]], [.. changes[key]]) is { } place)
            {
                return DrawRefusals.Of("draw.differs-from-log", null, draw.Ceremony, place);
            }
        }

        var known = draws.Select(d => (d.Number, d.Attempt)).ToHashSet();
        var drawn = await db.DrawnSubjects.AsNoTracking().Select(d => new { d.Draw, d.Attempt }).Distinct().ToListAsync(stop);
        if (drawn.Find(d => !known.Contains((d.Draw, d.Attempt))) is { } invented)
        {
            return DrawRefusals.Of("draw.differs-from-log", null, Draw.Name(invented.Draw, invented.Attempt), "draw.sealed");
        }

        var stray = state.Entries.FirstOrDefault(e => e.Body is CommitRecord && !known.Contains((e.DrawId, e.Attempt)));
        return stray is null ? null : DrawRefusals.Of("draw.differs-from-log", null, Draw.Name(stray.DrawId, stray.Attempt), "draw.commit");
    }

    /// <summary>The type of the first entry in which the log and the rows of one attempt differ; null when they agree.</summary>
    internal static string? Difference(LogState state, Draw draw, IReadOnlyList<WitnessShare> shares, IReadOnlyList<DrawChange> changes)
    {
        var logged = state.Entries
            .Select((entry, index) => (Entry: entry, Index: index))
            .Where(e => e.Entry.DrawId == draw.Number && e.Entry.Attempt == draw.Attempt && e.Entry.Body is not OtherEntry)
            .Select(e => (e.Entry.Body.Type, e.Index))
            .ToHashSet();
        var rows = new HashSet<(string Type, int Index)> { ("draw.commit", draw.CommitIndex) };
        Add("draw.beacon", draw.BeaconIndex);
        Add("draw.sealed", draw.SealedIndex);
        Add("draw.void", draw.VoidIndex);
        Add("draw.opened", draw.OpenedIndex);
        foreach (var share in shares)
        {
            Add("witness.commit", share.CommitIndex);
            Add("witness.reveal", share.RevealIndex);
        }

        foreach (var change in changes)
        {
            Add(change.Type, change.Index);
        }

        var differing = logged.Except(rows).Concat(rows.Except(logged)).ToArray();
        if (differing.Length > 0)
        {
            return differing.MinBy(d => d.Index).Type;
        }

        return StateBy(rows) == draw.State ? null : "draw.state";

        void Add(string type, int? index)
        {
            if (index is { } place)
            {
                rows.Add((type, place));
            }
        }
    }

    private static DrawState StateBy(HashSet<(string Type, int Index)> entries)
    {
        var types = entries.Select(e => e.Type).ToHashSet(StringComparer.Ordinal);
        return types.Contains("draw.void") ? DrawState.Voided
            : types.Contains("draw.opened") ? DrawState.Opened
            : types.Contains("draw.sealed") ? DrawState.Sealed
            : types.Contains("witness.reveal") ? DrawState.Revealed
            : types.Contains("witness.commit") ? DrawState.Contributing
            : DrawState.Committed;
    }
}
