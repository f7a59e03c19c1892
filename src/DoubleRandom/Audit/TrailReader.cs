using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Audit;

/// <summary>Reads the audit trail [操作记录].</summary>
[PerRequest]
public sealed class TrailReader(SupervisionDb db)
{
    /// <summary>The history of one record, newest first.</summary>
    /// <param name="kind">Kind of the record, e.g. <c>StoredKind.Of&lt;Item&gt;()</c>.</param>
    /// <param name="key">Its key within the kind.</param>
    /// <param name="most">At most so many lines.</param>
    /// <param name="stop">Stops the reading.</param>
    public Task<List<AuditEntry>> OfAsync(string kind, string key, int most = 200, CancellationToken stop = default) => db.AuditEntries
        .AsNoTracking()
        .Where(e => e.Kind == kind && e.Key == key)
        .OrderByDescending(e => e.Id)
        .Take(most)
        .ToListAsync(stop);

    /// <summary>The history of one record together with that of its parts, newest first: a visit with its corrections, an account with its posts.</summary>
    /// <param name="kind">Kind of the record.</param>
    /// <param name="key">Its key.</param>
    /// <param name="most">At most so many lines.</param>
    /// <param name="stop">Stops the reading.</param>
    public Task<List<AuditEntry>> OfWholeAsync(string kind, string key, int most = 200, CancellationToken stop = default)
    {
        var whole = StoredKind.Whole(kind, key);
        return db.AuditEntries.AsNoTracking()
            .Where(e => (e.Kind == kind && e.Key == key) || e.Whole == whole)
            .OrderByDescending(e => e.Id)
            .Take(most)
            .ToListAsync(stop);
    }

    /// <summary>One page of the whole trail, newest first, and the number of lines in all.</summary>
    /// <param name="act">The act's code, or a family of acts such as <c>task.</c>, or null for all.</param>
    /// <param name="who">Part of the actor's name, or null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines on a page.</param>
    /// <param name="stop">Stops the reading.</param>
    public Task<(List<AuditEntry> Lines, int Total)> PageAsync(string? act, string? who, int page, int size, CancellationToken stop = default) =>
        PageAsync(new TrailQuery(act, who, null, null, null), page, size, stop);

    /// <summary>One page of the lines asked for, newest first unless the oldest is asked for, and how many there are.</summary>
    public async Task<(List<AuditEntry> Lines, int Total)> PageAsync(TrailQuery query, int page, int size, CancellationToken stop = default)
    {
        var (who, kind, key) = (query.Who, query.Kind, query.Key);
        var act = query.Act is [.., '.'] ? null : query.Act;
        var family = query.Act is [.., '.'] ? query.Act : null;
        DateTimeOffset? from = query.From is { } first ? CountyTime.StartOf(first) : null;
        DateTimeOffset? until = query.To is { } last ? CountyTime.StartOf(last.AddDays(1)) : null;
        var lines = db.AuditEntries.AsNoTracking()
            .Where(e => (act == null || e.Act == act) && (family == null || e.Act.StartsWith(family)) && (who == null || e.Who.Contains(who)) && (kind == null || e.Kind == kind) && (key == null || e.Key == key))
            .Where(e => (from == null || e.At >= from) && (until == null || e.At < until));
        var ordered = query.OldestFirst ? lines.OrderBy(e => e.Id) : lines.OrderByDescending(e => e.Id);
        return (await ordered.Skip((page - 1) * size).Take(size).ToListAsync(stop), await lines.CountAsync(stop));
    }
}

/// <summary>Which lines of the trail are sought; null: all.</summary>
/// <param name="Act">The act's code, or a family of acts such as <c>task.</c> with its point.</param>
/// <param name="Who">Part of the actor's name.</param>
/// <param name="Kind">Kind of the record.</param>
/// <param name="From">First day in Asia/Shanghai.</param>
/// <param name="To">Last day in Asia/Shanghai.</param>
public sealed record TrailQuery(string? Act, string? Who, string? Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>Key of one record.</summary>
    public string? Key { get; init; }

    /// <summary>From the oldest line to the newest.</summary>
    public bool OldestFirst { get; init; }
}
