using DoubleRandom.Imports;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Imports;

/// <summary>The history of imports as a list: what its address asks for, its columns, and what its workbook says.</summary>
public static class BatchList
{
    /// <summary>What an address asks for; <c>kind</c> there is the list to be filled next, <c>of</c> the one that was.</summary>
    public static ImportQuery Of(PageQuery query) => new()
    {
        Kind = ImportText.Chosen(query["of"]),
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
    };

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("at", ImportText.Words["at"]) { Sorts = true },
        new("kind", ImportText.Words["kind"]),
        new("file", ImportText.Words["file-name"]) { Sorts = true, Leads = true },
        new("who", ImportText.Words["who"]) { Sorts = true },
        new("new", ImportText.Words["new"]) { Sorts = true, IsNumber = true },
        new("updated", ImportText.Words["updated"]) { Sorts = true, IsNumber = true },
        new("unchanged", ImportText.Words["unchanged"]) { Sorts = true, IsNumber = true },
        new("rejected", ImportText.Words["rejected"]) { Sorts = true, IsNumber = true });

    /// <summary>What the workbook says of an import in a column.</summary>
    internal static object? Cell(ImportBatch batch, string column) => column switch
    {
        "at" => batch.At,
        "kind" => ImportText.Of(batch.Kind),
        "file" => batch.FileName,
        "who" => batch.Who,
        "new" => batch.Added,
        "updated" => batch.Updated,
        "unchanged" => batch.Unchanged,
        _ => batch.Rejected,
    };
}
