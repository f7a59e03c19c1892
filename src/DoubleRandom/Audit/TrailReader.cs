using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Audit;

/// <summary>Reads the audit trail [操作记录].</summary>
public sealed class TrailReader(SupervisionDb db)
{
    /// <summary>The history of one record, newest first.</summary>
    /// <param name="kind">Kind of the record, e.g. <c>nameof(Item)</c>.</param>
    /// <param name="key">Its key within the kind.</param>
    /// <param name="most">At most so many lines.</param>
    /// <param name="stop">Stops the reading.</param>
    public Task<List<AuditEntry>> OfAsync(string kind, string key, int most = 200, CancellationToken stop = default) => db.AuditEntries
        .AsNoTracking()
        .Where(e => e.Kind == kind && e.Key == key)
        .OrderByDescending(e => e.Id)
        .Take(most)
        .ToListAsync(stop);

    /// <summary>One page of the whole trail, newest first, and the number of lines in all.</summary>
    /// <param name="act">Start of the act's code, or null for all.</param>
    /// <param name="who">Part of the actor's name, or null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines on a page.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<(List<AuditEntry> Lines, int Total)> PageAsync(string? act, string? who, int page, int size, CancellationToken stop = default)
    {
        var lines = db.AuditEntries.AsNoTracking()
            .Where(e => (act == null || e.Act.StartsWith(act)) && (who == null || e.Who.Contains(who)));
        return (await lines.OrderByDescending(e => e.Id).Skip((page - 1) * size).Take(size).ToListAsync(stop), await lines.CountAsync(stop));
    }
}
