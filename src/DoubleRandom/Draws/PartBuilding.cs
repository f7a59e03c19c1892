using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Draws;

/// <summary>Turns a task into a part of the draw [抽取部分]: its quota, within the caps of its items (R2).</summary>
internal static class PartBuilding
{
    public static Outcome<Part> Of(DrawScope scope, PlanTask task, IReadOnlyList<RosterLine> roster)
    {
        var items = task.Items.Select(code => scope.Items[code]).ToArray();
        var narrowest = items.Where(i => i.Cap is not null).OrderBy(i => i.Cap).ThenBy(i => i.Code, StringComparer.Ordinal).FirstOrDefault();
        if (TooLargeShare(task, narrowest) is { } tooLarge)
        {
            return tooLarge;
        }

        var included = roster.Count(line => line.TakesPart && line.Items.Any(task.Items.Contains));
        if (included == 0)
        {
            return DrawRefusals.Of("draw.nobody-eligible", null, task.Number, roster.Count(line => line.Items.Concat(line.Skipped.Keys).Any(task.Items.Contains)));
        }

        if (task.Quota.Count is { } count && count > included)
        {
            return DrawRefusals.Of("draw.more-than-there-are", "R7", task.Number, count, included);
        }

        var byRisk = task.Quota.Count is null;
        var rule = byRisk
            ? QuotaRule.OfRatio(task.Quota.Shares.ToDictionary(s => s.Key.ToString(), s => s.Value))
            : QuotaRule.OfFixed(new Dictionary<string, int> { [""] = task.Quota.Count!.Value });
        var part = Part.For(task.Number, task.Items, byRisk ? [RosterBuilding.Risk] : [], rule, roster);
        if (!part.Is(out var made, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        if (made.QuotaTable.Total == 0)
        {
            return DrawRefusals.Of("draw.nothing-to-draw", "R7", task.Number, included);
        }

        return narrowest is { Cap: { } cap } && made.QuotaTable.Total > Largest(included, cap)
            ? DrawRefusals.Of(
                byRisk ? "draw.over-cap-by-shares" : "draw.over-cap", "R2", task.Number, made.QuotaTable.Total, narrowest.Name, cap, included, Largest(included, cap))
            : made;
    }

    /// <summary>⌈N·cap⌉: the largest lawful number.</summary>
    public static long Largest(int eligible, BasisPoints cap) => (((long)eligible * cap.Value) + 9_999) / 10_000;

    private static Refusal? TooLargeShare(PlanTask task, Item? narrowest)
    {
        if (narrowest is not { Cap: { } cap })
        {
            return null;
        }

        var over = task.Quota.Shares.Where(s => s.Value > cap.Value).Select(s => ExclusionReason.SayStratum(s.Key.ToString())).ToArray();
        return over.Length == 0
            ? null
            : DrawRefusals.Of("draw.share-over-cap", "R2", task.Number, string.Join('、', over), narrowest.Name, cap);
    }
}
