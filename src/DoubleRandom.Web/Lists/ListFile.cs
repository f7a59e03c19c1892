using System.Globalization;
using DoubleRandom.Sheets;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Lists;

/// <summary>A list as a workbook: the rows that its page shows under the same filters, on all pages, and only the columns shown [导出当前结果].</summary>
public static class ListFile
{
    /// <summary>The media type of a workbook.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most rows of a list that may grow for ever.</summary>
    public const int Most = 10_000;

    /// <summary>The download. An instant in a cell is written on the clocks of Asia/Shanghai to the second.</summary>
    /// <param name="title">Name of the sheet and of the file.</param>
    /// <param name="columns">The columns of the list.</param>
    /// <param name="rows">All rows, in the order of the list.</param>
    /// <param name="cell">What stands in the column of a key.</param>
    /// <param name="total">How many rows the list has; where these are more, a last line says that the file is cut. Null: as many as are given.</param>
    public static IResult Of<T>(string title, Columns columns, IReadOnlyCollection<T> rows, Func<T, string, object?> cell, int? total = null)
    {
        var shown = columns.Shown;
        var lines = rows.Select(row => (IReadOnlyList<object?>)[.. shown.Select(c => Written(cell(row, c.Key)))]);
        using var file = new MemoryStream();
        SheetWriter.Write(file, title, [.. shown.Select(c => c.Title)], total > rows.Count ? lines.Append([Say.It("export.cut", Say.Number(total.Value), Say.Number(rows.Count))]) : lines);
        return Results.File(file.ToArray(), Workbook, title + ".xlsx");
    }

    private static object? Written(object? cell) => cell is DateTimeOffset at ? at.InShanghai().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : cell;
}
