using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DoubleRandom.Demo;
using DoubleRandom.Demo.County;
using DoubleRandom.Demo.Dirty;

namespace DoubleRandom.Tests.Demo;

/// <summary>The dirty subject sheet carries the faults it says it carries, where it says.</summary>
public sealed partial class TheDirtyFile : IDisposable
{
    private static readonly DirtySubjects Dirty = DirtySubjects.Make(seed: 1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo-dirty-");

    public TheDirtyFile() => DemoFiles.Write(folder.FullName, seed: 1, subjects: 10);

    public void Dispose() => folder.Delete(recursive: true);

    private List<List<string>> CsvRows(string file, Encoding encoding) =>
        [.. File.ReadAllText(Path.Combine(folder.FullName, file), encoding).Split("\r\n").Select(CsvCells)];

    private static List<string> CsvCells(string line) =>
        [.. CsvCell().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value)];

    private XElement Sheet()
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(Path.Combine(folder.FullName, DemoFiles.Dirty));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XElement.Load(part);
    }

    [Fact]
    public void It_has_200_subjects_and_every_kind_of_fault()
    {
        Dirty.Count.ShouldBe(200);
        Dirty.Faults.Select(f => f.Fault).Distinct().Count().ShouldBe(24);
        Dirty.Rejected.ShouldBe(26);
        Dirty.Faults.ShouldAllBe(f => f.Sentence.Length > 0);
    }

    [Fact]
    public void Every_fault_stands_where_it_is_documented()
    {
        foreach (var (file, encoding) in new[] { (DemoFiles.DirtyCsv, Encoding.UTF8), (DemoFiles.DirtyGb18030, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!) })
        {
            var rows = CsvRows(file, encoding);
            var headers = rows[DirtySubjects.HeaderRow - 1].Select(h => h.Trim()).ToList();
            Dirty.Faults.ShouldAllBe(f => rows[f.Row - 1][headers.IndexOf(f.Column)] == f.Found);
        }
    }

    [Fact]
    public void Faulty_codes_are_faulty_and_mendable_ones_are_not()
    {
        foreach (var row in Dirty.Faults.Where(f => f.Column == "统一社会信用代码" && !f.Fault.StartsWith("duplicate", StringComparison.Ordinal)))
        {
            SubjectCode.Read(row.Found).Refused(out _).ShouldBe(row.Rejected, row.Fault);
        }
    }

    [Fact]
    public void A_duplicate_repeats_a_former_row_that_is_right()
    {
        var codes = CsvRows(DemoFiles.DirtyCsv, Encoding.UTF8).Select(r => r.Count < 4 ? "" : CreditCode.Normalise(r[3])).ToList();
        foreach (var row in Dirty.Faults.Where(f => f.Fault.StartsWith("duplicate", StringComparison.Ordinal)))
        {
            var first = codes.IndexOf(CreditCode.Normalise(row.Found)) + 1;
            first.ShouldBeLessThan(row.Row);
            Dirty.Faults.ShouldNotContain(f => f.Row == first);
        }
    }

    [Fact]
    public void Its_headers_stand_under_merged_titles_in_another_order()
    {
        var rows = CsvRows(DemoFiles.DirtyCsv, Encoding.UTF8);
        var headers = rows[DirtySubjects.HeaderRow - 1].Select(h => h.Trim()).ToList();
        headers.ShouldBe(DemoLists.Of("subject-headers"), ignoreOrder: true);
        headers.ShouldNotBe(DemoLists.Of("subject-headers"));
        Sheet().Descendants().Count(e => e.Name.LocalName == "mergeCell").ShouldBe(2);
    }

    [Fact]
    public void The_workbook_has_formulas_a_number_and_a_date_serial()
    {
        var cells = Sheet().Descendants().Where(e => e.Name.LocalName == "c").ToList();
        cells.Count(c => c.Elements().Any(e => e.Name.LocalName == "f")).ShouldBe(2);
        cells.Where(c => c.Attribute("t") is null).Select(c => c.Value).ShouldContain(v => v.EndsWith("E+17", StringComparison.Ordinal));
        cells.Count(c => (string?)c.Attribute("s") == "1").ShouldBe(1);
    }

    [Fact]
    public void Its_codes_are_not_those_of_the_clean_directory() =>
        CsvRows(DemoFiles.DirtyCsv, Encoding.UTF8).SelectMany(r => r).ShouldAllBe(cell => !cell.Contains("532822MAX"));

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex CsvCell();
}
