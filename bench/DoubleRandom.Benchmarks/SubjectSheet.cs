using System.Globalization;
using DoubleRandom.Sheets;

namespace DoubleRandom.Benchmarks;

/// <summary>A subject as its row says it, typed but not yet judged by the directory.</summary>
internal sealed record TypedSubject(
    string Name, string CreditCode, string Kind, string Representative, string Phone, string Address, string Town, string Industry,
    DateOnly? Founded, int? Registration, string RiskClass, IReadOnlyList<string> Tags);

/// <summary>A made directory of subjects with the 12 columns of the real one: every name, address and number invented.</summary>
internal static class SubjectSheet
{
    private static readonly string[] Towns = ["勐海镇", "打洛镇", "勐遮镇", "勐混镇", "勐满镇", "勐阿镇", "勐往乡", "勐宋乡", "西定乡", "布朗山乡", "格朗和乡"];

    private static readonly Dictionary<string, int> Registrations = new(StringComparer.Ordinal) { ["存续"] = 1, ["吊销"] = 2, ["注销"] = 3 };

    private static readonly SheetColumns Columns = new(
        new SheetColumn("对象名称", Required: true),
        new SheetColumn("统一社会信用代码"),
        new SheetColumn("对象类型", Required: true),
        new SheetColumn("法定代表人"),
        new SheetColumn("联系电话"),
        new SheetColumn("住所"),
        new SheetColumn("所属乡镇", Required: true),
        new SheetColumn("行业代码"),
        new SheetColumn("成立日期"),
        new SheetColumn("登记状态", Required: true),
        new SheetColumn("信用风险等级"),
        new SheetColumn("监管标签"));

    /// <summary>Writes a directory of that many subjects.</summary>
    public static void Write(Stream to, int subjects) =>
        SheetWriter.Write(to, "检查对象", [.. Columns.All.Select(c => c.Header)], Enumerable.Range(1, subjects).Select(Row));

    /// <summary>Reads and types every row.</summary>
    public static SheetReading<TypedSubject> Read(Stream file) => SheetFile.Read(file, "检查对象.xlsx", Columns, Typed).Value;

    private static TypedSubject Typed(SheetRow row) => new(
        row.Text("对象名称", 200), row.Code("统一社会信用代码", 18), row.Text("对象类型", 20), row.Text("法定代表人", 50), row.Text("联系电话", 30),
        row.Text("住所", 300), row.Text("所属乡镇", 30), row.Code("行业代码", 5), row.Date("成立日期"), row.Choice("登记状态", Registrations),
        row.Code("信用风险等级", 1), row.List("监管标签"));

    private static IReadOnlyList<object?> Row(int n) =>
    [
        $"勐海第{n}号示例茶叶初制所", $"92532822MA6K{n:D5}X", n % 3 == 0 ? "企业" : "个体工商户", $"示例{n % 977}", $"0691-{n % 10_000_000:D7}",
        $"{Towns[n % Towns.Length]}示例村委会第{n % 60}组{n}号", Towns[n % Towns.Length], n % 2 == 0 ? "C1530" : "F5227",
        new DateOnly(2000, 1, 1).AddDays(n % 9_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "存续", "ABCD"[n % 4].ToString(), n % 5 == 0 ? "茶叶、食品" : "茶叶",
    ];
}
