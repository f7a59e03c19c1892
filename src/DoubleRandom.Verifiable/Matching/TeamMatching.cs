using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>What the matching came to (匹配结果, A.8): all teams, or none and the reason.</summary>
/// <param name="Bundles">The bundles with their teams; empty when the matching is infeasible.</param>
/// <param name="Level">The relaxation used; null when the matching is infeasible.</param>
/// <param name="Shortages">What is missing when the matching is infeasible, else empty.</param>
public sealed record MatchOutcome(IReadOnlyList<Bundle> Bundles, MatchLevel? Level, IReadOnlyList<Shortage> Shortages)
{
    /// <summary>True when every team is complete.</summary>
    public bool IsFeasible => Level is not null;
}

/// <summary>
/// The matching of inspectors "M1" (人员匹配, A.8). Its result depends on committed inputs and the match key only; just the
/// existence of a completion steers it, so every correct implementation reaches the same teams.
/// </summary>
public sealed class TeamMatching
{
    private readonly Suite suite;
    private readonly Bytes32 matchKey;
    private readonly MatchRules rules;
    private readonly Eligibility eligibility;
    private readonly IReadOnlyList<Slot> slots;
    private readonly int[][][] poolsByBump = new int[3][][];
    private readonly TeamFlow[] flowsByBump = new TeamFlow[3];

    private TeamMatching(Suite suite, Bytes32 matchKey, MatchRules rules, Eligibility eligibility, IReadOnlyList<Slot> slots)
    {
        (this.suite, this.matchKey, this.rules, this.eligibility, this.slots) = (suite, matchKey, rules, eligibility, slots);
    }

    /// <summary>
    /// Matches inspectors to the bundles. Rules that do not fit the bundles are a fault; too few inspectors are an outcome.
    /// </summary>
    /// <param name="suite">The log's suite.</param>
    /// <param name="matchKey">The draw's match key.</param>
    /// <param name="rules">The committed parameters.</param>
    /// <param name="bundles">Bundles without teams, in order.</param>
    /// <param name="inspectors">Frozen lines, ascending by id, excluded ones too.</param>
    /// <param name="recusals">Frozen lines.</param>
    public static Answer<MatchOutcome> Of(
        Suite suite,
        Bytes32 matchKey,
        MatchRules rules,
        IReadOnlyList<Bundle> bundles,
        IReadOnlyList<InspectorLine> inspectors,
        IReadOnlyList<RecusalLine> recusals) =>
        Slot.Of(rules, bundles).Is(out var slots, out var fault)
            ? new TeamMatching(suite, matchKey, rules, new Eligibility(rules, inspectors, recusals), slots.InOrder).Run(bundles)
            : fault;

    private MatchOutcome Run(IReadOnlyList<Bundle> bundles)
    {
        if (!Relax(out var bump, out var extra))
        {
            _ = Flow(2).TryComplete(Caps(rules.CapExtraMax, long.MaxValue), out var deficient);
            return new MatchOutcome([], null, Shortage.Of(deficient, slots, Pools(2)));
        }

        var level = Level(bump, extra);
        var holders = Holders(bump, Caps(extra, rules.LevelSlack < 0 ? long.MaxValue : level + rules.LevelSlack));

        // The teams take as much memory as the search did; it is given back before they are written.
        Array.Clear(flowsByBump);
        Array.Clear(poolsByBump);
        return new MatchOutcome(Teams(bundles, holders), new MatchLevel(bump, extra, level), []);
    }

    /// <summary>The inspector of every slot, drawn.</summary>
    private int[] Holders(int bump, int[] caps)
    {
        var flow = Flow(bump);
        if (!flow.TryComplete(caps, out _))
        {
            throw new InvalidOperationException("The level found is feasible.");
        }

        AssignmentDraw.Settle(suite, matchKey, slots, flow);
        return [.. Enumerable.Range(0, slots.Count).Select(flow.HolderOf)];
    }

    /// <summary>The bundles with their teams: slots stand bundle by bundle.</summary>
    private Bundle[] Teams(IReadOnlyList<Bundle> bundles, int[] holders)
    {
        var (matched, next) = (new Bundle[bundles.Count], 0);
        for (var i = 0; i < matched.Length; i++)
        {
            var first = next;
            while (next < slots.Count && ReferenceEquals(slots[next].Bundle, bundles[i]))
            {
                next++;
            }

            var team = new TeamMember[next - first];
            for (var s = first; s < next; s++)
            {
                team[s - first] = new TeamMember(slots[s].Id, slots[s].Department, eligibility.Inspectors[holders[s]].Id, slots[s].IsLeader);
            }

            matched[i] = bundles[i] with { Team = team };
        }

        return matched;
    }

    /// <summary>
    /// The first (extra, b) in the order of A.8 that admits a complete assignment. More extra and wider distance never
    /// hurt, so the least extra is found at the widest distance, by halving.
    /// </summary>
    private bool Relax(out int bump, out int extra)
    {
        (bump, extra) = (0, 0);
        if (IsFeasible(0, 0))
        {
            return true;
        }

        if (!IsFeasible(2, rules.CapExtraMax))
        {
            return false;
        }

        extra = (int)Least(0, rules.CapExtraMax, tried => IsFeasible(2, (int)tried));
        while (!IsFeasible(bump, extra))
        {
            bump++;
        }

        return true;
    }

    private long Level(int bump, int extra)
    {
        var highest = eligibility.Inspectors.Select(line => (long)line.Load + line.Cap + extra).DefaultIfEmpty(0).Max();
        return rules.LevelSlack < 0
            ? highest
            : Least(0, highest, tried => Flow(bump).TryComplete(Caps(extra, tried), out _));
    }

    /// <summary>The least number that holds; the greatest is known to hold.</summary>
    private static long Least(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private bool IsFeasible(int bump, int extra) => Flow(bump).TryComplete(Caps(extra, long.MaxValue), out _);

    private int[] Caps(int extra, long level) => eligibility.Inspectors
        .Select(line => (int)Math.Min(slots.Count, Math.Min((long)line.Cap + extra, Math.Max(0, level - line.Load))))
        .ToArray();

    private int[][] Pools(int bump) => poolsByBump[bump] ??= slots.Select(slot => eligibility.Pool(slot, bump)).ToArray();

    private TeamFlow Flow(int bump) => flowsByBump[bump] ??= new TeamFlow(Pools(bump), eligibility.Inspectors.Count, slots);
}
