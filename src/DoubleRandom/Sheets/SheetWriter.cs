using System.IO.Compression;
using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Its name; made lawful and unique by the writer.</param>
/// <param name="Headers">Its header row.</param>
/// <param name="Rows">Its rows: whole numbers stay numbers, days become 2019-03-05, anything else is text.</param>
public sealed record SheetPage(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>For each column the words to choose from, or an empty list.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Choices { get; init; } = [];

    /// <summary>The same sheet with only the columns that a list shows, in the order of the sheet; all of them where none is asked for.</summary>
    /// <param name="keys">For each column the key by which the list names it; "" where the list does not show it.</param>
    /// <param name="asked">Keys of the columns shown; unknown ones mean nothing.</param>
    public SheetPage Only(IReadOnlyList<string> keys, IReadOnlyCollection<string> asked)
    {
        var kept = keys.Index().Where(key => asked.Contains(key.Item)).Select(key => key.Index).ToArray();
        return kept.Length == 0 ? this : new(Name, [.. kept.Select(at => Headers[at])], Rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(at => row[at])]));
    }
}

/// <summary>
/// Writes lists as XLSX [导出], row by row. Every text is stored as text in a text format, and one that begins like a formula carries
/// the spreadsheet's own quote mark, so that nothing executes, not even when the cell is edited. The same pages give the same bytes.
/// </summary>
public static class SheetWriter
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // 0 as the program likes · 1 text · 2 header · 3 text under the quote mark
    private const string Styles = Head + $"""
        <styleSheet xmlns="{Spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F0FA"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>Writes one sheet.</summary>
    public static void Write(Stream to, string name, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows) =>
        Write(to, [new SheetPage(name, headers, rows)]);

    /// <summary>Writes sheets one after another; a list longer than a sheet goes on in the next one. The stream stays open.</summary>
    public static void Write(Stream to, IEnumerable<SheetPage> pages)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var names = new List<string>();
        foreach (var page in pages)
        {
            using var rows = page.Rows.GetEnumerator();
            var hasMore = rows.MoveNext();
            do
            {
                names.Add(Lawful(page.Name, names));
                using var part = new StreamWriter(Open(zip, $"xl/worksheets/sheet{names.Count}.xml"), new UTF8Encoding(false));
                hasMore = new PageWriter(part, Head, Spreadsheet).Write(page, rows, hasMore);
            }
            while (hasMore);
        }

        Put(zip, "xl/styles.xml", Styles);
        Put(zip, "xl/workbook.xml", Head + $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Documents}"><sheets>{Each(names, (n, i) => $"""<sheet name="{PageWriter.Markup(n)}" sheetId="{i}" r:id="rId{i}"/>""")}</sheets></workbook>""");
        Put(zip, "xl/_rels/workbook.xml.rels", Head + $"""<Relationships xmlns="{Packages}/relationships">{Each(names, (_, i) => $"""<Relationship Id="rId{i}" Type="{Documents}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}<Relationship Id="rIdS" Type="{Documents}/styles" Target="styles.xml"/></Relationships>""");
        Put(zip, "_rels/.rels", Head + $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put(zip, "[Content_Types].xml", Head + $"""<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{Each(names, (_, i) => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}</Types>""");
    }

    private static string Each(List<string> names, Func<string, int, string> piece) => string.Concat(names.Select((n, i) => piece(n, i + 1)));

    /// <summary>At most 31 characters, none that tabs forbid, and no tab twice.</summary>
    private static string Lawful(string name, List<string> taken)
    {
        var clean = string.Concat(SheetText.Clean(name).Where(c => !char.IsSurrogate(c) && !"[]:*?/\\'\n\uFFFE\uFFFF".Contains(c, StringComparison.Ordinal)));
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, 24)];
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? clean : $"{clean} ({n})").First(n => !taken.Contains(n, StringComparer.OrdinalIgnoreCase));
    }

    private static Stream Open(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoDay;
        return entry.Open();
    }

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var part = Open(zip, path);
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
