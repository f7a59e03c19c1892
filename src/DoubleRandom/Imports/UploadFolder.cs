using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;

namespace DoubleRandom.Imports;

/// <summary>
/// Folder of uploaded files [上传暂存区] beside the database, readable by the platform's own user only. Uploads are swept after a day,
/// rejected rows after a week.
/// </summary>
public sealed class UploadFolder(StorageChoice storage, TimeProvider clock)
{
    /// <summary>How long an upload waits for its sender's word.</summary>
    public static readonly TimeSpan UploadsKept = TimeSpan.FromDays(1);

    /// <summary>How long rejected rows can be fetched.</summary>
    public static readonly TimeSpan RejectedKept = TimeSpan.FromDays(7);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter(), new IdConverter() } };

    private string Root => Path.Combine(storage.DataFolder, "imports");

    /// <summary>The rejected rows of an import as a workbook, or null when there were none or their time is over.</summary>
    internal Stream? Rejected(Id<ImportBatch> id) => File.Exists(PathOf(id, "rejected.xlsx")) ? File.OpenRead(PathOf(id, "rejected.xlsx")) : null;

    /// <summary>Keeps a file's bytes; their SHA-256, or null when they are more than a sheet file may have.</summary>
    internal async Task<string?> KeepAsync(Id<ImportBatch> id, Stream content, CancellationToken stop)
    {
        Sweep();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var file = Create(id, "upload"))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
                if (file.Length > SheetLimits.FileBytes)
                {
                    return null;
                }
            }
        }

        Stamp(id, "upload");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal Stream Open(Id<ImportBatch> id) => File.OpenRead(PathOf(id, "upload"));

    /// <summary>Keeps what reading it came to, in place of an earlier reading; without a plan it was not read.</summary>
    internal async Task DescribeAsync(Upload upload, ImportPlan? plan, CancellationToken stop)
    {
        File.Delete(PathOf(upload.Id, "rejected.xlsx"));
        if (plan?.Rejected.Count > 0)
        {
            await using (var rejected = Create(upload.Id, "rejected.xlsx"))
            {
                RejectedRows.Write(rejected, plan.Sheets, plan.Rejected);
            }

            Stamp(upload.Id, "rejected.xlsx");
        }

        await using (var description = Create(upload.Id, "json"))
        {
            await JsonSerializer.SerializeAsync(description, upload, Json, stop);
        }

        Stamp(upload.Id, "json");
    }

    internal async Task<Upload?> FindAsync(Id<ImportBatch> id, CancellationToken stop)
    {
        if (!File.Exists(PathOf(id, "json")) || !File.Exists(PathOf(id, "upload")))
        {
            return null;
        }

        await using var description = File.OpenRead(PathOf(id, "json"));
        var upload = await JsonSerializer.DeserializeAsync<Upload>(description, Json, stop);
        return upload?.At + UploadsKept < clock.GetUtcNow() ? null : upload;
    }

    /// <summary>Whether the kept bytes are still those that were described.</summary>
    internal async Task<bool> IsWholeAsync(Upload upload, CancellationToken stop)
    {
        await using var file = Open(upload.Id);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) == upload.Sha256;
    }

    /// <summary>Forgets an upload; its rejected rows stay for their time when it went in.</summary>
    internal void Forget(Id<ImportBatch> id, bool alsoRejected)
    {
        File.Delete(PathOf(id, "upload"));
        File.Delete(PathOf(id, "json"));
        if (alsoRejected)
        {
            File.Delete(PathOf(id, "rejected.xlsx"));
        }
    }

    private void Sweep()
    {
        foreach (var file in Directory.Exists(Root) ? new DirectoryInfo(Root).GetFiles() : [])
        {
            var kept = file.Name.EndsWith("rejected.xlsx", StringComparison.Ordinal) ? RejectedKept : UploadsKept;
            if (file.LastWriteTimeUtc < (clock.GetUtcNow() - kept).UtcDateTime)
            {
                file.Delete();
            }
        }
    }

    private FileStream Create(Id<ImportBatch> id, string ending)
    {
        Directory.CreateDirectory(Root);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(PathOf(id, ending), options);
    }

    /// <summary>The platform's clock, which in a demo is not the machine's, says how old a file is.</summary>
    private void Stamp(Id<ImportBatch> id, string ending) => File.SetLastWriteTimeUtc(PathOf(id, ending), clock.GetUtcNow().UtcDateTime);

    private string PathOf(Id<ImportBatch> id, string ending) => Path.Combine(Root, $"{id.Value:N}.{ending}");

    private sealed class IdConverter : JsonConverter<Id<ImportBatch>>
    {
        public override Id<ImportBatch> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<ImportBatch> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
