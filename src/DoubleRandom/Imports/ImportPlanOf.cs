using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;

namespace DoubleRandom.Imports;

/// <summary>What the accepted rows of one file mean for the directory: new records, changed ones, and how many stay as they are.</summary>
internal sealed class ImportPlan<T>(ImportedKind<T> kind, IReadOnlyList<(T Row, IReadOnlySet<string> Absent)> rows) : ImportPlan
    where T : ImportableRow
{
    private readonly List<T> added = [];
    private readonly List<(T Before, T After)> updated = [];

    /// <summary>Sets the rows against the stored records, which stream by once and are kept only where they differ.</summary>
    public async Task CompareAsync(CancellationToken stop)
    {
        added.Clear();
        updated.Clear();
        var byKey = rows.ToDictionary(r => kind.KeyOf(r.Row), StringComparer.Ordinal);
        var verdicts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var unchanged = 0;
        await foreach (var stored in kind.Stored().WithCancellation(stop))
        {
            if (!byKey.Remove(kind.KeyOf(stored), out var row)
                && (kind.OtherKeyOf(stored) is not { } other || !byKey.Remove(other, out row)))
            {
                continue;
            }

            verdicts.Add(kind.KeyOf(stored), stored.Version.ToString("N"));
            var after = kind.Merged(stored, row.Row, column => !row.Absent.Contains(column));
            if (kind.Db.Differ(stored, after))
            {
                after.Batch = stored.Batch;
                updated.Add((stored, after));
            }
            else
            {
                unchanged++;
            }
        }

        added.AddRange(rows.Where(r => byKey.ContainsKey(kind.KeyOf(r.Row))).Select(r => r.Row));
        Report = Report with { New = added.Count, Updated = updated.Count, Unchanged = unchanged, Digest = Digest(verdicts) };
    }

    public override async Task<Refusal?> WriteAsync(Actor actor, Upload upload, string digest, CancellationToken stop)
    {
        var db = kind.Db;
        await using var transaction = await db.BeginBulkAsync<T>(stop);
        await CompareAsync(stop);
        if (Report.Digest != digest)
        {
            return ImportedKind.Words.Refuse("import.directory-changed", null);
        }

        var batch = new ImportBatch
        {
            Jurisdiction = actor.Jurisdiction,
            Id = upload.Id,
            Kind = upload.Kind,
            FileName = upload.FileName,
            Sha256 = upload.Sha256,
            Who = actor.Name,
            At = db.Clock.Now(),
            Rows = Report.Rows,
            Added = Report.New,
            Updated = Report.Updated,
            Unchanged = Report.Unchanged,
            Rejected = Report.Rejected,
        };
        foreach (var row in added)
        {
            row.Batch = batch.Id;
        }

        await db.InsertInBulkAsync(await kind.NumberedAsync(actor, added, stop), stop);
        var act = new Act(kind.ActCode);
        await db.UpdateInBulkAsync(actor, act, updated, stop);
        db.Add(batch);
        if (await db.CommitAsync(actor, act, stop) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(stop);
        return null;
    }

    private string Digest(SortedDictionary<string, string> met)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, version) in met)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{key}\t{version}\n"));
        }

        foreach (var row in added)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{kind.KeyOf(row)}\tnew\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
