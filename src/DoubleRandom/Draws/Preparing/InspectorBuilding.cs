using System.Text;
using DoubleRandom.Directories;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Builds the list of inspectors of a draw [执法检查人员名单]: all of the departments that take part, excluded ones with their reason.</summary>
internal static class InspectorBuilding
{
    private const int LeastCap = 4;

    /// <summary>The qualification by which an item that not everybody of its department may inspect is kept to those who may.</summary>
    public static string ScopeOf(string item) => "item:" + item;

    /// <summary>Items that at least one inspector of their department may not inspect: their scope becomes a qualification.</summary>
    public static IReadOnlySet<string> Restricted(DrawScope scope, IEnumerable<Inspector> inspectors)
    {
        var narrow = inspectors.Where(i => i.ItemScope.Count > 0).ToArray();
        return scope.Items.Values
            .Where(item => narrow.Any(i => i.Department == item.Department && !i.ItemScope.Contains(item.Code)))
            .Select(item => item.Code)
            .ToHashSet(StringComparer.Ordinal);
    }

    public static IReadOnlyList<InspectorLine> Lines(
        DrawScope scope,
        IReadOnlyList<Inspector> inspectors,
        ILookup<Id<Inspector>, Leave> leaves,
        IReadOnlyDictionary<Id<Inspector>, int> loads,
        DrawSettings settings,
        long teams,
        LineSalts salts)
    {
        var restricted = Restricted(scope, inspectors);
        var reasons = inspectors.ToDictionary(i => i.Id, i => Absence(i, leaves[i.Id], scope.From, scope.To) ?? "");
        var available = inspectors.Where(i => reasons[i.Id].Length == 0).CountBy(i => i.Department).ToDictionary();
        return [.. inspectors.Select(i => new InspectorLine(
            i.Number,
            i.Towns.Find(RecordId.IsValid) ?? i.Jurisdiction.Code,
            settings.MostTeams ?? CapOf(teams * (i.Department == scope.Lead.Lead ? settings.LeadPlaces : settings.OtherPlaces), available.GetValueOrDefault(i.Department)),
            i.Department.Code,
            reasons[i.Id],
            i.MayLead,
            loads.GetValueOrDefault(i.Id),
            QualificationsOf(scope, i, restricted),
            salts.Of<InspectorLine>(i.Number)))];
    }

    /// <summary>
    /// Why an inspector cannot go on inspections of these days; null when he can. A certificate must last through the last day. A leave
    /// counts when it covers the first day or at least half of them; shorter ones are met by substitution.
    /// </summary>
    public static string? Absence(Inspector inspector, IEnumerable<Leave> leaves, DateOnly from, DateOnly to)
    {
        if (ExclusionReason.Of(inspector.Duty) is { } duty)
        {
            return duty;
        }

        if (inspector.CertificateUntil < to)
        {
            return ExclusionReason.CertificateExpired;
        }

        var days = to.DayNumber - from.DayNumber + 1;
        return leaves.Any(l => (l.From <= from && l.To >= from) || DaysWithin(l, from, to) * 2 >= days) ? ExclusionReason.OnLeave : null;
    }

    private static int DaysWithin(Leave leave, DateOnly from, DateOnly to) =>
        Math.Max(0, Math.Min(leave.To.DayNumber, to.DayNumber) - Math.Max(leave.From.DayNumber, from.DayNumber) + 1);

    private static int CapOf(long places, int available) =>
        available == 0 ? LeastCap : (int)Math.Max(LeastCap, ((2 * places) + available - 1) / available);

    private static IReadOnlyList<string> QualificationsOf(DrawScope scope, Inspector inspector, IReadOnlySet<string> restricted) =>
        [.. inspector.Qualifications
            .Concat(restricted
                .Where(item => scope.Items[item].Department == inspector.Department && (inspector.ItemScope.Count == 0 || inspector.ItemScope.Contains(item)))
                .Select(ScopeOf))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal)];
}
