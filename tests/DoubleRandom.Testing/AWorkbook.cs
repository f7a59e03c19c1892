using System.IO.Compression;
using System.Text;

namespace DoubleRandom.Testing;

/// <summary>A workbook written part by part, so that a test can put any byte anywhere.</summary>
public sealed class AWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string State)> tabs = [];
    private string properties = "";

    /// <summary>A worksheet whose rows are given as XML.</summary>
    public AWorkbook Sheet(string name, string rows, string state = "visible")
    {
        tabs.Add((name, state));
        return Part($"xl/worksheets/sheet{tabs.Count}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
    }

    /// <summary>A worksheet of texts, the first row in row 1.</summary>
    public AWorkbook Texts(string name, params string[][] rows) =>
        Sheet(name, string.Concat(rows.Select(r => $"<row>{string.Concat(r.Select(Text))}</row>")));

    /// <summary>The texts that cells name by number.</summary>
    public AWorkbook Shared(string items) => Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{items}</sst>");

    /// <summary>The styles that cells name by number.</summary>
    public AWorkbook Styles(string inside) => Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{inside}</styleSheet>");

    /// <summary>Days counted as old Macintosh programs did.</summary>
    public AWorkbook CountingFrom1904()
    {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>Any part with any content.</summary>
    public AWorkbook Part(string path, string content)
    {
        parts[path] = content;
        return this;
    }

    /// <summary>A cell that holds a text.</summary>
    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>The first row, of texts.</summary>
    public static string Header(params string[] names) => $"<row r=\"1\">{string.Concat(names.Select(Text))}</row>";

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var sheets = string.Concat(tabs.Select((t, i) => $"<sheet name=\"{t.Name}\" sheetId=\"{i + 1}\" state=\"{t.State}\" r:id=\"rId{i + 1}\"/>"));
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_rels/.rels"] = Relations($"<Relationship Id=\"rId1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/>"),
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\">{properties}<sheets>{sheets}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations(
                string.Concat(tabs.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Rel}/worksheet\" Target=\"/xl/worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId90\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId91\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/>"),
        };
        foreach (var (path, content) in parts)
        {
            all[path] = content;
        }

        return Zip([.. all.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value)))]);
    }

    /// <summary>Any archive.</summary>
    public static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Relations(string inside) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>";
}
