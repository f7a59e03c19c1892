using DoubleRandom.Verifiable.Tests.Matching;

namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// The fairest chances a matching can have, the reference of the record's background section: the least chance of a pair of
/// inspector and slot as large as any lottery over complete assignments can make it, then the next least, and so on. Every
/// such lottery is a point of the flow polytope (one inspector per slot, at most once per bundle, at most cap in all),
/// whose corners are the assignments; so the chances are found on it, exactly.
/// </summary>
internal static class LeximinFair
{
    /// <summary>Outweighs the least chance, which is at most 1, so that all slots are filled first.</summary>
    private static readonly Int128 Filled = (Int128)1 << 30;

    /// <summary>Per slot the chance of each inspector of its pool, in the pool's order.</summary>
    /// <param name="oracle">Pools in which every pair occurs in some complete assignment.</param>
    public static Fraction[][] Of(MatchingOracle oracle)
    {
        var pairs = oracle.Pools.SelectMany((pool, slot) => pool.Select(inspector => (Slot: slot, Inspector: inspector))).ToArray();
        var settled = new Fraction?[pairs.Length];
        while (settled.Contains(null))
        {
            Settle(oracle, pairs, settled);
        }

        return [.. pairs.Zip(settled, (pair, chance) => (pair.Slot, Chance: chance!.Value)).GroupBy(p => p.Slot, p => p.Chance).Select(g => g.ToArray())];
    }

    /// <summary>Raises the open pairs evenly as far as can be; those that cannot rise further are settled there.</summary>
    private static void Settle(MatchingOracle oracle, (int Slot, int Inspector)[] pairs, Fraction?[] settled)
    {
        var open = Enumerable.Range(0, pairs.Length).Where(p => settled[p] is null).ToArray();
        var unit = settled.OfType<Fraction>().Aggregate((Int128)1, (sum, chance) => Fraction.CommonMultiple(sum, chance.Denominator));
        var (limits, bounds) = (new List<Int128[]>(), new List<Int128>());

        // Variables: what each open pair has above the even level, and last the level itself; in units of 1/unit.
        void Limit(Int128 most, Func<(int Slot, int Inspector), bool> counts)
        {
            var own = open.Select(p => (Int128)(counts(pairs[p]) ? 1 : 0)).ToArray();
            var taken = settled.Zip(pairs).Where(s => s.First is not null && counts(s.Second)).Aggregate((Int128)0, (sum, s) => sum + (s.First!.Value.Numerator * (unit / s.First.Value.Denominator)));
            limits.Add([.. own, own.Aggregate((Int128)0, (sum, one) => sum + one)]);
            bounds.Add((most * unit) - taken);
        }

        foreach (var slot in Enumerable.Range(0, oracle.SlotCount))
        {
            Limit(1, pair => pair.Slot == slot);
        }

        foreach (var inspector in pairs.Select(p => p.Inspector).Distinct())
        {
            Limit(oracle.Caps[inspector], pair => pair.Inspector == inspector);
            foreach (var bundle in oracle.BundleOf.Distinct())
            {
                Limit(1, pair => pair.Inspector == inspector && oracle.BundleOf[pair.Slot] == bundle);
            }
        }

        var program = new IntegerProgram(limits, bounds, [.. open.Select(_ => Filled), (Filled * open.Length) + 1]);
        var level = program[open.Length];
        var whole = Enumerable.Range(0, open.Length).Select(v => program[v]).Aggregate(new Fraction(level.Numerator * open.Length, level.Denominator), (sum, more) => sum + more);
        var filled = settled.OfType<Fraction>().Aggregate(new Fraction(whole.Numerator, whole.Denominator * unit), (sum, chance) => sum + chance);
        filled.ShouldBe(new Fraction(oracle.SlotCount, 1), "the chances of every slot add up to one");
        foreach (var v in Enumerable.Range(0, open.Length).Where(program.IsZeroInEveryOptimum))
        {
            settled[open[v]] = new Fraction(level.Numerator, level.Denominator * unit);
        }
    }
}
