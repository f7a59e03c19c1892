using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// Who may fill which slot (资格, A.8). Hard eligibility depends on department, qualifications, leadership and recusals;
/// the pool of a slot adds distance, widened until it holds enough inspectors. Pools are shared by slots of one class.
/// </summary>
internal sealed class Eligibility
{
    private readonly MatchRules rules;
    private readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> recusedFrom;
    private readonly Dictionary<SlotClass, int[][]> classes = [];

    public Eligibility(MatchRules rules, IReadOnlyList<InspectorLine> inspectors, IEnumerable<RecusalLine> recusals)
    {
        (this.rules, Inspectors) = (rules, inspectors);
        for (var i = 0; i < inspectors.Count; i++)
        {
            indexOf.Add(inspectors[i].Id, i);
        }

        recusedFrom = recusals.ToLookup(r => r.Subject, r => r.Inspector, StringComparer.Ordinal);
    }

    /// <summary>Ascending by id; an inspector's index here stands for the inspector everywhere in the matching.</summary>
    public IReadOnlyList<InspectorLine> Inspectors { get; }

    /// <summary>Hard-eligible inspectors at any distance, ascending.</summary>
    public int[] Hard(Slot slot) => WithoutRecused(slot, ClassOf(slot)[2]);

    /// <summary>The pool E_s(b): hard-eligible inspectors within the slot's distance, widened by <paramref name="widening"/> (0, 1, 2).</summary>
    public int[] Pool(Slot slot, int widening)
    {
        var byReach = ClassOf(slot);
        var reach = 0;
        while (reach < 2 && WithoutRecused(slot, byReach[reach]).Length < rules.MinPool)
        {
            reach++;
        }

        return WithoutRecused(slot, byReach[Math.Min(2, reach + widening)]);
    }

    /// <summary>For each reach 0, 1, 2: the inspectors of the slot's class at most that far, ascending.</summary>
    private int[][] ClassOf(Slot slot)
    {
        var key = new SlotClass(slot.Department, slot.IsLeader, string.Join('\n', slot.Qualifications), slot.Bundle.Area);
        if (!classes.TryGetValue(key, out var byReach))
        {
            var fit = Enumerable.Range(0, Inspectors.Count).Where(i => Fits(Inspectors[i], slot)).ToArray();
            classes.Add(key, byReach = [WithinReach(fit, slot, 0), WithinReach(fit, slot, 1), fit]);
        }

        return byReach;
    }

    private static bool Fits(InspectorLine inspector, Slot slot) =>
        inspector.TakesPart
        && inspector.Department == slot.Department
        && (inspector.IsLeader || !slot.IsLeader)
        && slot.Qualifications.All(q => inspector.Qualifications.Contains(q, StringComparer.Ordinal));

    private int[] WithinReach(int[] fit, Slot slot, int reach) =>
        fit.Where(i => rules.Tier(Inspectors[i].Area, slot.Bundle.Area) <= reach).ToArray();

    private int[] WithoutRecused(Slot slot, int[] pool)
    {
        if (!slot.Bundle.Subjects.Any(recusedFrom.Contains))
        {
            return pool;
        }

        var recused = slot.Bundle.Subjects
            .SelectMany(subject => recusedFrom[subject])
            .Select(id => indexOf.GetValueOrDefault(id, -1))
            .ToHashSet();
        return pool.Where(i => !recused.Contains(i)).ToArray();
    }

    private sealed record SlotClass(string Department, bool IsLeader, string Qualifications, string Area);
}
