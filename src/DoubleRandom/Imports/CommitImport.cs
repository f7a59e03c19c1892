using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Imports;

/// <summary>Lets a previewed file in [确认导入]: all its good rows in one transaction, or none.</summary>
[PerRequest]
public sealed class CommitImport(SupervisionDb db, IEnumerable<ImportedKind> kinds, UploadFolder folder)
{
    internal static Words Words { get; } = new(typeof(CommitImport));

    /// <summary>What it did; the batch bears the upload's id.</summary>
    /// <remarks>
    /// Refused: no right, <c>import.missing-columns</c>, <c>import.unknown</c> (discarded, swept after a day, somebody else's), <c>import.committed-already</c>,
    /// <c>import.nothing-to-do</c>, <c>import.directory-changed</c> (file or directory are not what the preview saw).
    /// </remarks>
    public async Task<Outcome<ImportReport>> RunAsync(Actor actor, Id<ImportBatch> id, CancellationToken stop = default)
    {
        if (await IsInAsync(id, stop))
        {
            return InAlready();
        }

        // Of one form that arrives twice at the same moment, the second meets what the first wrote: that is no other person's change.
        Outcome<ImportReport> outcome;
        try
        {
            outcome = await LetInAsync(actor, id, stop);
        }
        catch (FileNotFoundException)
        {
            outcome = Words.Refuse("import.unknown", null); // taken away between the look and the reading
        }

        return outcome.Refusal is not null && await IsInAsync(id, stop) ? InAlready() : outcome;
    }

    private static Refusal InAlready() => Words.Refuse("import.committed-already", null);

    private Task<bool> IsInAsync(Id<ImportBatch> id, CancellationToken stop) => db.ImportBatches.AsNoTracking().AnyAsync(b => b.Id == id, stop);

    private async Task<Outcome<ImportReport>> LetInAsync(Actor actor, Id<ImportBatch> id, CancellationToken stop)
    {
        if (await folder.FindAsync(id, stop) is not { } upload || !upload.IsOf(actor))
        {
            return Words.Refuse("import.unknown", null);
        }

        var importer = kinds.Single(k => k.Kind == upload.Kind);
        if (actor.Refuse(importer.Right) is { } no)
        {
            return no;
        }

        if (upload.Unread is { } unread)
        {
            return unread.Refusal;
        }

        if (upload.Report.WritesNothing)
        {
            return Words.Refuse("import.nothing-to-do", null, upload.Report.Unchanged, upload.Report.Rejected);
        }

        if (!await folder.IsWholeAsync(upload, stop))
        {
            return ImportedKind.Words.Refuse("import.directory-changed", null);
        }

        await using var file = folder.Open(id);
        var plan = await importer.ReadAsync(actor, file, upload.FileName, upload.Named, stop);
        if (plan.Refused(out var refusal) || (refusal = await plan.Value.WriteAsync(actor, upload, upload.Report.Digest, stop)) is not null)
        {
            return refusal;
        }

        folder.Forget(id, alsoRejected: false);
        return plan.Value.Report;
    }
}
