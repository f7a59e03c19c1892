using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// What one task asks of a draw (抽取部分, A.4): its items, how subjects are stratified, and how many of each stratum are
/// drawn. An ordinary draw has one part; a joint draw one per department's share.
/// </summary>
/// <param name="Id">The part's id; parts are ascending by it.</param>
/// <param name="Items">Inspection items, ascending; the item sets of different parts are disjoint.</param>
/// <param name="StrataAttributes">Attributes whose values form the stratum key; none means one stratum with the empty key.</param>
/// <param name="Quota">The rule.</param>
/// <param name="QuotaTable">The rule's outcome on the frozen roster.</param>
public sealed record Part(string Id, IReadOnlyList<string> Items, IReadOnlyList<string> StrataAttributes, QuotaRule Quota, QuotaTable QuotaTable)
{
    internal static readonly string[] Names = ["id", "items", "quota", "quotaTable", "strataAttrs"];

    /// <summary>
    /// A part with its quota table computed from the roster lines; a rule that cannot be met, or an attribute that is
    /// missing, is a fault.
    /// </summary>
    public static Answer<Part> For(string id, IEnumerable<string> items, IReadOnlyList<string> strataAttributes, QuotaRule quota, IEnumerable<RosterLine> roster)
    {
        var part = new Part(id, items.Order(StringComparer.Ordinal).ToArray(), strataAttributes, quota, new QuotaTable([]));
        return part.TableFor(roster).Is(out var table, out var fault) ? part with { QuotaTable = table } : fault;
    }

    /// <summary>The items of the subject that belong to this part, ascending.</summary>
    public IEnumerable<string> ItemsOf(RosterLine line) => line.Items.Where(HasItem);

    /// <summary>True when the subject takes part in this part of the draw (A.5).</summary>
    public bool Includes(RosterLine line) => line.TakesPart && ItemsOf(line).Any();

    /// <summary>The subject's stratum key: attribute values joined by <c>|</c>; null when one is missing or no id.</summary>
    public string? StratumOf(RosterLine line)
    {
        if (StrataAttributes.Count == 1)
        {
            return line.Attributes.TryGetValue(StrataAttributes[0], out var only) && RecordId.IsValid(only) ? only : null;
        }

        var values = StrataAttributes.Select(name => line.Attributes.GetValueOrDefault(name)).ToArray();
        return values.All(RecordId.IsValid) ? string.Join('|', values) : null;
    }

    /// <summary>The quota table that the rule gives for this roster (A.5, A.11.4).</summary>
    public Answer<QuotaTable> TableFor(IEnumerable<RosterLine> roster)
    {
        var eligible = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in roster.Where(line => ItemsOf(line).Any()))
        {
            if (StratumOf(line) is not { } stratum)
            {
                return Lacks(line.Id);
            }

            if (line.TakesPart)
            {
                eligible[stratum] = eligible.GetValueOrDefault(stratum) + 1;
            }
        }

        return Quota.Quotas(eligible);
    }

    /// <summary>The part as JSON.</summary>
    public JsonObject ToJson() => Json.Object(
        ("id", Id),
        ("items", Json.Texts(Items)),
        ("quota", Quota.ToJson()),
        ("quotaTable", QuotaTable.ToJson()),
        ("strataAttrs", Json.Texts(StrataAttributes)));

    internal static Part Read(Members members) => new(
        members.Id("id"),
        members.Ascending("items", RecordId.IsValid),
        members.Texts("strataAttrs"),
        members.Nested("quota", QuotaRule.Names, QuotaRule.Read)!,
        QuotaTable.Read(members));

    /// <summary>What a subject is refused for whose stratum cannot be told.</summary>
    internal Fault Lacks(string subject) => new(
        "roster.stratum-attribute",
        $"检查对象 {subject} 缺少“{Id}”部分的分层属性，或其值不合标识规则。",
        $"Subject {subject} lacks an attribute by which part {Id} is stratified, or its value is no id.");

    /// <summary>True when the item belongs to this part.</summary>
    internal bool HasItem(string item) => IndexOfItem(item) >= 0;

    private int IndexOfItem(string item)
    {
        var (low, high) = (0, Items.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Items[middle], item);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
