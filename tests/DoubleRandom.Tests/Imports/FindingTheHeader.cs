using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>The header row is known by its names: any order, any decoration, under any title.</summary>
public sealed class FindingTheHeader
{
    [Fact]
    public void It_may_stand_under_merged_titles_and_in_any_order()
    {
        var file = new AWorkbook().Texts(
            "名单", ["勐海县检查对象名录"], ["填报单位：市场监督管理局", "", "所属乡镇"], ["所属乡镇", "备注", "对象名称"], ["勐海镇", "老厂", "甲茶厂"]).Bytes();
        var reading = Sheets.Names(file).Value;
        reading.Accepted.ShouldHaveSingleItem().ShouldBe(new ReadRow<string>("名单", 4, "甲茶厂@勐海镇"));
        var sheet = reading.Sheets.ShouldHaveSingleItem();
        sheet.HeaderRow.ShouldBe(3);
        sheet.Ignored.ShouldBe(["备注"]);
    }

    [Theory]
    [InlineData("对象名称*", "所属乡镇（必填）")]
    [InlineData("对 象 名 称", "　所属乡镇　")]
    [InlineData("＊对象名称", "所属乡镇[镇/乡]")]
    [InlineData("对象\n名称：", "所属乡镇【下拉选择】*")]
    public void Decorations_do_not_hide_a_name(string name, string town) =>
        Sheets.Answer(new AWorkbook().Texts("名单", [name, town], ["甲", "勐海镇"]).Bytes()).ShouldBe("甲@勐海镇");

    [Fact]
    public void A_missing_column_is_named_with_the_nearest_found()
    {
        var refusal = Sheets.Names(new AWorkbook().Texts("名单", ["对象名称", "乡镇", "电话"], ["甲", "勐海镇", "1"]).Bytes()).Refusal!;
        refusal.Code.ShouldBe("import.missing-columns");
        refusal.Because.ShouldContain("缺少必填的列：所属乡镇（≈ 乡镇）");
        refusal.Because.ShouldContain("对象名称、乡镇、电话");
    }

    [Fact]
    public void A_header_pointed_at_by_a_person_counts()
    {
        var columns = Sheets.Columns.AlsoNamed("所属乡镇", "乡镇");
        var file = new AWorkbook().Texts("名单", ["对象名称", "乡镇"], ["甲", "勐海镇"]).Bytes();
        SheetFile.Read(new MemoryStream(file), "", columns, r => r.Text("所属乡镇"), TestContext.Current.CancellationToken)
            .Value.Accepted[0].Value.ShouldBe("勐海镇");
    }

    [Fact]
    public void The_same_column_twice_is_refused() =>
        Sheets.Answer(new AWorkbook().Texts("名单", ["对象名称", "所属乡镇", "所属乡镇（新）"], ["甲", "勐海镇", "打洛镇"]).Bytes())
            .ShouldBe("import.duplicate-columns");

    [Fact]
    public void A_sheet_without_header_says_what_is_expected()
    {
        var refusal = Sheets.Names(new AWorkbook().Texts("名单", ["甲", "勐海镇"]).Bytes()).Refusal!;
        refusal.Code.ShouldBe("import.no-header");
        refusal.Because.ShouldContain("对象名称、所属乡镇");
    }

    [Fact]
    public void A_header_without_rows_is_not_an_import_of_nothing() =>
        Sheets.Answer(new AWorkbook().Texts("名单", ["对象名称", "所属乡镇"], ["", ""]).Bytes()).ShouldBe("import.no-rows");

    [Fact]
    public void Every_visible_sheet_with_the_header_is_read_and_the_others_are_named()
    {
        var file = new AWorkbook()
            .Texts("说明", ["请先阅读"])
            .Texts("城区", ["对象名称", "所属乡镇"], ["甲", "勐海镇"])
            .Sheet("旧表", "<row>" + AWorkbook.Text("对象名称") + AWorkbook.Text("所属乡镇") + "</row>", "hidden")
            .Texts("边境", ["所属乡镇", "对象名称"], ["打洛镇", "乙"]).Bytes();
        var reading = Sheets.Names(file).Value;
        reading.Accepted.Select(a => $"{a.Sheet}{a.Row}{a.Value}").ShouldBe(["城区2甲@勐海镇", "边境2乙@打洛镇"]);
        reading.LeftOut.Select(l => l.Because.Code).ShouldBe(["import.no-header", "import.hidden-sheet"]);
    }

    [Fact]
    public void A_table_wider_than_a_list_is_refused() =>
        Sheets.Answer(new AWorkbook().Texts("名单", ["对象名称", "所属乡镇", .. Enumerable.Range(0, 300).Select(i => $"列{i}")], ["甲", "勐海镇"]).Bytes())
            .ShouldBe("import.too-many-columns");
}
