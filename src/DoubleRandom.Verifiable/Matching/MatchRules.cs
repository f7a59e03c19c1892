using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>Which slots of a department must carry the qualifications its items ask for (资质覆盖, A.8).</summary>
public enum Cover
{
    /// <summary>Every slot carries all of them.</summary>
    Every,

    /// <summary>The first slot carries all, the others none.</summary>
    First,

    /// <summary>The slots share them out in turn.</summary>
    Spread,
}

/// <summary>How the distance between inspector and subject counts (地域规则, A.8).</summary>
public enum Locality
{
    /// <summary>The same area first, then neighbours.</summary>
    PreferNear,

    /// <summary>Far areas first, for cross-area checks.</summary>
    PreferFar,

    /// <summary>Distance does not count.</summary>
    None,
}

/// <summary>An item as the matching sees it: whose it is and what it takes to inspect it.</summary>
/// <param name="Department">The department that owns the item.</param>
/// <param name="Qualifications">Qualifications asked for.</param>
public sealed record MatchItem(string Department, IReadOnlyList<string> Qualifications)
{
    internal static readonly string[] Names = ["dept", "quals"];

    internal static MatchItem Read(Members members) => new(members.Id("dept"), members.Texts("quals"));
}

/// <summary>The parameters of the matching of inspectors (匹配参数, A.8), fixed in the commit record.</summary>
/// <param name="BundleMax">Most subjects one team visits as a bundle, at least 1.</param>
/// <param name="CapExtraMax">By how many teams every cap may be raised when the matching is otherwise impossible.</param>
/// <param name="Cover">Which slots carry the qualifications.</param>
/// <param name="Items">Every item that may be inspected.</param>
/// <param name="LeadDepartment">The department of the team's leader; it takes part in every team.</param>
/// <param name="LevelSlack">How far above the lowest possible load level inspectors may go; below 0: no levelling. Recommended 1.</param>
/// <param name="Locality">How distance counts.</param>
/// <param name="MinPool">Widen the distance until at least this many inspectors are eligible.</param>
/// <param name="Near">Neighbouring areas of an inspector's area; an absent area has none.</param>
/// <param name="PerDepartment">Slots per department, at least 1 each.</param>
public sealed record MatchRules(
    int BundleMax,
    int CapExtraMax,
    Cover Cover,
    IReadOnlyDictionary<string, MatchItem> Items,
    string LeadDepartment,
    int LevelSlack,
    Locality Locality,
    int MinPool,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Near,
    IReadOnlyDictionary<string, int> PerDepartment)
{
    internal static readonly string[] Names =
        ["bundleMax", "capExtraMax", "cover", "items", "leadDept", "levelSlack", "locality", "minPool", "near", "perDept"];

    /// <summary>Most slots of one department in one team; keeps a hostile record from asking for millions.</summary>
    private const int MostSlotsPerDepartment = 100;

    private static readonly Dictionary<string, Cover> Covers = new(StringComparer.Ordinal)
    {
        ["every"] = Cover.Every,
        ["first"] = Cover.First,
        ["spread"] = Cover.Spread,
    };

    private static readonly Dictionary<string, Locality> Localities = new(StringComparer.Ordinal)
    {
        ["prefer-near"] = Locality.PreferNear,
        ["prefer-far"] = Locality.PreferFar,
        ["none"] = Locality.None,
    };

    /// <summary>The rules as JSON.</summary>
    public JsonObject ToJson() => Json.Object(
        ("bundleMax", BundleMax),
        ("capExtraMax", CapExtraMax),
        ("cover", Covers.First(entry => entry.Value == Cover).Key),
        ("items", Json.Map(Items, item => Json.Object(("dept", item.Department), ("quals", Json.Texts(item.Qualifications))))),
        ("leadDept", LeadDepartment),
        ("levelSlack", LevelSlack),
        ("locality", Localities.First(entry => entry.Value == Locality).Key),
        ("minPool", MinPool),
        ("near", Json.Map(Near, areas => Json.Texts(areas))),
        ("perDept", Json.Map(PerDepartment)));

    internal static MatchRules Read(Members members) => new(
        members.Integer("bundleMax", 1),
        members.Integer("capExtraMax", 0),
        members.OneOf("cover", Covers),
        members.ObjectMap("items", MatchItem.Names, MatchItem.Read, RecordId.IsValid),
        members.Id("leadDept"),
        members.Integer("levelSlack", int.MinValue),
        members.OneOf("locality", Localities),
        members.Integer("minPool", 0),
        members.TextsMap("near", RecordId.IsValid),
        members.IntegerMap("perDept", 1, MostSlotsPerDepartment, RecordId.IsValid));

    /// <summary>Distance class of an inspector's area to a bundle's area: 0, 1 or 2.</summary>
    internal int Tier(string inspectorArea, string bundleArea)
    {
        if (Locality == Locality.None)
        {
            return 0;
        }

        var near = inspectorArea == bundleArea ? 0 : Near.TryGetValue(inspectorArea, out var areas) && areas.Contains(bundleArea, StringComparer.Ordinal) ? 1 : 2;
        return Locality == Locality.PreferFar ? 2 - near : near;
    }
}
