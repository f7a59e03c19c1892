using System.Text.RegularExpressions;
using DoubleRandom.Demo.County;

namespace DoubleRandom.Tests.Demo;

/// <summary>The demo county has Menghai's true proportions, and nothing in it is real.</summary>
public sealed partial class TheDemoCounty
{
    private static readonly DemoCounty County = DemoCounty.Make(seed: 1, DemoCounty.TrueSize);

    [Fact]
    public void Its_tea_entities_are_Menghais()
    {
        var tea = County.Subjects.Where(s => s.Tags.Contains("茶叶加工")).GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Count());
        tea.ShouldBe(new Dictionary<string, int> { ["企业"] = 1_360, ["农民专业合作社"] = 814, ["个体工商户"] = 4_784 }, ignoreOrder: true);
        County.Subjects.Count(s => s.Tags.Contains("农药经营")).ShouldBe(167);
        County.Subjects.Count(s => s.Tags.Contains("茶叶销售")).ShouldBeGreaterThan(2_000);
        County.Subjects.Count.ShouldBe(40_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(4_000)]
    [InlineData(90_001)]
    public void Another_size_is_met_exactly_with_names_and_codes_still_unique(int size)
    {
        var subjects = DemoCounty.Make(seed: 3, size).Subjects;
        subjects.Count.ShouldBe(size);
        subjects.DistinctBy(s => s.Name).Count().ShouldBe(size);
        subjects.Where(s => s.Code is not null).GroupBy(s => s.Code).ShouldAllBe(g => g.Count() == 1);
    }

    [Fact]
    public void Its_risk_classes_have_the_true_shares()
    {
        var rated = County.Subjects.Where(s => s.RiskClass != "未评").ToList();
        foreach (var (risk, share) in new[] { ("A", 654), ("B", 253), ("C", 77), ("D", 15) })
        {
            var exact = rated.Count * share / 999;
            rated.Count(s => s.RiskClass == risk).ShouldBeInRange(exact, exact + 1, risk);
        }

        rated.Count.ShouldBeGreaterThan(35_000);
    }

    [Fact]
    public void Every_code_is_valid_and_stands_once()
    {
        var codes = County.Subjects.Select(s => s.Code).OfType<SubjectCode>().ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        codes.ShouldAllBe(code => SubjectCode.Read(code.Value).Value == code);
        codes.Where(code => !code.IsLegacy).ShouldAllBe(code => code.CreditCode!.Value.OrganisationCheckHolds);
        codes.Count(code => code.IsLegacy).ShouldBeInRange(50, 2_000);
    }

    [Fact]
    public void Only_products_projects_and_acts_have_no_code() =>
        County.Subjects.Where(s => s.Code is null).Select(s => s.Kind).Distinct().ShouldBe(["产品", "项目", "行为"], ignoreOrder: true);

    [Fact]
    public void Organisation_codes_are_of_a_series_nobody_has() =>
        County.Subjects.Where(s => s.Code is { IsLegacy: false }).ShouldAllBe(s => InventedCode().IsMatch(s.Code!.Value.Value));

    [Fact]
    public void Phones_are_invented_ones() =>
        County.Subjects.Where(s => s.Phone.Length > 0).ShouldAllBe(s => InventedPhone().IsMatch(s.Phone));

    [Fact]
    public void Every_kind_town_and_state_occurs()
    {
        County.Subjects.Select(s => s.Kind).Distinct().ShouldBe(DemoLists.Of("kind"), ignoreOrder: true);
        County.Subjects.Select(s => s.State).Distinct().ShouldBe(DemoLists.Of("state"), ignoreOrder: true);
        County.Subjects.Select(s => s.Town).Distinct().Count().ShouldBe(11);
    }

    [Fact]
    public void Cooperatives_are_not_older_than_their_law_and_nobody_is_registered_on_a_day_of_rest()
    {
        County.Subjects.Where(s => s.Kind == "农民专业合作社").ShouldAllBe(s => s.Established >= new DateOnly(2007, 6, 29));
        County.Subjects.ShouldAllBe(s => s.Established.DayOfWeek != DayOfWeek.Saturday && s.Established.DayOfWeek != DayOfWeek.Sunday);
        County.Subjects.ShouldAllBe(s => s.Established < new DateOnly(2026, 3, 2));
    }

    [Fact]
    public void Every_item_with_a_tag_finds_subjects_in_business()
    {
        var none = County.Items
            .Where(item => !County.Subjects.Any(s => s.State == "在营"
                && item.Kinds.Split('、').Contains(s.Kind)
                && (item.Tag.Length == 0 || s.Tags.Contains(item.Tag))))
            .Select(item => item.Code);
        none.ShouldBeEmpty();
    }

    [Fact]
    public void No_name_or_address_keeps_an_unfilled_gap() =>
        County.Subjects.ShouldAllBe(s => !s.Name.Contains('{') && !s.Address.Contains('{') && !s.Name.Contains("勐海勐海"));

    [GeneratedRegex("^1[3-9]\\d0000\\d{4}$")]
    private static partial Regex InventedPhone();

    [GeneratedRegex("^(9[123]532822MAX|12532822MBX|5[12]532822MJX)")]
    private static partial Regex InventedCode();
}
