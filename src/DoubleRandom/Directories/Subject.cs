using System.Globalization;
using System.Text;
using DoubleRandom.Imports;
using DoubleRandom.Items;

namespace DoubleRandom.Directories;

/// <summary>Registration state [登记状态]; only subjects in business can be drawn.</summary>
public enum RegistrationState
{
    /// <summary>在营.</summary>
    InBusiness,

    /// <summary>注销.</summary>
    Deregistered,

    /// <summary>吊销.</summary>
    LicenceRevoked,

    /// <summary>撤销.</summary>
    RegistrationRevoked,

    /// <summary>迁出.</summary>
    MovedOut,
}

/// <summary>Credit-risk class [信用风险等级], computed elsewhere and imported; for supervision only, never published.</summary>
public enum RiskClass
{
    /// <summary>未评: not yet classed; <c>N</c> in records.</summary>
    N,

    /// <summary>Low.</summary>
    A,

    /// <summary>Ordinary.</summary>
    B,

    /// <summary>Raised.</summary>
    C,

    /// <summary>High.</summary>
    D,
}

/// <summary>One entry of the directory of inspection subjects [检查对象, R4]: a business, an organisation, a product, a project or a conduct.</summary>
[StoredKind("Subject")]
public sealed class Subject : ImportableRow
{
    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Its id.</summary>
    public required Id<Subject> Id { get; init; }

    /// <summary>
    /// Unique code in the county, as draw records carry it: credit code (18, GB 32100), legacy registration number (15 digits),
    /// or the platform's own number (<c>D</c> and digits) for what has neither.
    /// </summary>
    public required string Code
    {
        get;
        init
        {
            field = value;
            SearchText = SearchForm(Name + " " + value);
        }
    }

    /// <summary>Name [对象名称], at most 200 characters.</summary>
    public string Name
    {
        get;
        private set
        {
            field = value;
            NameOrder = Chinese.GetSortKey(value).KeyData;
            SearchText = SearchForm(value + " " + Code);
        }
    } = "";

    /// <summary>Sorts names by pinyin on both databases.</summary>
    [Derived]
    public byte[] NameOrder { get; private set; } = [];

    /// <summary>Name and code as searches look for them, see <see cref="SearchForm"/>.</summary>
    [Derived]
    public string SearchText { get; private set; } = "";

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; private set; }

    /// <summary>Legal representative or person in charge [法定代表人].</summary>
    [Personal]
    public string? Representative { get; private set; }

    /// <summary>Telephone [联系电话].</summary>
    [Personal]
    public string? Phone { get; private set; }

    /// <summary>Address of business [住所].</summary>
    public string? Address { get; private set; }

    /// <summary>Nine-digit code of the town [所属乡镇].</summary>
    public string Town { get; private set; } = "";

    /// <summary>Industry by GB/T 4754-2017, e.g. C1530; null where unknown.</summary>
    public string? Industry { get; private set; }

    /// <summary>Day of establishment; null where unknown.</summary>
    public DateOnly? EstablishedOn { get; private set; }

    /// <summary>Registration state.</summary>
    public RegistrationState State { get; private set; }

    /// <summary>Risk class.</summary>
    public RiskClass Risk { get; private set; }

    /// <summary>Supervision tags [监管标签], unique.</summary>
    public List<string> Tags { get; private set; } = [];

    /// <summary>What it says when it is made.</summary>
    public required SubjectContent Says
    {
        init => Rewrite(value);
    }

    /// <summary>Says from now on what somebody has written.</summary>
    public void Rewrite(SubjectContent content)
    {
        (Name, Kind, Representative, Phone) = (content.Name, content.Kind, content.Representative, content.Phone);
        (Address, Town, Industry, EstablishedOn) = (content.Address, content.Town, content.Industry, content.EstablishedOn);
        (State, Risk, Tags) = (content.State, content.Risk, [.. content.Tags]);
    }

    /// <summary>A text as searches compare it: half-width, lower case, without spaces.</summary>
    public static string SearchForm(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
