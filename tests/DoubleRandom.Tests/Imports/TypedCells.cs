using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>Days, shares, numbers, words: what is read of typed text, and what is refused.</summary>
public sealed class TypedCells
{
    private static string Read(string column, string text, Func<SheetRow, object?> read)
    {
        var reading = Sheets.Read(Sheets.WithCell(column, AWorkbook.Text(text)).Bytes(), read).Value;
        return reading.Rejected.Count > 0 ? reading.Faults.Single().Rule : $"{reading.Accepted[0].Value}";
    }

    [Theory]
    [InlineData("2019-03-05", "2019-03-05")]
    [InlineData("2019-3-5", "2019-03-05")]
    [InlineData("2019/3/5", "2019-03-05")]
    [InlineData("2019.3.5", "2019-03-05")]
    [InlineData("2019年3月5日", "2019-03-05")]
    [InlineData("2019 年 3 月 5 日", "2019-03-05")]
    [InlineData("２０１９－０３－０５", "2019-03-05")]
    [InlineData("20190305", "2019-03-05")]
    [InlineData("43529", "2019-03-05")]
    [InlineData("2019-03-05 00:00:00", "2019-03-05")]
    [InlineData("2019-03-05T08:30:00", "2019-03-05")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("1900-01-01", "1900-01-01")]
    [InlineData("2019-02-29", "cell.date")]
    [InlineData("2019-13-01", "cell.date")]
    [InlineData("1899-12-31", "cell.date")]
    [InlineData("2019", "cell.date")]
    [InlineData("201903", "cell.date")]
    [InlineData("2019-03", "cell.date")]
    [InlineData("05/03/2019", "cell.date")]
    [InlineData("19-3-5", "cell.date")]
    [InlineData("2019-3/5", "cell.date")]
    [InlineData("2019-03-05 25:00", "cell.date")]
    [InlineData("长期", "cell.date")]
    [InlineData("00000", "cell.date")]
    public void A_day(string text, string expected) =>
        Read("成立日期", text, r => r.Date("成立日期")?.ToString("yyyy-MM-dd")).ShouldBe(expected);

    [Theory]
    [InlineData("3%", "3%")]
    [InlineData("０.５％", "0.5%")]
    [InlineData("3", "3%")]
    [InlineData("0", "0%")]
    [InlineData("0.03%", "0.03%")]
    [InlineData("0.03", "cell.percent-vague")]
    [InlineData("101%", "cell.percent")]
    [InlineData("0.001%", "cell.percent")]
    [InlineData("-3%", "cell.percent")]
    public void A_share(string text, string expected) => Read("比例上限", text, r => r.Percent("比例上限")).ShouldBe(expected);

    [Theory]
    [InlineData("３", "3")]
    [InlineData("3.5", "cell.integer")]
    [InlineData("三", "cell.integer")]
    [InlineData("13", "cell.integer")]
    public void A_whole_number_within_bounds(string text, string expected) =>
        Read("比例上限", text, r => r.Integer("比例上限", 1, 12)).ShouldBe(expected);

    [Fact]
    public void Several_values_of_a_cell_are_parted_trimmed_and_each_kept_once() =>
        Read("监管标签", "茶叶、 食品,茶叶；特种设备 ,", r => string.Join('|', r.List("监管标签"))).ShouldBe("茶叶|食品|特种设备");

    [Theory]
    [InlineData("食品", "2")]
    [InlineData("  Ａ级 ", "1")]
    [InlineData("食品类", "cell.choice")]
    public void A_word_of_the_owners_list(string text, string expected) =>
        Read("监管标签", text, r => r.Choice("监管标签", new Dictionary<string, int> { ["A级"] = 1, ["食品"] = 2 })).ShouldBe(expected);

    [Theory]
    [InlineData(" ９１５３ ２８２２ｍａ6k ", "91532822MA6K")]
    public void A_code_is_normalised_before_it_is_judged(string text, string expected) =>
        Read("统一社会信用代码", text, r => r.Code("统一社会信用代码")).ShouldBe(expected);

    [Fact]
    public void Text_loses_what_nobody_sees_and_keeps_the_rest() =>
        Read("监管标签", "\u00A0\u200B甲（有限_x0007_合伙）👩‍🔧\u3000", r => r.Text("监管标签")).ShouldBe("甲（有限合伙）👩‍🔧");

    [Fact]
    public void Text_has_its_length() => Read("监管标签", "一二三四", r => r.Text("监管标签", max: 3)).ShouldBe("cell.too-long");

    [Fact]
    public void A_column_that_is_not_there_is_empty() => Read("监管标签", "甲", r => r.Text("统一社会信用代码") + r.Date("成立日期")).ShouldBe("");
}
