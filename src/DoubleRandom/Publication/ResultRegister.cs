using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Directories;
using DoubleRandom.Inspections;
using DoubleRandom.Plans;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Publication;

/// <summary>What the public asks the register for; null: not narrowed.</summary>
/// <param name="Text">Part of the subject's name or code.</param>
/// <param name="Department">The department that inspected.</param>
/// <param name="Task">Number of a task.</param>
/// <param name="From">First day of completion.</param>
/// <param name="To">Last day of completion.</param>
public sealed record RegisterQuery(string? Text = null, Department? Department = null, string? Task = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary><c>subject</c>, <c>department</c>, <c>completed</c>, <c>published</c>; null: the newest publication first.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }
}

/// <summary>A public result of one item.</summary>
/// <param name="Visit">Where the whole result stands.</param>
/// <param name="Edition">The edition, from 1.</param>
/// <param name="PlanNumber">Number of the plan.</param>
/// <param name="PlanName">Name of the plan.</param>
/// <param name="TaskNumber">Number of the task.</param>
/// <param name="TaskName">Name of the task.</param>
/// <param name="TaskType">Directed or undirected.</param>
/// <param name="SubjectName">Name of the subject.</param>
/// <param name="SubjectCode">Its code.</param>
/// <param name="ItemName">The item.</param>
/// <param name="Department">The department that inspected.</param>
/// <param name="CompletedOn">Day of completion.</param>
/// <param name="Codes">Results; empty: the item did not apply.</param>
/// <param name="PublishedAt">When it became public. UTC.</param>
/// <param name="Reason">Why the former edition was corrected, or null.</param>
/// <param name="SupersededAt">When a correction took its place, or null.</param>
public sealed record PublicResult(
    Id<Visit> Visit, int Edition, string PlanNumber, string PlanName, string TaskNumber, string TaskName, TaskType TaskType,
    string SubjectName, string SubjectCode, string ItemName, Department Department, DateOnly CompletedOn, IReadOnlyList<ResultCode> Codes,
    DateTimeOffset PublishedAt, string? Reason, DateTimeOffset? SupersededAt)
{
    private static readonly Words Words = new(typeof(ResultRegister));

    /// <summary>The result in words; 查无此项 where the item did not apply.</summary>
    public string InWords => Codes.Count == 0 ? Words["not-applicable"] : string.Join("；", Codes.Order().Select(code => code.Name()));
}

/// <summary>What the log was told of a published edition.</summary>
/// <param name="Index">0-based place of its <c>result.published</c>.</param>
/// <param name="Statement">The canonical bytes whose hash stands there.</param>
public sealed record LoggedResult(int Index, byte[] Statement);

/// <summary>The public register of results [抽查检查结果公示]: no sign-in, departments but no persons, former editions marked.</summary>
[PerRequest]
public sealed class ResultRegister(SupervisionDb db)
{
    private static readonly Words Words = new(typeof(ResultRegister));

    /// <summary>One page of standing results in the order asked for, and how many there are.</summary>
    public async Task<(IReadOnlyList<PublicResult> Lines, int Total)> ListAsync(
        Jurisdiction county, RegisterQuery query, int page, int size, CancellationToken stop = default)
    {
        var rows = Standing(county, query);
        var lines = await Sorted(rows, query).ThenBy(r => r.SubjectCode).ThenBy(r => r.Item)
            .Skip((page - 1) * size).Take(size).ToListAsync(stop);
        return ([.. lines.Select(Public)], await rows.CountAsync(stop));
    }

    /// <summary>All editions of one visit's results, the standing one first; empty when nothing is published.</summary>
    public async Task<IReadOnlyList<PublicResult>> OfVisitAsync(Jurisdiction county, Id<Visit> visit, CancellationToken stop = default) =>
        [.. (await db.PublishedResults.AsNoTracking().Where(r => r.Jurisdiction == county && r.Visit == visit)
            .OrderByDescending(r => r.Edition).ThenBy(r => r.Item).ToListAsync(stop)).Select(Public)];

    /// <summary>All editions of all results of one subject, the latest visit and edition first; empty when nothing is published.</summary>
    public async Task<IReadOnlyList<PublicResult>> OfSubjectAsync(Jurisdiction county, string code, CancellationToken stop = default) =>
        [.. (await db.PublishedResults.AsNoTracking().Where(r => r.Jurisdiction == county && r.SubjectCode == code)
            .OrderByDescending(r => r.CompletedOn).ThenBy(r => r.TaskNumber).ThenByDescending(r => r.Edition).ThenBy(r => r.Item).ToListAsync(stop)).Select(Public)];

    /// <summary>What the log was told of one edition: its place there and the bytes whose hash it holds; null when there is no such edition.</summary>
    public async Task<LoggedResult?> LoggedAsync(Jurisdiction county, Id<Visit> visit, int edition, CancellationToken stop = default)
    {
        var rows = await db.PublishedResults.AsNoTracking().Where(r => r.Jurisdiction == county && r.Visit == visit && r.Edition == edition).ToListAsync(stop);
        return rows.Count == 0 ? null : new LoggedResult(
            await db.ResultEditions.AsNoTracking().Where(e => e.Visit == visit && e.Edition == edition).Select(e => e.LogIndex).SingleAsync(stop),
            ResultStatement.Of(rows));
    }

    /// <summary>Places in the log of all editions of these visits, by visit and edition.</summary>
    public async Task<IReadOnlyDictionary<(Id<Visit> Visit, int Edition), int>> PlacesAsync(IReadOnlyCollection<Id<Visit>> visits, CancellationToken stop = default) =>
        (await db.ResultEditions.AsNoTracking().Where(e => visits.Contains(e.Visit)).Select(e => new { e.Visit, e.Edition, e.LogIndex }).ToListAsync(stop))
        .ToDictionary(e => (e.Visit, e.Edition), e => e.LogIndex);

    /// <summary>Writes the standing results as XLSX, at most 100,000 rows.</summary>
    public async Task ExportAsync(Jurisdiction county, RegisterQuery query, Stream to, CancellationToken stop = default) =>
        SheetWriter.Write(to, [await SheetAsync(county, query, stop)]);

    /// <summary>The standing results as a sheet, at most 100,000 rows.</summary>
    public async Task<SheetPage> SheetAsync(Jurisdiction county, RegisterQuery query, CancellationToken stop = default)
    {
        var rows = await Sorted(Standing(county, query), query).ThenBy(r => r.SubjectCode).ThenBy(r => r.Item).Take(100_000).ToListAsync(stop);
        return new(Words["sheet"], [.. Columns.Select(column => Words["column." + column])], rows.Select(Public).Select((row, i) => (IReadOnlyList<object?>)
        [
            i + 1, row.SubjectName, row.SubjectCode, row.Department.Name, row.CompletedOn, row.ItemName, row.InWords, row.PlanNumber, row.PlanName,
            row.TaskNumber, row.TaskName, Words["type." + row.TaskType], row.PublishedAt.Day(),
        ]));
    }

    private static readonly string[] Columns =
    [
        "number", "subject", "code", "department", "completed", "item", "result", "plan-number", "plan", "task-number", "task", "type", "published",
    ];

    private IQueryable<PublishedResult> Standing(Jurisdiction county, RegisterQuery query)
    {
        var rows = db.PublishedResults.AsNoTracking().Where(r => r.Jurisdiction == county && r.SupersededAt == null);
        rows = query.Department is { } department ? rows.Where(r => r.Department == department) : rows;
        rows = query.Task is { } task ? rows.Where(r => r.TaskNumber == task) : rows;
        rows = query.From is { } from ? rows.Where(r => r.CompletedOn >= from) : rows;
        rows = query.To is { } to ? rows.Where(r => r.CompletedOn <= to) : rows;
        var text = Subject.SearchForm(query.Text ?? "");
        return text.Length == 0 ? rows : rows.Where(r => db.Subjects.Any(s => s.Id == r.Subject && s.SearchText.Contains(text)));
    }

    private static IOrderedQueryable<PublishedResult> Sorted(IQueryable<PublishedResult> rows, RegisterQuery query) => (query.Sort, query.Descending) switch
    {
        ("subject", false) => rows.OrderBy(r => r.SubjectName),
        ("subject", true) => rows.OrderByDescending(r => r.SubjectName),
        ("department", false) => rows.OrderBy(r => r.Department),
        ("department", true) => rows.OrderByDescending(r => r.Department),
        ("completed", false) => rows.OrderBy(r => r.CompletedOn),
        ("completed", true) => rows.OrderByDescending(r => r.CompletedOn),
        ("published", false) => rows.OrderBy(r => r.PublishedAt),
        _ => rows.OrderByDescending(r => r.PublishedAt),
    };

    private static PublicResult Public(PublishedResult row) => new(
        row.Visit, row.Edition, row.PlanNumber, row.PlanName, row.TaskNumber, row.TaskName, row.TaskType, row.SubjectName, row.SubjectCode,
        row.ItemName, row.Department, row.CompletedOn, row.Codes, row.PublishedAt, row.Reason, row.SupersededAt);
}
