using DoubleRandom.Access;

namespace DoubleRandom.Imports;

/// <summary>Reads an uploaded file and says what importing it would do [预览导入]. The directories are not touched.</summary>
public sealed class PreviewImport(IEnumerable<ImportedKind> kinds, UploadFolder folder, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <summary>The upload, which waits for <see cref="CommitImport"/> or <see cref="DiscardImport"/>.</summary>
    /// <remarks>Refused: no right, a file that cannot be read whole (<c>import.*</c>).</remarks>
    public async Task<Outcome<Upload>> RunAsync(Actor actor, ImportKind kind, string fileName, Stream content, CancellationToken stop = default)
    {
        var importer = kinds.Single(k => k.Kind == kind);
        if (actor.Refuse(importer.Right) is { } no)
        {
            return no;
        }

        var id = Id<ImportBatch>.New(clock);
        Upload? upload = null;
        try
        {
            if (await folder.KeepAsync(id, content, stop) is not { } sha256)
            {
                return SheetFile.Words.Refuse("import.too-large", null, SheetLimits.FileBytes >> 20).At("File");
            }

            var name = Named(fileName);
            await using var file = folder.Open(id);
            var plan = await importer.ReadAsync(actor, file, name, stop);
            if (plan.Refused(out var refusal))
            {
                return refusal.At("File");
            }

            var described = new Upload(id, actor.Jurisdiction.Code, actor.Account, kind, name, sha256, clock.Now(), plan.Value.Report);
            await folder.DescribeAsync(described, plan.Value, stop);
            return upload = described;
        }
        finally
        {
            if (upload is null)
            {
                folder.Forget(id, alsoRejected: true);
            }
        }
    }

    private static string Named(string fileName)
    {
        var name = SheetText.Clean(fileName.Split('/', '\\')[^1]);
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
