using DoubleRandom.Plans;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Turns a task into a part of the draw [抽取部分]: its quota, within the caps of its items (R2).</summary>
internal static class PartBuilding
{
    public static Outcome<Part> Of(DrawScope scope, PlanTask task, IReadOnlyList<RosterLine> roster)
    {
        var cap = CapRule.Of(task.Items.Select(code => scope.Items[code]));
        if (TooLargeShare(task, cap) is { } tooLarge)
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
        var part = Part.For(task.Number, task.Items, byRisk ? [RosterBuilding.Risk] : [], task.Quota.ToRule(), roster);
        if (!part.Is(out var made, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        if (made.QuotaTable.Total == 0)
        {
            return DrawRefusals.Of("draw.nothing-to-draw", "R7", task.Number, included);
        }

        return cap is not null && made.QuotaTable.Total > cap.Most(included)
            ? DrawRefusals.Of(
                byRisk ? "draw.over-cap-by-shares" : "draw.over-cap", "R2", task.Number, made.QuotaTable.Total, cap.Item, cap.Cap, included, cap.Most(included))
            : made;
    }

    private static Refusal? TooLargeShare(PlanTask task, CapRule? cap)
    {
        var over = task.Quota.Shares.Where(s => s.Value > cap?.Cap.Value).Select(s => ExclusionReason.SayStratum(s.Key.ToString())).ToArray();
        return over.Length == 0
            ? null
            : DrawRefusals.Of("draw.share-over-cap", "R2", task.Number, string.Join('、', over), cap!.Item, cap.Cap);
    }
}
