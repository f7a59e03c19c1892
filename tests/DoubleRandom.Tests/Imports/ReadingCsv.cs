using System.Text;

namespace DoubleRandom.Tests.Imports;

/// <summary>CSV in the encodings and separators that offices use.</summary>
public sealed class ReadingCsv
{
    private const string Table = "对象名称,所属乡镇\r\n勐海𠮷茶厂,勐海镇\r\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)] },
        { "UTF-16 little", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)] },
        { "UTF-16 big", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "GB18030", Gb18030.GetBytes(Table) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Each_encoding_reads_the_same(string encoding, byte[] bytes) =>
        Sheets.Answer(bytes, encoding + ".csv").ShouldBe("勐海𠮷茶厂@勐海镇");

    [Theory]
    [InlineData("对象名称;所属乡镇\n甲,乙;勐海镇\n", "甲,乙@勐海镇")]
    [InlineData("对象名称\t所属乡镇\n甲\t勐海镇", "甲@勐海镇")]
    [InlineData("\"对象名称\",\"所属乡镇\"\n\"甲,\"\"老\"\"厂\",勐海镇\n", "甲,\"老\"厂@勐海镇")]
    [InlineData("对象名称,所属乡镇\n5\"管,勐海镇\n", "5\"管@勐海镇")]
    [InlineData("对象名称,所属乡镇\r甲,勐海镇\r", "甲@勐海镇")]
    public void Separators_and_quotes_are_understood(string csv, string expected) =>
        Sheets.Answer(Encoding.UTF8.GetBytes(csv), "a.csv").ShouldBe(expected);

    [Fact]
    public void Row_numbers_are_the_spreadsheets_also_after_line_breaks_in_cells()
    {
        var reading = Sheets.Names(Encoding.UTF8.GetBytes("对象名称,所属乡镇\n\"甲\r\n厂\",勐海镇\n\n乙,\n"), "a.csv").Value;
        reading.Accepted[0].Value.ShouldBe("甲\n厂@勐海镇");
        reading.Rejected[0].Row.ShouldBe(4);
        reading.Rejected[0].Sheet.ShouldBe("a");
    }

    [Theory]
    [InlineData("对象名称,所属乡镇\n\"甲,勐海镇\n乙,打洛镇\n丙,打洛镇\n")]
    [InlineData("对象名称,所属乡镇\n\"甲,勐海镇\n\"乙,打洛镇\n")]
    public void A_quote_without_partner_swallows_nothing(string csv) =>
        Sheets.Answer(Encoding.UTF8.GetBytes(csv), "a.csv").ShouldBe("import.quotes");

    [Fact]
    public void Bytes_of_no_encoding_are_refused() =>
        Sheets.Answer([.. Gb18030.GetBytes(Table), 0xFF, 0xFF], "a.csv").ShouldBe("import.noise");
}
