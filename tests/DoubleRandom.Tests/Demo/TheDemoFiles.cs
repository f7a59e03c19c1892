using System.IO.Compression;
using System.Text;
using DoubleRandom.Demo;
using DoubleRandom.Demo.County;
using MiniExcelLibs;

namespace DoubleRandom.Tests.Demo;

/// <summary>The files that <c>demo create</c> writes.</summary>
public sealed class TheDemoFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo-files-");

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, long seed, int subjects = 300)
    {
        var path = Path.Combine(folder.FullName, name);
        DemoFiles.Write(path, seed, subjects);
        return path;
    }

    private static string Content(string file)
    {
        if (Path.GetExtension(file) == ".csv")
        {
            return Convert.ToHexString(File.ReadAllBytes(file));
        }

        using var zip = ZipFile.OpenRead(file);
        var parts = zip.Entries
            .Where(e => e.FullName is "xl/worksheets/sheet1.xml" or "xl/sharedStrings.xml") // MiniExcel names its relations anew each time
            .OrderBy(e => e.FullName, StringComparer.Ordinal)
            .Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return entry.FullName + reader.ReadToEnd();
        });
        return string.Concat(parts);
    }

    [Fact]
    public void The_same_seed_writes_the_same_content()
    {
        var (one, other) = (Write("one", seed: 7), Write("other", seed: 7));
        var files = Directory.GetFiles(one).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(9);
        foreach (var file in files)
        {
            Content(Path.Combine(one, file!)).ShouldBe(Content(Path.Combine(other, file!)), file);
        }
    }

    [Fact]
    public void Another_seed_writes_other_subjects() =>
        Content(Path.Combine(Write("one", seed: 7), DemoFiles.SubjectsCsv)).ShouldNotBe(Content(Path.Combine(Write("other", seed: 8), DemoFiles.SubjectsCsv)));

    [Fact]
    public void Negative_seeds_are_seeds_too() => File.Exists(Path.Combine(Write("one", seed: long.MinValue), DemoFiles.Subjects)).ShouldBeTrue();

    [Theory]
    [InlineData(DemoFiles.Subjects, "subject-headers", 300)]
    [InlineData(DemoFiles.Inspectors, "inspector-headers", 300)]
    [InlineData(DemoFiles.Items, "item-headers", 53)]
    public void Sheets_bear_the_template_headers_and_all_rows(string file, string headers, int count)
    {
        var rows = MiniExcel.Query(Path.Combine(Write("sheets", seed: 1), file)).Cast<IDictionary<string, object>>().ToList();
        rows[0].Values.ShouldBe(DemoLists.Of(headers));
        rows.Count.ShouldBe(count + 1);
    }

    [Fact]
    public void Sheets_and_both_csv_files_hold_the_same_subjects()
    {
        var path = Write("same", seed: 1);
        var utf8 = File.ReadAllText(Path.Combine(path, DemoFiles.SubjectsCsv), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var gb18030 = File.ReadAllText(Path.Combine(path, DemoFiles.SubjectsGb18030), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);
        gb18030.ShouldBe(utf8);
        var sheet = MiniExcel.Query(Path.Combine(path, DemoFiles.Subjects)).Cast<IDictionary<string, object>>()
            .Select(row => string.Join(',', row.Values.Select(v => v?.ToString() ?? "")));
        string.Concat(sheet.Select(line => line + "\r\n")).ShouldBe(utf8);
    }
}
