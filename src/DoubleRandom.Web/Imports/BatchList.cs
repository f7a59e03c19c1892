using DoubleRandom.Imports;
using DoubleRandom.Web.Layout;

namespace DoubleRandom.Web.Imports;

/// <summary>The history of imports as a list: what its address asks for, its columns, and what its workbook says.</summary>
public static class BatchList
{
    /// <summary>The list filled that an address asks for; <c>kind</c> there is the one to be filled next.</summary>
    public static ImportKind? Kind(PageQuery query) => Choice.Chosen<ImportKind>(query["of"]);

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("at", ImportText.Words["at"]),
        new("kind", ImportText.Words["kind"]),
        new("file", ImportText.Words["file-name"]) { Leads = true },
        new("who", ImportText.Words["who"]),
        new("new", ImportText.Words["new"]) { IsNumber = true },
        new("updated", ImportText.Words["updated"]) { IsNumber = true },
        new("unchanged", ImportText.Words["unchanged"]) { IsNumber = true },
        new("rejected", ImportText.Words["rejected"]) { IsNumber = true });

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
