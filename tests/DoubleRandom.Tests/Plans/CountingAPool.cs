using CsCheck;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Plans;

public sealed class CountingAPool
{
    private static readonly string[] Tags = ["茶叶加工", "边贸", "餐饮", "农药"];

    private static readonly Gen<SubjectFilter> Filters = Gen.Select(
        Gen.Int[0, 10].Array[0, 4], Gen.Enum<SubjectKind>().Array[0, 4], Gen.Int[10, 99].Array[0, 3], Gen.Enum<RiskClass>().Array[0, 5], Gen.Int[0, 3].Array[0, 3],
        (towns, kinds, industries, risks, tags) => new SubjectFilter(
            [.. towns.Select(t => Town.Of(TestCounty.Menghai)[t].Code)], kinds, [.. industries.Select(i => $"C{i}")], risks, [.. tags.Select(t => Tags[t])]).Tidy());

    [Theory, OnBothDatabases]
    public async Task The_pool_is_counted_per_risk_class_and_quotas_are_rounded_half_up(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", kinds: [SubjectKind.Individual]);
        await county.AddSubjectsAsync(25, RiskClass.C);
        await county.AddSubjectsAsync(24, RiskClass.D);
        await county.AddSubjectsAsync(9, RiskClass.D, SubjectKind.Enterprise);

        var count = await county.AskAsync((PoolCounter c) => c.CountAsync(
            SubjectFilter.None, (string[])["SC-0001"], QuotaWish.Of((RiskClass.C, BasisPoints.Of(1_000)), (RiskClass.D, BasisPoints.Of(1_000)))));

        count.Pool.ShouldBe(49);
        count.Quota.ShouldBe(3 + 2);
        count.Classes.ShouldBe([new(RiskClass.C, 25, BasisPoints.Of(1_000), 3), new(RiskClass.D, 24, BasisPoints.Of(1_000), 2)]);
    }

    [Fact]
    public void The_words_of_a_filter_never_lose_a_condition() => Filters.Sample(filter =>
    {
        var said = FilterWords.Say(filter);
        string[] expected = [.. filter.Towns.Select(Town.NameOf), .. filter.Kinds.Select(PlanWords.Of), .. filter.Industries, .. filter.Risks.Select(PlanWords.Risk), .. filter.Tags];
        return expected.All(said.Contains);
    });

    [Fact]
    public void Different_conditions_are_said_differently() => Gen.Select(Filters, Filters).Sample((a, b) =>
        System.Text.Json.JsonSerializer.Serialize(a) == System.Text.Json.JsonSerializer.Serialize(b) || FilterWords.Say(a) != FilterWords.Say(b));

    [Fact]
    public void What_a_cap_lets_through_never_exceeds_the_ceiling_of_pool_times_cap() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[1, 3_000].Array[5, 5], Gen.Int[1, 10_000], Gen.Bool).Sample((cap, sizes, asked, asCount) =>
        {
            var pool = sizes.Sum();
            var shares = Enum.GetValues<RiskClass>().ToDictionary(r => r, _ => asked);
            var wish = asCount ? QuotaWish.Of(asked) : new QuotaWish(null, shares);
            var quota = asCount ? asked : sizes.Sum(n => (int)(((long)n * asked + 5_000) / 10_000));
            var rule = new CapRule(BasisPoints.Of(cap), "事项");
            var ceiling = (int)Math.Ceiling(pool * (decimal)cap / 10_000);

            rule.Most(pool).ShouldBe(ceiling);
            return rule.Refusals(wish, new PoolCount(pool, quota, [], [], false)).Any() || (quota <= ceiling && (asCount || asked <= cap));
        });

    [Fact]
    public void The_counted_quota_is_the_one_the_draw_will_take() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 10_000]).Sample((size, share) =>
        {
            var rule = new QuotaWish(null, new Dictionary<RiskClass, int> { [RiskClass.C] = share }).ToRule();
            var table = rule.Quotas(size == 0 ? new Dictionary<string, int>() : new Dictionary<string, int> { ["C"] = size });
            table.Is(out var quotas, out _).ShouldBeTrue();
            return quotas!.Total == (((long)size * share) + 5_000) / 10_000;
        });

    [Fact]
    public void The_smallest_cap_of_the_general_items_binds_and_key_items_have_none()
    {
        Item With(string code, BasisPoints? cap) => new()
        {
            Jurisdiction = TestCounty.Menghai,
            Id = default,
            Code = code,
            Says = new ItemContent
            {
                Name = code,
                Department = Department.MarketSupervision,
                Importance = cap is null ? Importance.Key : Importance.General,
                Cap = cap,
            },
        };

        CapRule.Of([With("a", BasisPoints.Of(500)), With("b", BasisPoints.Of(300)), With("c", null)]).ShouldBe(new CapRule(BasisPoints.Of(300), "b"));
        CapRule.Of([With("c", null)]).ShouldBeNull();
    }
}
