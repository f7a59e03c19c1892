using System.Globalization;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>A place in a team that one inspector fills (席位, A.8).</summary>
/// <param name="Bundle">The bundle it belongs to.</param>
/// <param name="Department">The department.</param>
/// <param name="Number">Its number within the department's part of the team, from 1.</param>
/// <param name="IsLeader">True for slot 1 of the leading department.</param>
/// <param name="Qualifications">Qualifications its inspector must have, ascending.</param>
public sealed record Slot(Bundle Bundle, string Department, int Number, bool IsLeader, IReadOnlyList<string> Qualifications)
{
    /// <summary>Most slots of one draw; keeps a hostile record from asking for more than any county has.</summary>
    private const int MostSlots = 1_000_000;

    /// <summary><c>bundle/department/number</c>; made when asked for, as hundreds of thousands would lie about for a whole matching.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Bundle.Id}/{Department}/{Number}");

    /// <summary>
    /// The slots of all bundles, bundle by bundle. An item or department without rules, a team of fewer than two, or more
    /// slots than can be handled is a fault.
    /// </summary>
    public static Answer<Slots> Of(MatchRules rules, IReadOnlyList<Bundle> bundles)
    {
        var slots = new List<Slot>();
        var lastAsked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var bundle in bundles)
        {
            if (bundle.Items.FirstOrDefault(item => !rules.Items.ContainsKey(item)) is { } unknown)
            {
                return new Fault("match.item-unknown", $"匹配参数未列事项 {unknown}。", $"The matching rules do not list item {unknown}.");
            }

            var departments = bundle.Items.Select(item => rules.Items[item].Department).Append(rules.LeadDepartment).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var first = slots.Count;
            foreach (var department in departments)
            {
                if (!rules.PerDepartment.TryGetValue(department, out var count))
                {
                    return new Fault("match.department-unknown", $"匹配参数未定部门 {department} 的人数。", $"The matching rules give no number of inspectors for department {department}.");
                }

                slots.AddRange(OfDepartment(rules, bundle, department, count, lastAsked));
            }

            if (slots.Count - first < 2)
            {
                return new Fault("match.fewer-than-two", $"检查组 {bundle.Id} 不足两人。", $"Team {bundle.Id} would have fewer than two inspectors.");
            }

            if (slots.Count > MostSlots)
            {
                return new Fault("match.too-many-slots", $"席位超过 {MostSlots} 个。", $"There are more than {MostSlots} slots.");
            }
        }

        return new Slots(slots);
    }

    /// <summary>Bundle after bundle asks for the same: one list of it is enough.</summary>
    private static IEnumerable<Slot> OfDepartment(
        MatchRules rules, Bundle bundle, string department, int count, Dictionary<string, string[]> lastAsked)
    {
        var asked = bundle.Items
            .Where(item => rules.Items[item].Department == department)
            .SelectMany(item => rules.Items[item].Qualifications)
            .Distinct(StringComparer.Ordinal)
            .Order(ByteOrder.Instance)
            .ToArray();
        asked = lastAsked.TryGetValue(department, out var last) && last.SequenceEqual(asked) ? last : lastAsked[department] = asked;
        for (var number = 1; number <= count; number++)
        {
            var place = number - 1;
            IReadOnlyList<string> demanded = rules.Cover switch
            {
                Cover.Every => asked,
                Cover.First => number == 1 ? asked : [],
                _ => asked.Where((_, i) => i % count == place).ToArray(),
            };
            yield return new Slot(
                bundle,
                department,
                number,
                department == rules.LeadDepartment && number == 1,
                demanded);
        }
    }
}

/// <summary>All slots of a draw, bundle by bundle (全部席位).</summary>
/// <param name="InOrder">Bundles in order; within one, departments ascending, then numbers.</param>
public sealed record Slots(IReadOnlyList<Slot> InOrder);
