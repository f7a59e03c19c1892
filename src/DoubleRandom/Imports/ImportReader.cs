using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Imports;

/// <summary>Reads the import history [导入记录] and uploads that wait.</summary>
public sealed class ImportReader(SupervisionDb db, UploadFolder folder, IEnumerable<ImportedKind> kinds)
{
    /// <summary>How a kind is imported.</summary>
    public ImportedKind Of(ImportKind kind) => kinds.Single(k => k.Kind == kind);

    /// <summary>One page of the history, newest first, and the number of batches in all.</summary>
    public async Task<(IReadOnlyList<ImportBatch> Batches, int Total)> PageAsync(ImportKind? kind, int page, int size, CancellationToken stop = default)
    {
        var batches = db.ImportBatches.AsNoTracking().Where(b => kind == null || b.Kind == kind);
        return (await batches.OrderByDescending(b => b.At).Skip((page - 1) * size).Take(size).ToListAsync(stop), await batches.CountAsync(stop));
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
}
