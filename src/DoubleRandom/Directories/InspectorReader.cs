using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>What is looked for in the directory of inspectors; null is no condition.</summary>
public sealed record InspectorQuery
{
    /// <summary>Part of name, number or certificate.</summary>
    public string? Text { get; init; }

    /// <summary>Department.</summary>
    public Department? Department { get; init; }

    /// <summary>State of duty.</summary>
    public DutyState? Duty { get; init; }

    /// <summary>A qualification held.</summary>
    public string? Qualification { get; init; }

    /// <summary>Only those whose certificate ends before that day.</summary>
    public DateOnly? ExpiringBefore { get; init; }

    /// <summary><c>number</c> (as given), <c>name</c>, <c>until</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>One page, and how many inspectors match.</summary>
public sealed record InspectorPage(IReadOnlyList<Inspector> Rows, int Total);

/// <summary>A recusal with the subject it names.</summary>
public sealed record RecusalView(Id<Recusal> Id, Id<Subject> Subject, string SubjectCode, string SubjectName, string Reason, DateOnly DeclaredOn);

/// <summary>One inspector with his leaves and recusals.</summary>
public sealed record InspectorView(Inspector Inspector, IReadOnlyList<Leave> Leaves, IReadOnlyList<RecusalView> Recusals);

/// <summary>Reads the directory of inspectors [查询执法检查人员名录].</summary>
[PerRequest]
public sealed class InspectorReader(SupervisionDb db)
{
    /// <summary>The most rows an export holds.</summary>
    public const int MostExported = 20_000;

    /// <summary>The workbook's columns as the list names them.</summary>
    private static readonly string[] Columns = ["name", "department", "certificate", "until", "qualifications", "", "", "", "lead", "duty", "number"];

    /// <summary>One page.</summary>
    public async Task<InspectorPage> PageAsync(InspectorQuery query, CancellationToken stop = default)
    {
        var found = Matching(query);
        var rows = await Sorted(found, query).Skip((Math.Max(query.Page, 1) - 1) * query.Size).Take(query.Size).ToListAsync(stop);
        return new(rows, await found.CountAsync(stop));
    }

    /// <summary>One inspector with his leaves, latest first, and recusals; or null.</summary>
    public async Task<InspectorView?> FindAsync(Id<Inspector> id, CancellationToken stop = default)
    {
        if (await db.Inspectors.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } inspector)
        {
            return null;
        }

        var leaves = await db.Leaves.AsNoTracking().Where(l => l.Inspector == id).OrderByDescending(l => l.From).ToListAsync(stop);
        var recusals = await db.Recusals.AsNoTracking().Where(r => r.Inspector == id)
            .Join(db.Subjects, r => r.Subject, s => s.Id, (r, s) => new { Recusal = r, s.Code, s.Name })
            .ToListAsync(stop);
        return new(inspector, leaves, [.. recusals.OrderBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => new RecusalView(r.Recusal.Id, r.Recusal.Subject, r.Code, r.Name, r.Recusal.Reason, r.Recusal.DeclaredOn))]);
    }

    /// <summary>Writes what the query shows, all pages, as a workbook: with all columns one that can be imported again, else the columns asked for.</summary>
    public async Task ExportAsync(Stream to, InspectorQuery query, IReadOnlyCollection<string> columns, CancellationToken stop = default)
    {
        var rows = await Sorted(Matching(query), query).Take(MostExported).ToListAsync(stop);
        var sheet = new SheetPage(
            InspectorImport.Title,
            [.. InspectorImport.Sheet.All.Select(c => c.Header), ImportedKind.Words["column.number"]],
            rows.Select(i => (IReadOnlyList<object?>)[.. InspectorImport.Cells(i), i.Number]));
        SheetWriter.Write(to, [sheet.Only(Columns, columns)]);
    }

    private IQueryable<Inspector> Matching(InspectorQuery query)
    {
        var inspectors = db.Inspectors.AsNoTracking();
        if (query.Text?.Trim() is { Length: > 0 } text)
        {
            var code = SheetText.Code(text);
            inspectors = inspectors.Where(i => i.Name.Contains(text) || i.Number.Contains(code) || i.Certificate.Contains(code));
        }

        if (query.Department is { } department)
        {
            inspectors = inspectors.Where(i => i.Department == department);
        }

        if (query.Duty is { } duty)
        {
            inspectors = inspectors.Where(i => i.Duty == duty);
        }

        if (query.ExpiringBefore is { } day)
        {
            inspectors = inspectors.Where(i => i.CertificateUntil < day);
        }

        return query.Qualification?.Trim() is { Length: > 0 } held ? inspectors.Where(i => i.Qualifications.Contains(held)) : inspectors;
    }

    private static IQueryable<Inspector> Sorted(IQueryable<Inspector> inspectors, InspectorQuery query) => query.Sort switch
    {
        "name" => inspectors.By(i => i.Name, query.Descending).ThenBy(i => i.Number),
        "until" => inspectors.By(i => i.CertificateUntil, query.Descending).ThenBy(i => i.Number),
        _ => inspectors.By(i => i.Number, query.Descending),
    };
}
