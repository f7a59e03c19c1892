using System.IO.Compression;
using System.Text;

namespace DoubleRandom.Testing;

/// <summary>A sheet of subjects that no import may take as it is, with words that the answer must hold.</summary>
/// <param name="FileName">The name it is sent under.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Words">Words of the answer.</param>
public sealed record BadSheet(string FileName, byte[] Bytes, params string[] Words)
{
    private static readonly string[] Columns = ["对象名称", "统一社会信用代码", "对象类型", "所属乡镇", "登记状态"];

    /// <summary>Files of which no row can be read.</summary>
    public static IReadOnlyList<BadSheet> Unreadable { get; } =
    [
        new("名录.pdf", "%PDF-1.7 not a sheet"u8.ToArray(), "这不是 Excel 工作簿", "另存为"),
        new("名录.docx", AWorkbook.Zip(("word/document.xml", "<a/>"u8.ToArray())), "这不是 Excel 工作簿"),
        new("加密.xlsx", Locked(), "打开密码", "去掉密码"),
        new("半个.xlsx", Good()[..(Good().Length / 2)], "文件已损坏", "重新索取"),
        new("炸弹.xlsx", Bomb(), "大得不正常", "停止读取"),
        new("噪声.csv", Noise(), "无法读取"),
        new("空.csv", [], "文件是空的"),
    ];

    /// <summary>Files with one good row and one that goes back.</summary>
    public static IReadOnlyList<BadSheet> WithOneBadRow { get; } =
    [
        new("公式.xlsx", With(AWorkbook.Text("92532822MA6L3C4D83"), name: "<c t=\"str\"><f>\"乙\"&amp;\"店\"</f><v>乙店</v></c>"), "公式", "选择性粘贴"),
        new("数字.xlsx", With("<c><v>5.3282219900101E+17</v></c>"), "以文本保存的号码", "只改格式不能找回丢失的数字"),
    ];

    private static byte[] Good() => new AWorkbook().Texts("名录", Columns, ["勐海甲茶业有限公司", "91532822MA6K1A2B1J", "企业", "勐海镇", "在营"]).Bytes();

    private static byte[] Locked() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage\0"), .. new byte[500]];

    private static byte[] Noise() => [.. Enumerable.Range(0, 4096).Select(i => (byte)(((i * 131) ^ (i >> 3)) & 255))];

    /// <summary>A small archive whose one sheet has 600,000 rows of nothing.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        file.Write(Good());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        }

        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            part.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"u8);
            var row = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<row><c s=\"1\"/><c s=\"1\"/></row>", 1_000)));
            for (var i = 0; i < 600; i++)
            {
                part.Write(row);
            }
        }

        return file.ToArray();
    }

    private static byte[] With(string code, string? name = null) => new AWorkbook().Sheet(
        "名录",
        AWorkbook.Header(Columns)
        + $"<row>{string.Concat(((string[])["勐海甲茶业有限公司", "91532822MA6K1A2B1J", "企业", "勐海镇", "在营"]).Select(AWorkbook.Text))}</row>"
        + $"<row>{name ?? AWorkbook.Text("勐海乙茶叶店")}{code}{AWorkbook.Text("个体工商户")}{AWorkbook.Text("勐海镇")}{AWorkbook.Text("在营")}</row>").Bytes();
}
