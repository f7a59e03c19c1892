using DoubleRandom.Imports;

namespace DoubleRandom.Web.Layout;

/// <summary>A list as a workbook: the rows that its page shows under the same filters, on all pages, and only the columns shown [导出当前结果].</summary>
internal static class ListFile
{
    /// <summary>The media type of a workbook.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The download.</summary>
    /// <param name="title">Name of the sheet and of the file.</param>
    /// <param name="columns">The columns of the list.</param>
    /// <param name="rows">All rows, in the order of the list.</param>
    /// <param name="cell">What stands in the column of a key.</param>
    public static IResult Of<T>(string title, Columns columns, IEnumerable<T> rows, Func<T, string, object?> cell)
    {
        var shown = columns.Shown;
        using var file = new MemoryStream();
        SheetWriter.Write(file, title, [.. shown.Select(c => c.Title)], rows.Select(row => (IReadOnlyList<object?>)[.. shown.Select(c => cell(row, c.Key))]));
        return Results.File(file.ToArray(), Workbook, title + ".xlsx");
    }
}
