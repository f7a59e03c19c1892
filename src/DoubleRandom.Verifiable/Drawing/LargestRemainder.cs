using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// Shares a total over strata by weighted size, within bounds, by largest remainders (最大余额法, A.5). The bounds and the
/// total are always met.
/// </summary>
internal static class LargestRemainder
{
    public static Answer<QuotaTable> Share(
        QuotaRow[] strata,
        int total,
        IReadOnlyDictionary<string, int> weightBp,
        int minPerStratum)
    {
        var shares = strata.Select(s => new StratumShare(s.Stratum, s.Eligible, weightBp.GetValueOrDefault(s.Stratum), minPerStratum)).ToArray();
        var (least, most) = (shares.Sum(s => s.Low), shares.Sum(s => s.High));
        if (total < least || total > most)
        {
            return new Fault(
                "quota.total-out-of-bounds",
                $"总数 {total} 不在可行范围 {least} 至 {most} 之内。",
                $"The total {total} lies outside {least} to {most}, the range that the strata allow.");
        }

        var free = shares.Where(s => s.Weight > 0).ToList();
        while (free.Count > 0)
        {
            var rest = total - shares.Except(free).Sum(s => s.Quota);
            var weights = Sum(free.Select(s => s.Weight));
            foreach (var share in free)
            {
                share.Ideal = rest * share.Weight;
                share.Clamped = Int128.Clamp(share.Ideal, share.Low * weights, share.High * weights);
            }

            var excess = Sum(free.Select(s => s.Clamped - s.Ideal));
            if (excess == 0)
            {
                RoundOff(free, weights, rest);
                break;
            }

            // Too many at their lower bound, or too many at their upper: those are settled, the others share anew.
            foreach (var share in free.Where(s => excess > 0 ? s.Clamped > s.Ideal : s.Clamped < s.Ideal).ToArray())
            {
                share.Quota = (long)(share.Clamped / weights);
                free.Remove(share);
            }
        }

        return new QuotaTable(shares.Select(s => new QuotaRow(s.Stratum, (int)s.Eligible, (int)s.Quota)).ToArray());
    }

    private static void RoundOff(List<StratumShare> free, Int128 weights, long rest)
    {
        foreach (var share in free)
        {
            share.Quota = (long)(share.Clamped / weights);
        }

        var left = rest - free.Sum(s => s.Quota);
        var byRemainder = free
            .OrderByDescending(s => s.Clamped % weights)
            .ThenByDescending(s => s.Weight)
            .ThenBy(s => s.Stratum, ByteOrder.Instance);
        foreach (var share in byRemainder.Take((int)left))
        {
            share.Quota++;
        }
    }

    private static Int128 Sum(IEnumerable<Int128> numbers) => numbers.Aggregate(Int128.Zero, (sum, n) => sum + n);

    private sealed class StratumShare(string stratum, int eligible, int weightBp, int minPerStratum)
    {
        public string Stratum { get; } = stratum;

        public long Eligible { get; } = eligible;

        public Int128 Weight { get; } = (Int128)eligible * weightBp;

        public long Low { get; } = weightBp == 0 ? 0 : Math.Min(minPerStratum, eligible);

        public long High { get; } = weightBp == 0 ? 0 : eligible;

        public Int128 Ideal { get; set; }

        public Int128 Clamped { get; set; }

        public long Quota { get; set; }
    }
}
