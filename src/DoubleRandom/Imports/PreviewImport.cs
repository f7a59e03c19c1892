using DoubleRandom.Access;
using DoubleRandom.Sheets;

namespace DoubleRandom.Imports;

/// <summary>Reads an uploaded file and says what importing it would do [预览导入]. The directories are not touched.</summary>
[PerRequest]
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
            var sent = new Upload(id, actor.Jurisdiction.Code, actor.Account, kind, name, sha256, clock.Now(), ImportReport.Nothing);
            var read = await ReadAsync(actor, importer, sent, stop);
            upload = read.Refused(out var refusal) ? null : read.Value;
            return refusal is null ? upload! : refusal.At("File");
        }
        finally
        {
            if (upload is null)
            {
                folder.Forget(id, alsoRejected: true);
            }
        }
    }

    /// <summary>
    /// Reads an upload once more, after its sender has said which of its headers mean which columns [对应列]. An empty value names nothing.
    /// Refused: <c>import.unknown</c>, no right, <c>import.named-twice</c>, a file that cannot be read.
    /// </summary>
    public async Task<Outcome<Upload>> NameAsync(Actor actor, Id<ImportBatch> id, IReadOnlyDictionary<string, string> named, CancellationToken stop = default)
    {
        if (await folder.FindAsync(id, stop) is not { } upload || !upload.IsOf(actor))
        {
            return CommitImport.Words.Refuse("import.unknown", null);
        }

        var importer = kinds.Single(k => k.Kind == upload.Kind);
        if (actor.Refuse(importer.Right) is { } no)
        {
            return no;
        }

        var chosen = named.Where(n => upload.Columns is { } found && found.Absent.Contains(n.Key) && found.Unused.Contains(n.Value))
            .Concat(upload.Named).DistinctBy(n => n.Key).ToDictionary(StringComparer.Ordinal);
        return chosen.Values.GroupBy(found => found, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice
            ? CommitImport.Words.Refuse("import.named-twice", null, twice)
            : await ReadAsync(actor, importer, upload with { Named = chosen }, stop);
    }

    private async Task<Outcome<Upload>> ReadAsync(Actor actor, ImportedKind importer, Upload upload, CancellationToken stop)
    {
        await using var file = folder.Open(upload.Id);
        var plan = await importer.ReadAsync(actor, file, upload.FileName, upload.Named, stop);
        var columns = upload.Named.Aggregate(importer.Columns, (all, name) => all.AlsoNamed(name.Key, name.Value));
        var read = upload with { Columns = FoundColumns.Of(file, upload.FileName, columns) };
        if (!plan.Refused(out var refusal))
        {
            read = read with { Report = plan.Value.Report, Unread = null };
        }
        else if (refusal.Code == "import.missing-columns" && read.Columns is { CanBeNamed: true })
        {
            read = read with { Unread = new(refusal.Because, refusal.InEnglish) };
        }
        else
        {
            return refusal;
        }

        await folder.DescribeAsync(read, refusal is null ? plan.Value : null, stop);
        return read;
    }

    private static string Named(string fileName)
    {
        var name = SheetText.Clean(fileName.Split('/', '\\')[^1]);
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
