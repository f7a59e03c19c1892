using DoubleRandom.Demo.County;
using DoubleRandom.Demo.Dirty;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace DoubleRandom.Demo;

/// <summary>The demo county's input files, as a county would hand them in: sheets for import, and a dirty one.</summary>
public static class DemoFiles
{
    /// <summary>The item list.</summary>
    public const string Items = "items.xlsx";

    /// <summary>The subject directory.</summary>
    public const string Subjects = "subjects.xlsx";

    /// <summary>The same as UTF-8 without a mark.</summary>
    public const string SubjectsCsv = "subjects.csv";

    /// <summary>The same in GB18030.</summary>
    public const string SubjectsGb18030 = "subjects-gb18030.csv";

    /// <summary>The inspector directory.</summary>
    public const string Inspectors = "inspectors.xlsx";

    /// <summary>The dirty subject sheet.</summary>
    public const string Dirty = "subjects-dirty.xlsx";

    /// <summary>The same as UTF-8 with a mark.</summary>
    public const string DirtyCsv = "subjects-dirty.csv";

    /// <summary>The same in GB18030.</summary>
    public const string DirtyGb18030 = "subjects-dirty-gb18030.csv";

    /// <summary>Which row of the dirty sheet carries which fault.</summary>
    public const string DirtyFaults = "subjects-dirty-faults.csv";

    private static readonly Words Words = new(typeof(DirtyRow));

    /// <summary>Writes only the three sheets that the demo county is imported from.</summary>
    /// <returns>The county they hold.</returns>
    public static DemoCounty WriteInputs(string folder, long seed, int subjects)
    {
        Directory.CreateDirectory(folder);
        var county = DemoCounty.Make(seed, subjects);
        WriteSheet(Path.Combine(folder, Items), "item", "sheet-items", county.Items.Select(i => i.Cells()));
        WriteSheet(Path.Combine(folder, Subjects), "subject", "sheet-subjects", county.Subjects.Select(s => s.Cells()));
        WriteSheet(Path.Combine(folder, Inspectors), "inspector", "sheet-inspectors", county.Inspectors.Select(i => i.Cells()));
        return county;
    }

    /// <summary>Writes all files, replacing former ones; the folder is made when it is not there.</summary>
    /// <returns>The county they hold.</returns>
    public static DemoCounty Write(string folder, long seed, int subjects)
    {
        var county = WriteInputs(folder, seed, subjects);
        var rows = county.Subjects.Select(s => (IEnumerable<string>)s.Cells()).Prepend(DemoLists.Of("subject-headers")).ToArray();
        CsvText.Write(Path.Combine(folder, SubjectsCsv), CsvText.Utf8, rows);
        CsvText.Write(Path.Combine(folder, SubjectsGb18030), CsvText.Gb18030, rows);
        WriteDirty(folder, DirtySubjects.Make(seed));
        return county;
    }

    private static void WriteDirty(string folder, DirtySubjects dirty)
    {
        dirty.WriteWorkbook(Path.Combine(folder, Dirty));
        dirty.WriteCsv(Path.Combine(folder, DirtyCsv), CsvText.Utf8WithMark);
        dirty.WriteCsv(Path.Combine(folder, DirtyGb18030), CsvText.Gb18030);
        var faults = dirty.Faults.Select(IEnumerable<string> (f) =>
            [f.Row.ToString(null, null), f.Fault, f.Column, f.Found, f.Sentence, Words[f.Rejected ? "rejected" : "accepted"]]);
        CsvText.Write(Path.Combine(folder, DirtyFaults), CsvText.Utf8WithMark, faults.Prepend(Words["headings"].Split(',')));
    }

    private static void WriteSheet(string path, string subject, string sheet, IEnumerable<IReadOnlyList<string>> rows)
    {
        var headers = DemoLists.Of(subject + "-headers");
        var layout = new OpenXmlConfiguration
        {
            AutoFilter = false,
            TableStyles = TableStyles.None,
            DynamicColumns = [.. headers.Select((header, i) => new DynamicExcelColumn(header) { Index = i, Width = 20 })],
        };
        MiniExcel.SaveAs(path, rows.Select(cells => Named(headers, cells)), sheetName: DemoLists.Text(sheet), configuration: layout, overwriteFile: true);
    }

    private static Dictionary<string, object> Named(IReadOnlyList<string> headers, IReadOnlyList<string> cells)
    {
        var row = new Dictionary<string, object>(headers.Count, StringComparer.Ordinal);
        for (var i = 0; i < headers.Count; i++)
        {
            row[headers[i]] = cells[i];
        }

        return row;
    }
}
