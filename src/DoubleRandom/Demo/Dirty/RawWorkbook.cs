using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DoubleRandom.Demo.Dirty;

/// <summary>
/// Writes a workbook of one sheet with what MiniExcel cannot write: merged titles, formulas, numbers that should be texts,
/// date serials. The same cells give the same bytes.
/// </summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Parts = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly DateTimeOffset Stamp = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file, replacing a former one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="rows">Its rows; a title row holds one cell.</param>
    /// <param name="titleRows">How many rows from the top are merged over the whole width.</param>
    public static void Write(string path, string sheet, IReadOnlyList<IReadOnlyList<SheetCell>> rows, int titleRows)
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Parts}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Parts}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Parts}styles+xml"/></Types>
            """);
        Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Add(zip, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        var width = rows.Max(r => r.Count);
        using var xml = XmlWriter.Create(Open(zip, "xl/worksheets/sheet1.xml"), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        for (var i = 0; i < rows.Count; i++)
        {
            WriteRow(xml, i + 1, rows[i]);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("mergeCells");
        for (var row = 1; row <= titleRows; row++)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A{row}:{Column(width - 1)}{row}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<SheetCell> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{Column(i)}{number}"));
            WriteCell(xml, cells[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, SheetCell cell)
    {
        switch (cell)
        {
            case SheetCell.Text text:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(text.Value);
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case SheetCell.Formula formula:
                xml.WriteAttributeString("t", "str");
                xml.WriteElementString("f", formula.Expression);
                xml.WriteElementString("v", formula.Value);
                break;
            case SheetCell.Number number:
                xml.WriteElementString("v", number.Value.ToString("0.################E+00", CultureInfo.InvariantCulture));
                break;
            case SheetCell.Serial serial:
                xml.WriteAttributeString("s", "1");
                xml.WriteElementString("v", serial.Csv);
                break;
        }
    }

    private static string Column(int index) => ((char)('A' + index)).ToString();

    private static void Add(ZipArchive zip, string part, string content)
    {
        using var writer = new StreamWriter(Open(zip, part), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content);
    }

    private static Stream Open(ZipArchive zip, string part)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
