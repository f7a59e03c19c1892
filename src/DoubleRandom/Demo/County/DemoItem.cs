namespace DoubleRandom.Demo.County;

/// <summary>One row of the demo county's item list [随机抽查事项清单]. Caps are examples of the demo, not Menghai's.</summary>
/// <param name="Code">Code [事项编码], e.g. SC-0301.</param>
/// <param name="Name">Name [事项名称].</param>
/// <param name="Department">The department that checks [检查部门], by its Chinese name.</param>
/// <param name="Importance">重点 or 一般 [事项类别].</param>
/// <param name="Cap">The ratio cap [比例上限], e.g. 5%; empty for 重点.</param>
/// <param name="Kinds">Subject kinds [检查对象].</param>
/// <param name="Methods">Ways of checking [检查方式].</param>
/// <param name="Basis">Laws it rests on [检查依据].</param>
/// <param name="Content">What is looked at [检查内容].</param>
/// <param name="Qualification">The qualification an inspector needs [所需资质], or empty.</param>
/// <param name="YearlyCap">How often one organ may check one subject for it in a year [年度频次上限].</param>
/// <param name="Tag">The supervision tag of the subjects it concerns, or empty for all; not written to sheets.</param>
public sealed record DemoItem(
    string Code,
    string Name,
    string Department,
    string Importance,
    string Cap,
    string Kinds,
    string Methods,
    string Basis,
    string Content,
    string Qualification,
    string YearlyCap,
    string Tag)
{
    /// <summary>All items of the demo county.</summary>
    public static IReadOnlyList<DemoItem> All { get; } =
        [.. DemoLists.Table("DemoItems").Select(r => new DemoItem(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10], r[11]))];

    /// <summary>The cells in the order of the headers.</summary>
    public IReadOnlyList<string> Cells() => [Code, Name, Department, Importance, Cap, Kinds, Methods, Basis, Content, Qualification, YearlyCap];
}
