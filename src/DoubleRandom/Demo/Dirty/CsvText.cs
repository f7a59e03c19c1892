using System.Text;

namespace DoubleRandom.Demo.Dirty;

/// <summary>Writes CSV by RFC 4180: CRLF, quotes where a cell needs them. Cells stay as they are: this is input, not an export.</summary>
internal static class CsvText
{
    /// <summary>UTF-8 with the byte order mark that Excel asks for.</summary>
    public static Encoding Utf8WithMark { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>UTF-8 without a mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of Chinese Windows programs.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static void Write(string path, Encoding encoding, IEnumerable<IEnumerable<string>> rows)
    {
        using var writer = new StreamWriter(path, append: false, encoding) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Quoted)));
        }
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
