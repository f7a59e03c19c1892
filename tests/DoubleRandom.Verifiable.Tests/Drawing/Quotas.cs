using CsCheck;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Drawing;

/// <summary>A.5: integers only, bounds and totals always met.</summary>
public sealed class Quotas
{
    private static readonly Gen<(Dictionary<string, int> Eligible, Dictionary<string, int> Weights, int Least)> Strata =
        Gen.Select(Gen.Select(Gen.Int[1, 60], Gen.OneOf(Gen.Const(0), Gen.Int[0, 10000])).Array[1, 8], Gen.Int[0, 5], (strata, least) => (
            strata.Select((s, i) => (Key: $"h{i}", Number: s.Item1)).ToDictionary(s => s.Key, s => s.Number),
            strata.Select((s, i) => (Key: $"h{i}", Number: s.Item2)).ToDictionary(s => s.Key, s => s.Number),
            least));

    private static Dictionary<string, int> Of(QuotaTable table) => table.Rows.ToDictionary(row => row.Stratum, row => row.Quota);

    [Fact]
    public void Largest_remainder_meets_the_total_and_every_bound_or_refuses() => Gen.Select(Strata, Gen.Int[0, 300]).Sample((strata, total) =>
    {
        var (eligible, weights, least) = strata;
        var answer = QuotaRule.OfTotal(total, weights, least).Quotas(eligible);
        var low = eligible.ToDictionary(h => h.Key, h => weights[h.Key] == 0 ? 0 : Math.Min(least, h.Value));
        var high = eligible.ToDictionary(h => h.Key, h => weights[h.Key] == 0 ? 0 : h.Value);
        if (total < low.Values.Sum() || total > high.Values.Sum())
        {
            answer.Fault!.Code.ShouldBe("quota.total-out-of-bounds");
            return;
        }

        var quotas = Of(answer.OrThrow());
        quotas.Values.Sum().ShouldBe(total);
        foreach (var (stratum, quota) in quotas)
        {
            quota.ShouldBeInRange(low[stratum], high[stratum]);
        }
    });

    [Fact]
    public void Largest_remainder_stays_within_one_of_the_ideal_share_where_no_bound_binds() => Gen.Select(Strata, Gen.Int[0, 300]).Sample((strata, total) =>
    {
        var (eligible, weights, _) = strata;
        var sum = eligible.Sum(h => (long)h.Value * weights[h.Key]);
        var fits = eligible.All(h => (long)total * h.Value * weights[h.Key] <= h.Value * sum);
        if (sum == 0 || !fits)
        {
            return;
        }

        foreach (var (stratum, quota) in Of(QuotaRule.OfTotal(total, weights).Quotas(eligible).OrThrow()))
        {
            var ideal = (long)total * eligible[stratum] * weights[stratum];
            (quota * sum).ShouldBeInRange(ideal - sum + 1, ideal + sum - 1);
        }
    });

    [Fact]
    public void Left_over_units_go_by_remainder_then_weight_then_key()
    {
        var equal = new Dictionary<string, int> { ["c"] = 10, ["a"] = 10, ["b"] = 10 };
        Of(QuotaRule.OfTotal(5, Samples.Shares(("a", 1), ("b", 1), ("c", 1))).Quotas(equal).OrThrow())
            .ShouldBe(new Dictionary<string, int> { ["a"] = 2, ["b"] = 2, ["c"] = 1 });
        var uneven = new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 };
        Of(QuotaRule.OfTotal(2, Samples.Shares(("a", 100), ("b", 100))).Quotas(uneven).OrThrow())
            .ShouldBe(new Dictionary<string, int> { ["a"] = 0, ["b"] = 2 });
    }

    [Fact]
    public void Products_beyond_64_bits_are_reckoned_exactly()
    {
        var nation = new Dictionary<string, int> { ["a"] = int.MaxValue, ["b"] = int.MaxValue };
        var quotas = Of(QuotaRule.OfTotal(int.MaxValue, Samples.Shares(("a", 10000), ("b", 9999))).Quotas(nation).OrThrow());
        quotas.Values.Sum(q => (long)q).ShouldBe(int.MaxValue);
        quotas["a"].ShouldBe(1073795513);
    }

    [Theory]
    [InlineData(10, 500, 0, 1)] // 0.5 rounds up
    [InlineData(9, 500, 0, 0)]
    [InlineData(30, 500, 0, 2)] // 1.5 rounds up
    [InlineData(100, 300, 0, 3)]
    [InlineData(100, 10000, 0, 100)]
    [InlineData(7, 100, 2, 2)]
    [InlineData(1, 100, 2, 1)]
    [InlineData(5, 0, 0, 0)]
    public void A_share_is_rounded_half_up_within_the_bounds(int eligible, int basisPoints, int least, int expected) =>
        Of(QuotaRule.OfRatio(Samples.Shares(("h", basisPoints)), least).Quotas(Samples.Shares(("h", eligible))).OrThrow())["h"].ShouldBe(expected);

    [Fact]
    public void A_fixed_number_stands_as_stated_and_is_refused_above_the_eligible()
    {
        var eligible = new Dictionary<string, int> { ["a"] = 3, ["b"] = 2 };
        Of(QuotaRule.OfFixed(Samples.Shares(("a", 3))).Quotas(eligible).OrThrow()).ShouldBe(new Dictionary<string, int> { ["a"] = 3, ["b"] = 0 });
        QuotaRule.OfFixed(Samples.Shares(("a", 4))).Quotas(eligible).Fault!.Code.ShouldBe("quota.over-eligible");
        QuotaRule.OfFixed(Samples.Shares(("z", 1))).Quotas(eligible).Fault!.Code.ShouldBe("quota.over-eligible");
        QuotaRule.OfFixed(Samples.Shares(("z", 0))).Quotas(eligible).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void The_table_lists_every_stratum_with_a_subject_ascending()
    {
        var table = QuotaRule.OfRatio(Samples.Shares(("b", 10000))).Quotas(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1, ["B"] = 4 }).OrThrow();
        table.Rows.ShouldBe([new QuotaRow("B", 4, 0), new QuotaRow("a", 1, 0), new QuotaRow("b", 2, 2)]);
        table.Total.ShouldBe(2);
    }

    [Theory]
    [InlineData(7, new int[0], new[] { 7 })]
    [InlineData(7, new[] { 0, 0, 0 }, new[] { 3, 2, 2 })]
    [InlineData(7, new[] { 3, 4 }, new[] { 3, 4 })]
    [InlineData(1, new[] { 0, 0 }, new[] { 1, 0 })]
    public void Batches_are_cut_as_stated(int drawn, int[] batches, int[] expected) =>
        Batches.SizesFor(batches, drawn).OrThrow().Sizes.ShouldBe(expected);

    [Fact]
    public void Batches_that_do_not_add_up_are_refused() => Batches.SizesFor([3, 3], 7).Fault!.Code.ShouldBe("batches.sum");
}
