using System.Globalization;
using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>
/// Writes a list as CSV [开放数据] by RFC 4180: UTF-8 with the mark that spreadsheet programs ask for, CRLF, quotes where a cell needs them.
/// A text that begins like a formula gets an apostrophe in front, so that no program runs it.
/// </summary>
public static class CsvWriter
{
    /// <summary>Writes the header and all rows; the stream stays open.</summary>
    public static void Write(Stream to, SheetPage page)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', page.Headers.Select(Quoted)));
        foreach (var row in page.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Written)));
        }
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text => Quoted(PageWriter.LooksLikeFormula(text) ? "'" + text : text),
        _ => "",
    };

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
