using DoubleRandom.Items;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>What is looked for in the directory of subjects; an empty list is no condition.</summary>
public sealed record SubjectQuery
{
    /// <summary>Part of the name or of the code.</summary>
    public string? Text { get; init; }

    /// <summary>Nine-digit town codes.</summary>
    public IReadOnlyList<string> Towns { get; init; } = [];

    /// <summary>Kinds.</summary>
    public IReadOnlyList<SubjectKind> Kinds { get; init; } = [];

    /// <summary>Start of the industry code, e.g. <c>C15</c>.</summary>
    public string? Industry { get; init; }

    /// <summary>Registration states.</summary>
    public IReadOnlyList<RegistrationState> States { get; init; } = [];

    /// <summary>Risk classes.</summary>
    public IReadOnlyList<RiskClass> Risks { get; init; } = [];

    /// <summary>A tag carried.</summary>
    public string? Tag { get; init; }

    /// <summary><c>name</c> (by pinyin; as given), <c>code</c>, <c>town</c>, <c>established</c>, <c>risk</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>One line of the list; it carries no personal data.</summary>
public sealed record SubjectLine(
    Id<Subject> Id, string Code, string Name, SubjectKind Kind, string Town, string? Industry, RegistrationState State, RiskClass Risk, List<string> Tags);

/// <summary>One page, and how many subjects match.</summary>
public sealed record SubjectPage(IReadOnlyList<SubjectLine> Rows, int Total);

/// <summary>Reads the directory of subjects [查询检查对象名录].</summary>
[PerRequest]
public sealed class SubjectReader(SupervisionDb db)
{
    /// <summary>The most rows an export holds.</summary>
    public const int MostExported = 100_000;

    /// <summary>The workbook's columns as the list names them.</summary>
    private static readonly string[] Columns = ["name", "code", "kind", "", "", "", "town", "industry", "", "state", "risk", "tags"];

    /// <summary>One page.</summary>
    public async Task<SubjectPage> PageAsync(SubjectQuery query, CancellationToken stop = default)
    {
        var found = Matching(query);
        var rows = await Sorted(found, query)
            .Skip((Math.Max(query.Page, 1) - 1) * query.Size)
            .Take(query.Size)
            .Select(s => new SubjectLine(s.Id, s.Code, s.Name, s.Kind, s.Town, s.Industry, s.State, s.Risk, s.Tags))
            .ToListAsync(stop);
        return new(rows, await found.CountAsync(stop));
    }

    /// <summary>One subject, or null.</summary>
    public Task<Subject?> FindAsync(Id<Subject> id, CancellationToken stop = default) =>
        db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop);

    /// <summary>One subject by its code as people type it, or null.</summary>
    public Task<Subject?> FindAsync(string code, CancellationToken stop = default)
    {
        var normal = CreditCode.Normalise(code);
        return db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.Code == normal, stop);
    }

    /// <summary>All tags in use, ascending.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken stop = default)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var list in db.Subjects.AsNoTracking().Select(s => s.Tags).Distinct().AsAsyncEnumerable().WithCancellation(stop))
        {
            tags.UnionWith(list);
        }

        return [.. tags];
    }

    /// <summary>Writes what the query shows, all pages, personal data masked, as a workbook: all columns, or those asked for.</summary>
    public async Task ExportAsync(Stream to, SubjectQuery query, IReadOnlyCollection<string> columns, CancellationToken stop = default)
    {
        var rows = await Sorted(Matching(query), query).Take(MostExported).ToListAsync(stop);
        var sheet = new SheetPage(SubjectImport.Title, [.. SubjectImport.Sheet.All.Select(c => c.Header)], rows.Select(SubjectImport.Cells));
        SheetWriter.Write(to, [sheet.Only(Columns, columns)]);
    }

    private IQueryable<Subject> Matching(SubjectQuery query)
    {
        var subjects = db.Subjects.AsNoTracking();
        if (Subject.SearchForm(query.Text ?? "") is { Length: > 0 } text)
        {
            subjects = subjects.Where(s => s.SearchText.Contains(text));
        }

        if (query.Towns.Count > 0)
        {
            subjects = subjects.Where(s => query.Towns.Contains(s.Town));
        }

        if (query.Kinds.Count > 0)
        {
            subjects = subjects.Where(s => query.Kinds.Contains(s.Kind));
        }

        if (SheetText.Code(query.Industry ?? "") is { Length: > 0 } industry)
        {
            subjects = subjects.Where(s => s.Industry != null && s.Industry.StartsWith(industry));
        }

        if (query.States.Count > 0)
        {
            subjects = subjects.Where(s => query.States.Contains(s.State));
        }

        if (query.Risks.Count > 0)
        {
            subjects = subjects.Where(s => query.Risks.Contains(s.Risk));
        }

        return query.Tag?.Trim() is { Length: > 0 } tag ? subjects.Where(s => s.Tags.Contains(tag)) : subjects;
    }

    private static IQueryable<Subject> Sorted(IQueryable<Subject> subjects, SubjectQuery query) => query.Sort switch
    {
        "code" => subjects.By(s => s.Code, query.Descending),
        "town" => subjects.By(s => s.Town, query.Descending).ThenBy(s => s.NameOrder).ThenBy(s => s.Code),
        "established" => subjects.By(s => s.EstablishedOn, query.Descending).ThenBy(s => s.Code),
        "risk" => subjects.By(s => s.Risk, query.Descending).ThenBy(s => s.NameOrder).ThenBy(s => s.Code),
        _ => subjects.By(s => s.NameOrder, query.Descending).ThenBy(s => s.Code),
    };
}
