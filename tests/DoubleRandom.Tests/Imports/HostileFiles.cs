using System.Text;
using CsCheck;
using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>Whatever the bytes, the answer is a sentence, never a crash and never a half-read file.</summary>
public sealed class HostileFiles
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] Good = new AWorkbook().Texts("名单", ["对象名称", "所属乡镇"], ["甲茶厂", "勐海镇"]).Bytes();

    private static byte[] OleWith(string entry) => [.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes(entry + "\0"), .. new byte[500]];

    [Fact]
    public void A_locked_workbook_is_told_from_an_old_one()
    {
        Sheets.Answer(OleWith("EncryptedPackage")).ShouldBe("import.locked");
        Sheets.Answer(OleWith("Workbook")).ShouldBe("import.old-workbook");
        Sheets.Answer(OleWith("WordDocument")).ShouldBe("import.not-a-workbook");
    }

    [Fact]
    public void The_name_of_a_file_is_not_believed()
    {
        Sheets.Answer(Good, "名单.csv").ShouldBe("甲茶厂@勐海镇");
        Sheets.Answer(Encoding.UTF8.GetBytes("对象名称,所属乡镇\n甲,勐海镇\n"), "名单.xlsx").ShouldBe("甲@勐海镇");
        Sheets.Answer("%PDF-1.7 …"u8.ToArray()).ShouldBe("import.not-a-workbook");
        Sheets.Answer("<html><table>"u8.ToArray(), "名单.xls").ShouldBe("import.markup");
        Sheets.Answer(AWorkbook.Zip(("word/document.xml", "<a/>"u8.ToArray()))).ShouldBe("import.not-a-workbook");
    }

    [Fact]
    public void An_empty_file_says_so() => Sheets.Answer([]).ShouldBe("import.empty");

    [Fact]
    public void Binary_noise_is_refused()
    {
        var noise = new byte[4096];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (byte)(((i * 131) ^ (i >> 3)) & 255);
        }

        Sheets.Answer(noise).ShouldBe("import.noise");
    }

    [Fact]
    public void Over_50_MB_is_refused_unread()
    {
        using var file = new MemoryStream();
        file.SetLength(SheetLimits.FileBytes + 1);
        var outcome = SheetFile.Read(file, "名单.csv", Sheets.Columns, r => r.Number, TestContext.Current.CancellationToken);
        outcome.Refusal!.Code.ShouldBe("import.too-large");
        outcome.Refusal.Because.ShouldContain("50 MB");
    }

    [Fact]
    public void A_small_file_that_grows_without_end_is_stopped()
    {
        var rows = new StringBuilder(AWorkbook.Header("对象名称", "所属乡镇"));
        for (var i = 0; i < 600_000; i++)
        {
            _ = rows.Append("<row><c s=\"1\"/><c s=\"1\"/></row>");
        }

        var bomb = new AWorkbook().Sheet("名单", rows.ToString()).Bytes();
        bomb.Length.ShouldBeLessThan(200_000);
        Sheets.Answer(bomb).ShouldBe("import.bomb");
    }

    [Theory]
    [InlineData("<row><c t=\"inlineStr\"><is><t>{0}</t></is></c></row>", "import.long-cell")]
    [InlineData("<row><c t=\"{0}\"/></row>", "import.bomb")]
    [InlineData("<{0}/>", "import.bomb")]
    public void One_text_that_fills_the_memory_is_stopped(string shape, string expected) =>
        Sheets.Answer(new AWorkbook().Sheet("名单", shape.Replace("{0}", new string('a', 5_000_000), StringComparison.Ordinal)).Bytes())
            .ShouldBe(expected);

    [Fact]
    public void Tags_nested_without_end_are_damage() =>
        Sheets.Answer(new AWorkbook().Sheet("名单", string.Concat(Enumerable.Repeat("<a>", 100_000))).Bytes()).ShouldBe("import.damaged");

    [Fact]
    public void A_ZIP_of_thousands_of_parts_is_refused_before_it_is_opened() =>
        Sheets.Answer(AWorkbook.Zip([.. Enumerable.Range(0, 5_001).Select(i => ($"{i}", Array.Empty<byte>()))])).ShouldBe("import.bomb");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"甲\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>")]
    [InlineData("<worksheet><sheetData><row>")]
    [InlineData("<worksheet><sheetData><row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>seven</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"XFE1\"><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("")]
    public void A_part_that_no_spreadsheet_writes_is_damage(string part) =>
        Sheets.Answer(new AWorkbook().Sheet("名单", "").Part("xl/worksheets/sheet1.xml", part).Bytes()).ShouldBe("import.damaged");

    [Fact]
    public void More_rows_than_a_spreadsheet_has_are_refused() =>
        Sheets.Answer(new AWorkbook().Sheet("名单", "<row r=\"1048577\"><c><v>1</v></c></row>").Bytes()).ShouldBe("import.too-many-rows");

    [Fact]
    public void Half_a_workbook_is_damaged() => Sheets.Answer(Good[..(Good.Length / 2)]).ShouldBe("import.damaged");

    [Fact]
    public void Changed_bytes_never_crash_the_reader() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var bytes = (byte[])Good.Clone();
                foreach (var (at, to) in changes)
                {
                    bytes[at] = to;
                }

                _ = Sheets.Answer(bytes);
            },
            iter: 3_000,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Any_bytes_at_all_get_an_answer() =>
        Gen.Byte.Array[0, 300].Sample(bytes => { _ = Sheets.Answer(bytes); }, iter: 3_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Every_refusal_speaks_both_languages()
    {
        var refusal = Sheets.Names([]).Refusal!;
        refusal.Because.ShouldStartWith("文件是空的");
        refusal.InEnglish.ShouldStartWith("The file is empty");
    }
}
