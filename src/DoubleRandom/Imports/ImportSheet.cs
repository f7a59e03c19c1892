using DoubleRandom.Access;

namespace DoubleRandom.Imports;

/// <summary>Previews and commits a file in one go, as the command line does [直接导入].</summary>
[PerRequest]
public sealed class ImportSheet(PreviewImport preview, CommitImport commit, DiscardImport discard)
{
    /// <summary>What it did, or with <paramref name="dryRun"/> would do; good rows go in although others went back.</summary>
    public async Task<Outcome<ImportReport>> RunAsync(
        Actor actor, ImportKind kind, string fileName, Stream content, bool dryRun = false, CancellationToken stop = default)
    {
        var upload = await preview.RunAsync(actor, kind, fileName, content, stop);
        if (upload.Refused(out var refusal))
        {
            return refusal;
        }

        if (upload.Value.Unread is { } unread)
        {
            await discard.RunAsync(actor, upload.Value.Id, stop);
            return unread.Refusal;
        }

        if (!dryRun && !upload.Value.Report.WritesNothing)
        {
            return await commit.RunAsync(actor, upload.Value.Id, stop);
        }

        await discard.RunAsync(actor, upload.Value.Id, stop);
        return upload.Value.Report;
    }
}
