using DoubleRandom.Access;
using DoubleRandom.Imports;

namespace DoubleRandom.Items;

/// <summary>How weighty an item is [事项类别, R2]: 重点 concerns safety, quality or public interest; 一般 must have a cap.</summary>
public enum Importance
{
    /// <summary>General [一般检查事项]: the drawn share has a cap.</summary>
    General,

    /// <summary>Key [重点检查事项]: no cap.</summary>
    Key,
}

/// <summary>What an item's life has come to [状态]. Only published items may be planned and inspected (R21).</summary>
public enum ItemState
{
    /// <summary>Being written [未公布].</summary>
    Draft,

    /// <summary>Published [已公布].</summary>
    Published,

    /// <summary>Taken off the list [已停用]; stays readable.</summary>
    Retired,
}

/// <summary>What can be inspected [检查对象类型, R4].</summary>
public enum SubjectKind
{
    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>农民专业合作社.</summary>
    Cooperative,

    /// <summary>个体工商户.</summary>
    Individual,

    /// <summary>外国企业常驻代表机构.</summary>
    ForeignOffice,

    /// <summary>其他组织.</summary>
    OtherOrganisation,

    /// <summary>产品.</summary>
    Product,

    /// <summary>项目.</summary>
    Project,

    /// <summary>行为.</summary>
    Conduct,
}

/// <summary>How an inspection is done [检查方式, R12].</summary>
public enum InspectionMethod
{
    /// <summary>实地检查.</summary>
    OnSite,

    /// <summary>书面检查.</summary>
    Documents,

    /// <summary>行政部门检查结果或专业意见.</summary>
    AgencyFindings,

    /// <summary>检验检测.</summary>
    Testing,

    /// <summary>网络监测.</summary>
    Online,

    /// <summary>委托专业机构辅助.</summary>
    Expert,
}

/// <summary>One entry of the random-inspection item list [随机抽查事项]: what a department may inspect, of whom, how, and on what basis (R2, R3).</summary>
[StoredKind("Item")]
public sealed class Item : ImportableRow
{
    /// <summary>Its id.</summary>
    public required Id<Item> Id { get; init; }

    /// <summary>Code [事项编码], unique in the county: <c>[0-9A-Za-z._-]{1,48}</c>; it goes into draw records.</summary>
    public required string Code { get; init; }

    /// <summary>Name [事项名称], at most 200 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The department that inspects it [检查部门].</summary>
    public Department Department { get; private set; }

    /// <summary>重点 or 一般.</summary>
    public Importance Importance { get; private set; }

    /// <summary>Largest share of the subjects that a draw may take [比例上限]; null only for key items (R2).</summary>
    public BasisPoints? Cap { get; private set; }

    /// <summary>Kinds of subject it applies to; empty: every kind.</summary>
    public List<SubjectKind> SubjectKinds { get; private set; } = [];

    /// <summary>Tags, one of which a subject must carry; empty: none needed.</summary>
    public List<string> SubjectTags { get; private set; } = [];

    /// <summary>How it is inspected; at least one.</summary>
    public List<InspectionMethod> Methods { get; private set; } = [];

    /// <summary>Legal bases [检查依据]; at least one (R3).</summary>
    public List<string> Bases { get; private set; } = [];

    /// <summary>What is looked at [检查内容].</summary>
    public string Content { get; private set; } = "";

    /// <summary>Qualifications an inspector needs [所需资质].</summary>
    public List<string> Qualifications { get; private set; } = [];

    /// <summary>Most inspections of one subject a year [年度频次上限]; null: no own limit.</summary>
    public int? MostPerYear { get; private set; }

    /// <summary>Draft, published or retired.</summary>
    public ItemState State { get; private set; }

    /// <summary>Day of publication, Asia/Shanghai; null before.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>What it says when it is made.</summary>
    public required ItemContent Says
    {
        init => Rewrite(value);
    }

    /// <summary>Says from now on what somebody has written.</summary>
    public void Rewrite(ItemContent content)
    {
        (Name, Department, Importance, Cap, Content) = (content.Name, content.Department, content.Importance, content.Cap, content.Content);
        (SubjectKinds, SubjectTags, Methods) = ([.. content.SubjectKinds], [.. content.SubjectTags], [.. content.Methods]);
        (Bases, Qualifications, MostPerYear) = ([.. content.Bases], [.. content.Qualifications], content.MostPerYear);
    }

    /// <summary>Stands where that one stands, of which it is a newer wording.</summary>
    public void StandAs(Item stored) => (State, PublishedOn) = (stored.State, stored.PublishedOn);

    /// <summary>Publishes it: from now on it may be planned and inspected (R21).</summary>
    public void Publish(DateOnly today) => (State, PublishedOn) = (ItemState.Published, today);

    /// <summary>Changed, it is a draft again until it is published anew.</summary>
    public void BackToDraft() => (State, PublishedOn) = (ItemState.Draft, null);

    /// <summary>Takes it off the list.</summary>
    public void Retire() => State = ItemState.Retired;

    /// <summary>Whether the item applies to a subject of that kind with those tags.</summary>
    public bool AppliesTo(SubjectKind kind, IReadOnlyCollection<string> tags) =>
        (SubjectKinds.Count == 0 || SubjectKinds.Contains(kind)) && (SubjectTags.Count == 0 || SubjectTags.Exists(tags.Contains));
}
