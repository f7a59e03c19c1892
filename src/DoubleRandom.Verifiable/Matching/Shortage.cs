using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// Why a matching is impossible (人员缺口, A.8): slots of one kind that belong to a set which needs more places than its
/// inspectors can fill, even at the widest distance and the highest caps.
/// </summary>
/// <param name="Department">The department.</param>
/// <param name="IsLeader">True when a leader is needed.</param>
/// <param name="Qualifications">Qualifications needed, ascending.</param>
/// <param name="Area">The subjects' area.</param>
/// <param name="Slots">Slots of this kind in the set, at least 1.</param>
/// <param name="Inspectors">Different inspectors who may fill one of them, 0 or more.</param>
public sealed record Shortage(
    string Department,
    bool IsLeader,
    IReadOnlyList<string> Qualifications,
    string Area,
    int Slots,
    int Inspectors)
{
    internal static IReadOnlyList<Shortage> Of(IEnumerable<int> deficient, IReadOnlyList<Slot> slots, int[][] pools) => deficient
        .GroupBy(s => (slots[s].Department, slots[s].IsLeader, Qualifications: string.Join('\n', slots[s].Qualifications), slots[s].Bundle.Area))
        .OrderBy(group => group.Key.Department, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Area, StringComparer.Ordinal)
        .ThenByDescending(group => group.Key.IsLeader)
        .ThenBy(group => group.Key.Qualifications, ByteOrder.Instance)
        .Select(group => new Shortage(
            group.Key.Department,
            group.Key.IsLeader,
            slots[group.First()].Qualifications,
            group.Key.Area,
            group.Count(),
            group.SelectMany(s => pools[s]).Distinct().Count()))
        .ToArray();
}
