using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>What is looked for in the item list; null or empty is no condition.</summary>
/// <param name="Text">Part of the code or the name.</param>
/// <param name="Department">The department.</param>
/// <param name="Importance">重点 or 一般.</param>
/// <param name="State">Draft, published or retired.</param>
public sealed record ItemQuery(string? Text = null, Department? Department = null, Importance? Importance = null, ItemState? State = null)
{
    /// <summary><c>code</c> (as given), <c>name</c>, <c>department</c>, <c>published</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>One page of a list, and how many rows the list has.</summary>
public sealed record ItemPage(IReadOnlyList<Item> Rows, int Total);

/// <summary>Reads the item list [查询事项清单].</summary>
[PerRequest]
public sealed class ItemReader(SupervisionDb db)
{
    /// <summary>The most rows a list is exported with.</summary>
    public const int MostExported = 20_000;

    /// <summary>The workbook's columns as the list names them.</summary>
    private static readonly string[] Columns = ["code", "name", "department", "importance", "cap", "subjects", "", "", "", "", "", "state", "published"];

    /// <summary>One page.</summary>
    public async Task<ItemPage> PageAsync(ItemQuery query, CancellationToken stop = default)
    {
        var found = Matching(query);
        var rows = await Sorted(found, query).Skip((Math.Max(query.Page, 1) - 1) * query.Size).Take(query.Size).ToListAsync(stop);
        return new(rows, await found.CountAsync(stop));
    }

    /// <summary>One item, or null.</summary>
    public Task<Item?> FindAsync(Id<Item> id, CancellationToken stop = default) => db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);

    /// <summary>One item by its code, or null.</summary>
    public Task<Item?> FindAsync(string code, CancellationToken stop = default) => db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, stop);

    /// <summary>Which of these codes are codes of published items.</summary>
    public async Task<IReadOnlySet<string>> PublishedAmongAsync(IReadOnlyCollection<string> codes, CancellationToken stop = default) =>
        await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code) && i.State == ItemState.Published).Select(i => i.Code).ToHashSetAsync(stop);

    /// <summary>Writes what the query shows, all pages, as a workbook: with all columns one that can be imported again, else the columns asked for.</summary>
    public async Task ExportAsync(Stream to, ItemQuery query, IReadOnlyCollection<string> columns, CancellationToken stop = default) =>
        SheetWriter.Write(to, [(await SheetAsync(query, stop)).Only(Columns, columns)]);

    /// <summary>What the query shows, all pages, as a sheet with all columns.</summary>
    public async Task<SheetPage> SheetAsync(ItemQuery query, CancellationToken stop = default)
    {
        var rows = await Sorted(Matching(query), query).Take(MostExported).ToListAsync(stop);
        return new(
            ItemImport.Title,
            [.. ItemImport.Sheet.All.Select(c => c.Header), ImportedKind.Words["column.state"], ImportedKind.Words["column.published"]],
            rows.Select(item => (IReadOnlyList<object?>)[.. ItemImport.Cells(item), ItemWords.InChinese(item.State), item.PublishedOn]));
    }

    private IQueryable<Item> Matching(ItemQuery query)
    {
        var items = db.Items.AsNoTracking();
        if (query.Text?.Trim() is { Length: > 0 } text)
        {
            var upper = text.ToUpperInvariant();
            items = items.Where(i => i.Name.Contains(text) || i.Code.Contains(upper));
        }

        if (query.Department is { } department)
        {
            items = items.Where(i => i.Department == department);
        }

        if (query.Importance is { } importance)
        {
            items = items.Where(i => i.Importance == importance);
        }

        return query.State is { } state ? items.Where(i => i.State == state) : items;
    }

    private static IQueryable<Item> Sorted(IQueryable<Item> items, ItemQuery query) => query.Sort switch
    {
        "name" => items.By(i => i.Name, query.Descending).ThenBy(i => i.Code),
        "department" => items.By(i => i.Department, query.Descending).ThenBy(i => i.Code),
        "published" => items.By(i => i.PublishedOn, query.Descending).ThenBy(i => i.Code),
        _ => items.By(i => i.Code, query.Descending),
    };
}
