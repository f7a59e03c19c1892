using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Matching;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// A matching small enough to list every lawful assignment. What is lawful is worked out here from the text of A.8, by trying,
/// and not by the product's own code.
/// </summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="About">What is scarce in it, a sentence.</param>
internal sealed record SmallMatching(
    string Name, string About, MatchRules Rules, IReadOnlyList<Bundle> Bundles, IReadOnlyList<InspectorLine> Inspectors, IReadOnlyList<RecusalLine> Recusals)
{
    public IReadOnlyList<Slot> Slots { get; } = Slot.Of(Rules, Bundles).OrThrow().InOrder;

    /// <summary>The lawful assignments as pools and caps, after relaxation and levelling; every pair left occurs in one of them.</summary>
    public MatchingOracle Lawful()
    {
        var (caps, bump) = Enumerable.Range(0, Rules.CapExtraMax + 1)
            .SelectMany(extra => Enumerable.Range(0, 3).Select(b => (Caps: Inspectors.Select(i => i.Cap + extra).ToArray(), Bump: b)))
            .First(tried => Exists(tried.Caps, tried.Bump));
        var level = Enumerable.Range(0, 100).First(l => Exists(Levelled(l), bump)) + Rules.LevelSlack;
        var within = Oracle(Rules.LevelSlack < 0 ? caps : Levelled(level), bump);
        return within.OnlyPairsOf(within.Assignments());

        int[] Levelled(int l) => [.. Inspectors.Select((inspector, i) => Math.Min(caps[i], Math.Max(0, l - inspector.Load)))];
    }

    /// <summary>Whom the product puts into every slot under a key.</summary>
    public IEnumerable<int> Drawn(Bytes32 key) => TeamMatching.Of(Suite.Sha256, key, Rules, Bundles, Inspectors, Recusals).OrThrow().Bundles
        .SelectMany(bundle => bundle.Team)
        .Select(member => Enumerable.Range(0, Inspectors.Count).First(i => Inspectors[i].Id == member.Inspector));

    private bool Exists(int[] caps, int bump) => Oracle(caps, bump).Assignments().Count > 0;

    private MatchingOracle Oracle(int[] caps, int bump) => new(
        [.. Slots.Select(slot => Pool(slot, bump))], caps, [.. Slots.Select(slot => Enumerable.Range(0, Bundles.Count).First(b => Bundles[b].Id == slot.Bundle.Id))]);

    private int[] Pool(Slot slot, int bump)
    {
        var fit = Enumerable.Range(0, Inspectors.Count).Where(i => IsEligible(Inspectors[i], slot)).ToArray();
        var tier = Enumerable.Range(0, 3).FirstOrDefault(t => fit.Count(i => Tier(i) <= t) >= Rules.MinPool, 2);
        return [.. fit.Where(i => Tier(i) <= Math.Min(2, tier + bump))];

        int Tier(int i) => Rules.Locality == Locality.None || Inspectors[i].Area == slot.Bundle.Area ? 0
            : Rules.Near[Inspectors[i].Area].Contains(slot.Bundle.Area) ? 1 : 2;
    }

    private bool IsEligible(InspectorLine inspector, Slot slot) =>
        inspector.Exclusion.Length == 0
        && inspector.Department == slot.Department
        && slot.Qualifications.All(inspector.Qualifications.Contains)
        && (inspector.IsLeader || !slot.IsLeader)
        && !Recusals.Any(r => r.Inspector == inspector.Id && slot.Bundle.Subjects.Contains(r.Subject));
}
