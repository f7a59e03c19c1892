using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>One row of the demo county's subject directory [检查对象名录库].</summary>
public sealed record DemoSubject
{
    /// <summary>The trade it was made from, e.g. 茶叶初制所; not written to sheets.</summary>
    public required string Trade { get; init; }

    /// <summary>Name [对象名称].</summary>
    public required string Name { get; init; }

    /// <summary>Credit code or legacy number, or null for products, projects and acts.</summary>
    public required SubjectCode? Code { get; init; }

    /// <summary>Kind [对象类型].</summary>
    public required string Kind { get; init; }

    /// <summary>Legal representative [法定代表人] or person in charge.</summary>
    public required string Representative { get; init; }

    /// <summary>Phone [联系电话], or empty.</summary>
    public required string Phone { get; init; }

    /// <summary>Address [住所].</summary>
    public required string Address { get; init; }

    /// <summary>Full name of its town [所属乡镇].</summary>
    public required string Town { get; init; }

    /// <summary>GB/T 4754-2017 code [行业代码], or empty.</summary>
    public required string Industry { get; init; }

    /// <summary>Date of establishment [成立日期].</summary>
    public required DateOnly Established { get; init; }

    /// <summary>State of registration [登记状态].</summary>
    public string State { get; init; } = DemoLists.Of("state")[0];

    /// <summary>Credit risk class [信用风险等级]: A–D or 未评.</summary>
    public string RiskClass { get; init; } = DemoLists.Text("unrated");

    /// <summary>Supervision tags [监管标签].</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether it stands in the register of market entities, and so may be closed and rated.</summary>
    internal bool IsRegistered { get; init; }

    /// <summary>The cells in the order of the headers.</summary>
    public IReadOnlyList<string> Cells() =>
    [
        Name, Code?.Value ?? "", Kind, Representative, Phone, Address, Town, Industry,
        Established.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), State, RiskClass, string.Join(DemoLists.Separator, Tags),
    ];
}
