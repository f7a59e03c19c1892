using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>What a cell holds is taken as it is seen, or refused with its address; never guessed.</summary>
public sealed class ReadingCells
{
    private const string Styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"171\" formatCode=\"[Red]0.00&quot;md&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"9\"/></cellXfs>";

    [Theory]
    [InlineData("<c s=\"1\"><v>43529</v></c>", "2019-03-05", CellKind.Date)]
    [InlineData("<c s=\"2\"><v>43529.5</v></c>", "2019-03-05 12:00:00", CellKind.Date)]
    [InlineData("<c s=\"3\"><v>43529</v></c>", "43529", CellKind.Number)]
    [InlineData("<c s=\"4\"><v>0.03</v></c>", "3%", CellKind.Number)]
    [InlineData("<c><v>0.28999999999999998</v></c>", "0.29", CellKind.Number)]
    [InlineData("<c><v>123456789012345</v></c>", "123456789012345", CellKind.Number)]
    [InlineData("<c><v>5.3282219900101E+17</v></c>", "532822199001010000", CellKind.LostDigits)]
    [InlineData("<c t=\"b\"><v>1</v></c>", "TRUE", CellKind.Text)]
    [InlineData("<c t=\"e\"><v>#N/A</v></c>", "#N/A", CellKind.Error)]
    [InlineData("<c t=\"s\"><v>1</v></c>", "甲 乙", CellKind.Text)]
    [InlineData("<c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0007_</t></is></c>", "a\rb_x0007_", CellKind.Text)]
    [InlineData("<c t=\"str\"><f>A1&amp;B1</f><v>甲勐海镇</v></c>", "甲勐海镇", CellKind.Formula)]
    [InlineData("<c><f t=\"shared\" si=\"0\"/></c>", "", CellKind.Formula)]
    [InlineData("<c t=\"d\"><v>2019-03-05T00:00:00</v></c>", "2019-03-05T00:00:00", CellKind.Date)]
    public void A_stored_cell_is_what_the_spreadsheet_shows(string xml, string text, CellKind kind)
    {
        var file = Sheets.WithCell("监管标签", xml).Styles(Styles)
            .Shared("<si><t>x</t></si><si><r><t xml:space=\"preserve\">甲 </t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></si>").Bytes();
        Sheets.Read(file, r => r["监管标签"]).Value.Accepted[0].Value.ShouldBe(new Cell(text, kind, 5, 3));
    }

    [Fact]
    public void Gaps_in_rows_and_columns_stay_gaps()
    {
        var file = new AWorkbook().Sheet("名单", "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>对象名称</t></is></c><c r=\"AB3\" t=\"inlineStr\"><is><t>所属乡镇</t></is></c></row>"
            + "<row r=\"9\"><c r=\"B9\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"AB9\"><f>C1</f><v>2</v></c></row>").Bytes();
        var fault = Sheets.Fault(file, r => r.Text("所属乡镇"));
        fault.Address.ShouldBe("AB9");
        fault.Found.ShouldBe("2");
    }

    [Fact]
    public void A_formula_is_refused_by_address_with_the_value_it_shows()
    {
        var fault = Sheets.Fault(Sheets.WithCell("监管标签", "<c><f>1+1</f><v>2</v></c>").Bytes(), r => r.Text("监管标签"));
        fault.Rule.ShouldBe("cell.formula");
        fault.Sentence.ShouldStartWith("单元格 C5「监管标签」：现为“2”；应为直接填写的内容，不是公式单元格。");
        fault.SentenceInEnglish.ShouldContain("cell C5 is a formula");
    }

    [Theory]
    [InlineData("监管标签", "<c><f>1+1</f><v>2</v></c>")]
    [InlineData("统一社会信用代码", "<c><v>123456789012345678</v></c>")]
    public void What_a_formula_showed_and_a_number_without_its_last_digits_do_not_go_back_as_if_somebody_had_typed_them(string column, string cell)
    {
        var reading = Sheets.Read(Sheets.WithCell(column, cell).Bytes(), r => column == "监管标签" ? r.Text(column) : r.Code(column)).Value;

        reading.Rejected.ShouldHaveSingleItem().Cells.ShouldNotContain(text => text == "2" || text.StartsWith("1234", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_stored_as_a_number_is_refused_with_how_to_mend_it()
    {
        var fault = Sheets.Fault(Sheets.WithCell("统一社会信用代码", "<c><v>123456789012345678</v></c>").Bytes(), r => r.Code("统一社会信用代码"));
        fault.Rule.ShouldBe("cell.digits-lost");
        fault.Mend.ShouldContain("“文本”，再重新输入");
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_means_the_same_days()
    {
        var file = Sheets.WithCell("成立日期", "<c s=\"1\"><v>42067</v></c>").Styles(Styles).CountingFrom1904().Bytes();
        Sheets.Read(file, r => r.Date("成立日期")).Value.Accepted[0].Value.ShouldBe(new DateOnly(2019, 3, 5));
        var bare = Sheets.WithCell("成立日期", "<c><v>42067</v></c>").CountingFrom1904().Bytes();
        Sheets.Read(bare, r => r.Date("成立日期")).Value.Accepted[0].Value.ShouldBe(new DateOnly(2019, 3, 5));
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once_and_the_other_rows_go_in()
    {
        var file = new AWorkbook().Texts("名单", ["对象名称", "所属乡镇", "成立日期", "比例上限"], ["", "勐海镇", "2019-02-30", "三成"], ["乙", "打洛镇", "", "3%"]).Bytes();
        var reading = Sheets.Read(file, r => (r.Text("对象名称"), r.Date("成立日期"), r.Percent("比例上限"))).Value;
        reading.Faults.Select(f => $"{f.Row} {f.Rule}").ShouldBe(["2 cell.required", "2 cell.date", "2 cell.percent"]);
        reading.Accepted.ShouldHaveSingleItem().Value.ShouldBe(("乙", null, BasisPoints.Of(300)));
        reading.Rows.ShouldBe(2);
    }
}
