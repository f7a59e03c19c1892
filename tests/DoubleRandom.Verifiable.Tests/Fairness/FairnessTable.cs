using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>A pair of a visit and an inspector with its chances.</summary>
/// <param name="Visit">The subject's id.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Lawful">Number of lawful assignments that have the pair.</param>
/// <param name="Reference">The leximin-fair chance.</param>
/// <param name="Ours">The exact chance under A.8.</param>
/// <param name="Seen">In how many of the seeded runs of the product the pair came up.</param>
internal sealed record PairChance(string Visit, string Inspector, int Lawful, double Reference, double Ours, int Seen)
{
    public double Difference => Ours - Reference;
}

/// <summary>The chances of all pairs of one small matching: of visits, and of the slots in them.</summary>
internal sealed class FairnessTable
{
    /// <summary>Runs of the product for each matching. A share of 1/2 has a standard error of 0.005, any other less.</summary>
    public const int Seeds = 10_000;

    public FairnessTable(SmallMatching matching)
    {
        Matching = matching;
        var lawful = matching.Lawful();
        var all = lawful.Assignments();
        (Assignments, Pools) = (all.Count, lawful.Pools);
        (Reference, Ours) = (LeximinFair.Of(lawful), ExactMatching.Of(lawful, all));
        Seen = lawful.Pools.Select(_ => new int[matching.Inspectors.Count]).ToArray();
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var (inspector, slot) in matching.Drawn(Samples.Bytes($"{matching.Name} {seed}")).Select((inspector, slot) => (inspector, slot)))
            {
                Seen[slot][inspector]++;
            }
        }

        Visits = [.. from bundle in Enumerable.Range(0, matching.Bundles.Count)
                     from inspector in Enumerable.Range(0, matching.Inspectors.Count)
                     let slots = Enumerable.Range(0, lawful.SlotCount).Where(s => lawful.BundleOf[s] == bundle).ToArray()
                     where slots.Any(s => Pools[s].Contains(inspector))
                     select new PairChance(
                         matching.Bundles[bundle].Subjects[0],
                         matching.Inspectors[inspector].Id,
                         all.Count(a => slots.Any(s => a[s] == inspector)),
                         slots.Sum(s => At(Reference, s, inspector)),
                         slots.Sum(s => At(Ours, s, inspector)),
                         slots.Sum(s => Seen[s][inspector]))];
    }

    public SmallMatching Matching { get; }

    /// <summary>Number of lawful assignments.</summary>
    public int Assignments { get; }

    /// <summary>Who stands in each slot in some lawful assignment.</summary>
    public int[][] Pools { get; }

    /// <summary>Per slot and place in its pool.</summary>
    public Fraction[][] Reference { get; }

    /// <inheritdoc cref="Reference"/>
    public Fraction[][] Ours { get; }

    /// <summary>Per slot and inspector, in <see cref="Seeds"/> runs.</summary>
    public int[][] Seen { get; }

    /// <summary>All pairs of visit and inspector that some lawful assignment has.</summary>
    public IReadOnlyList<PairChance> Visits { get; }

    /// <summary>Largest absolute difference over pairs of slot and inspector.</summary>
    public double LargestOfSlots => Ours.Zip(Reference).SelectMany(slot => slot.First.Zip(slot.Second, (o, r) => Math.Abs(o.Value - r.Value))).Max();

    /// <summary>Largest absolute difference over pairs of visit and inspector.</summary>
    public double Largest => Visits.Max(p => Math.Abs(p.Difference));

    /// <summary>Mean absolute difference over pairs of visit and inspector.</summary>
    public double Mean => Visits.Average(p => Math.Abs(p.Difference));

    private double At(Fraction[][] chances, int slot, int inspector) =>
        Array.IndexOf(Pools[slot], inspector) is var place and >= 0 ? chances[slot][place].Value : 0;
}
