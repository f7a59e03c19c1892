using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>A small table of tea factories, and ways to read it.</summary>
internal static class Sheets
{
    public static SheetColumns Columns { get; } = new(
        new SheetColumn("对象名称", Required: true, Note: "营业执照上的全称", Example: "勐海某茶厂"),
        new SheetColumn("统一社会信用代码"),
        new SheetColumn("所属乡镇", Required: true) { Choices = ["勐海镇", "打洛镇"] },
        new SheetColumn("成立日期"),
        new SheetColumn("比例上限"),
        new SheetColumn("监管标签"));

    /// <summary>One value, read from the cell under the column that <paramref name="read"/> asks for, of each row.</summary>
    public static Outcome<SheetReading<T>> Read<T>(byte[] file, Func<SheetRow, T> read, string name = "名单.xlsx") =>
        SheetFile.Read(new MemoryStream(file), name, Columns, read, TestContext.Current.CancellationToken);

    /// <summary>Names and towns, the two required columns.</summary>
    public static Outcome<SheetReading<string>> Names(byte[] file, string name = "名单.xlsx") =>
        Read(file, r => $"{r.Text("对象名称")}@{r.Text("所属乡镇")}", name);

    /// <summary>The code of the refusal, or the values read.</summary>
    public static string Answer(Outcome<SheetReading<string>> outcome) =>
        outcome.Refused(out var refusal) ? refusal.Code : string.Join('|', outcome.Value.Accepted.Select(a => a.Value));

    /// <summary>The answer for names and towns.</summary>
    public static string Answer(byte[] file, string name = "名单.xlsx") => Answer(Names(file, name));

    /// <summary>A sheet with one row whose cell under <paramref name="column"/> is given as XML.</summary>
    public static AWorkbook WithCell(string column, string cell) => new AWorkbook().Sheet(
        "名单", AWorkbook.Header("对象名称", "所属乡镇", column) + $"<row r=\"5\">{AWorkbook.Text("甲")}{AWorkbook.Text("勐海镇")}{cell}</row>");

    /// <summary>The only fault of the only row.</summary>
    public static SheetFault Fault<T>(byte[] file, Func<SheetRow, T> read) => Read(file, read).Value.Faults.ShouldHaveSingleItem();
}
