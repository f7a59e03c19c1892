using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Imports;

/// <summary>Which imports are asked for.</summary>
public sealed record ImportQuery
{
    /// <summary>What was filled.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary><c>at</c> (the newest first where nothing is given), <c>file</c>, <c>who</c>, <c>new</c>, <c>updated</c>, <c>unchanged</c>, <c>rejected</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>Reads the import history [导入记录] and uploads that wait.</summary>
[PerRequest]
public sealed class ImportReader(SupervisionDb db, UploadFolder folder, IEnumerable<ImportedKind> kinds)
{
    /// <summary>Everything that is imported, in the order of the work.</summary>
    public IEnumerable<ImportedKind> All => kinds;

    /// <summary>How a kind is imported.</summary>
    public ImportedKind Of(ImportKind kind) => kinds.Single(k => k.Kind == kind);

    /// <summary>One page of the history, and the number of batches in all.</summary>
    public async Task<(IReadOnlyList<ImportBatch> Batches, int Total)> PageAsync(ImportQuery query, CancellationToken stop = default)
    {
        var batches = db.ImportBatches.AsNoTracking().Where(b => query.Kind == null || b.Kind == query.Kind);
        return (await Sorted(batches, query).Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(stop), await batches.CountAsync(stop));
    }

    /// <summary>A batch that went in, or null.</summary>
    public Task<ImportBatch?> FindAsync(Id<ImportBatch> id, CancellationToken stop = default) =>
        db.ImportBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, stop);

    /// <summary>An upload of the actor's that waits, or null.</summary>
    public async Task<Upload?> WaitingAsync(Actor actor, Id<ImportBatch> id, CancellationToken stop = default) =>
        await folder.FindAsync(id, stop) is { } upload && upload.IsOf(actor) ? upload : null;

    /// <summary>The rejected rows of an upload of the actor's, or of a batch the actor may see; null when there are none, or no longer.</summary>
    public async Task<Stream?> RejectedAsync(Actor actor, Id<ImportBatch> id, CancellationToken stop = default) =>
        await WaitingAsync(actor, id, stop) is not null || (await FindAsync(id, stop) is { } batch && actor.May(Of(batch.Kind).Right))
            ? folder.Rejected(id)
            : null;

    private static IQueryable<ImportBatch> Sorted(IQueryable<ImportBatch> batches, ImportQuery query) => (query.Sort switch
    {
        "file" => batches.By(b => b.FileName, query.Descending),
        "who" => batches.By(b => b.Who, query.Descending),
        "new" => batches.By(b => b.Added, query.Descending),
        "updated" => batches.By(b => b.Updated, query.Descending),
        "unchanged" => batches.By(b => b.Unchanged, query.Descending),
        "rejected" => batches.By(b => b.Rejected, query.Descending),
        "at" => batches.By(b => b.At, query.Descending),
        _ => batches.OrderByDescending(b => b.At),
    }).ThenByDescending(b => b.Id);
}
