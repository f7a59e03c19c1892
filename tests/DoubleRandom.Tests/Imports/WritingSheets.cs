using System.Globalization;
using System.IO.Compression;
using CsCheck;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;
using DoubleRandom.Testing;
using MiniExcelLibs;

namespace DoubleRandom.Tests.Imports;

/// <summary>What is written is text that stays text: it comes back the same, and nothing executes.</summary>
public sealed class WritingSheets
{
    private static readonly string[] Awkward =
        ["勐海县茶厂", "👩‍🔧🍵", "=1+1", "+86", "-", "@SUM(A1)", "\t=1", "'=1", "_x0007_", "a\r\nb", " 前后 ", "<&\">", "\u0007", "\uD800", "\uFFFF", "532822199001010011"];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 20],
        Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]));

    private static byte[] Write(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }

    private static byte[] List(params string[][] rows) =>
        Write(f => SheetWriter.Write(f, "名单", ["对象名称", "所属乡镇", "监管标签"], rows));

    [Fact]
    public void Any_text_comes_back_the_same() =>
        AnyText.Sample(
            text => Sheets.Read(List(["甲", "勐海镇", text]), r => r["监管标签"].Text).Value.Accepted[0].Value == text,
            iter: 1_000,
            seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("\t=1")]
    public void Text_that_begins_like_a_formula_carries_the_quote_mark(string text)
    {
        using var zip = new ZipArchive(new MemoryStream(List([text, "勐海镇", ""])));
        using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = part.ReadToEnd();
        xml.ShouldContain("<c r=\"A2\" s=\"3\" t=\"inlineStr\">");
        xml.ShouldNotContain("<f>");
    }

    [Fact]
    public void Other_programs_read_what_is_written()
    {
        using var file = new MemoryStream(Write(f => SheetWriter.Write(f, "a[b]/c", ["名称", "数", "日"], [["=1+1", 42, new DateOnly(2026, 3, 2)]])));
        var row = (IDictionary<string, object>)file.Query(useHeaderRow: true).Single();
        row["名称"].ShouldBe("=1+1");
        Convert.ToInt32(row["数"], CultureInfo.InvariantCulture).ShouldBe(42);
        row["日"].ShouldBe("2026-03-02");
        file.GetSheetNames().ShouldBe(["abc"]);
    }

    [Fact]
    public void What_other_programs_write_is_read()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { 对象名称 = "甲茶厂", 所属乡镇 = "勐海镇", 成立日期 = new DateTime(2019, 3, 5, 0, 0, 0, DateTimeKind.Unspecified) } });
        Sheets.Read(file.ToArray(), r => $"{r.Text("对象名称")} {r.Date("成立日期"):yyyy-MM-dd}").Value.Accepted[0].Value.ShouldBe("甲茶厂 2019-03-05");
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes() => List(["甲", "乙", "丙"]).ShouldBe(List(["甲", "乙", "丙"]));

    [Fact]
    public void Rejected_rows_go_back_as_sent_with_their_reasons_and_can_be_sent_again()
    {
        var sent = new AWorkbook().Texts("名单", ["县名录"], ["备注", "所属乡镇*", "成立日期", "对象名称"], ["=1", "", "2019-02-30", "甲"], ["", "勐海镇", "", "乙"]).Bytes();
        static string Take(SheetRow r) => r.Text("对象名称") + r.Text("所属乡镇") + r.Date("成立日期");
        var back = Write(f => RejectedRows.Write(f, Sheets.Read(sent, Take).Value));
        using var stream = new MemoryStream(back);
        var row = (IDictionary<string, object?>)stream.Query(useHeaderRow: true).Single();
        row.Keys.ShouldBe(["备注", "所属乡镇*", "成立日期", "对象名称", "退回原因"]);
        row["备注"].ShouldBe("=1");
        row["成立日期"].ShouldBe("2019-02-30");
        ((string)row["退回原因"]!).Split('\n').ShouldSatisfyAllConditions(
            r => r[0].ShouldBe("原文件第 3 行"), r => r[1].ShouldStartWith("1. 单元格 B3「所属乡镇」"), r => r[2].ShouldStartWith("2. 单元格 C3「成立日期」"));
        var again = Sheets.Read(back, Take).Value;
        again.Faults.Count().ShouldBe(2);
        using var twice = new MemoryStream(Write(f => RejectedRows.Write(f, again)));
        ((IDictionary<string, object?>)twice.Query(useHeaderRow: true).Single()).Keys.Count(k => k == "退回原因").ShouldBe(1);
    }

    [Fact]
    public void A_template_filled_in_is_read_and_its_second_sheet_is_help()
    {
        var template = Write(f => Template.Write(f, "检查对象", Sheets.Columns));
        Sheets.Answer(template).ShouldBe("import.no-rows");
        using var stream = new MemoryStream(template);
        stream.GetSheetNames().ShouldBe(["检查对象", "填写说明"]);
        stream.Query(sheetName: "检查对象").Cast<IDictionary<string, object>>().Single()["A"].ShouldBe("对象名称*");
        var help = (IDictionary<string, object>)stream.Query(useHeaderRow: true, sheetName: "填写说明").First();
        help["怎样填"].ShouldBe("营业执照上的全称");
        help["示例"].ShouldBe("勐海某茶厂");
    }
}
