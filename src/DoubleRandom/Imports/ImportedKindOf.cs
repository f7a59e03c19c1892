using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Imports;

/// <summary>The part of an import that is the same for every kind: one row per code, compared with the directory by code.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class ImportedKind<T>(SupervisionDb db) : ImportedKind
    where T : ImportableRow
{
    internal SupervisionDb Db => db;

    /// <summary>The column that holds what tells one record from another.</summary>
    protected abstract string KeyColumn { get; }

    /// <summary>What tells one record from another.</summary>
    protected internal abstract string KeyOf(T row);

    /// <summary>By what else a stored record is known, where a row may leave its key out; else null.</summary>
    protected internal virtual string? OtherKeyOf(T stored) => null;

    /// <summary>Gets ready to read rows for that actor: returns what makes a record of a row, noting faults on it.</summary>
    protected abstract Task<Func<SheetRow, T?>> ReaderAsync(Actor actor, CancellationToken stop);

    /// <summary>The stored record with what the row says; what its sheet has no column for stays.</summary>
    /// <param name="stored">As it is.</param>
    /// <param name="row">As read.</param>
    /// <param name="has">Whether the sheet has that column.</param>
    protected internal abstract T Merged(T stored, T row, Func<string, bool> has);

    /// <summary>Gives new records what only the platform can give, such as running numbers.</summary>
    protected internal virtual Task<IReadOnlyList<T>> NumberedAsync(Actor actor, IReadOnlyList<T> rows, CancellationToken stop) => Task.FromResult(rows);

    internal override async Task<Outcome<ImportPlan>> ReadAsync(
        Actor actor, Stream file, string fileName, IReadOnlyDictionary<string, string> named, CancellationToken stop)
    {
        var make = await ReaderAsync(actor, stop);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = Columns.All.Select(c => c.Header).ToArray();
        var absent = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var read = SheetFile.Read(file, fileName, named.Aggregate(Columns, (all, name) => all.AlsoNamed(name.Key, name.Value)), row =>
        {
            if (!absent.ContainsKey(row.Sheet))
            {
                absent.Add(row.Sheet, [.. columns.Where(c => row[c].Column == 0)]);
            }

            var made = make(row);
            if (made is not null && KeyOf(made) is { Length: > 0 } key && !places.TryAdd(key, row.Number))
            {
                row.Refuse(KeyColumn, Words, "row.twice", places[key].ToString(CultureInfo.InvariantCulture));
            }

            return made;
        }, stop);
        if (read.Refused(out var refusal))
        {
            return refusal;
        }

        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var plan = new ImportPlan<T>(this, [.. read.Value.Accepted.Select(a => (a.Value!, (IReadOnlySet<string>)absent[a.Sheet]))])
        {
            Sheets = read.Value.Sheets,
            Rejected = read.Value.Rejected,
            Report = new(read.Value.Rows, 0, 0, 0, read.Value.Rejected.Count, [.. read.Value.Faults.Take(ImportReport.MostErrors).Select(f => ImportError.Of(f, english))])
            {
                ErrorCount = read.Value.Faults.Count(),
                LeftOut = [.. read.Value.LeftOut.Select(l => english ? l.Because.InEnglish : l.Because.Because)],
                Ignored = [.. read.Value.Sheets.SelectMany(s => s.Ignored).Distinct(StringComparer.Ordinal)],
            },
        };
        await plan.CompareAsync(stop);
        return plan;
    }

    /// <summary>The stored records, as they stand.</summary>
    internal IAsyncEnumerable<T> Stored() => db.Set<T>().AsNoTracking().AsAsyncEnumerable();
}
