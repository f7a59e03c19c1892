using System.Text.RegularExpressions;
using DoubleRandom.Demo.County;

namespace DoubleRandom.Tests.Demo;

/// <summary>Inspectors and items of the demo county fit each other.</summary>
public sealed partial class TheDemoInspectorsAndItems
{
    private static readonly DateOnly FirstDay = new(2026, 3, 2);
    private static readonly DemoCounty County = DemoCounty.Make(seed: 1, subjects: 0);

    [Fact]
    public void There_are_300_inspectors_in_15_departments_most_in_market_supervision()
    {
        County.Inspectors.Count.ShouldBe(300);
        var sizes = County.Inspectors.GroupBy(i => i.Department).OrderByDescending(g => g.Count()).ToList();
        sizes.Count.ShouldBe(15);
        sizes[0].Key.ShouldBe("市场监管");
    }

    [Fact]
    public void Every_inspectors_items_exist_in_his_own_department()
    {
        var departmentOf = County.Items.ToDictionary(i => i.Code, i => i.Department);
        County.Inspectors.ShouldAllBe(i => i.Items.Count > 0 && i.Items.All(code => departmentOf[code] == i.Department));
    }

    [Fact]
    public void Every_item_has_at_least_two_inspectors_and_a_leader_on_the_first_day()
    {
        var short_of = County.Items.Where(item =>
        {
            var able = County.Inspectors.Where(i => i.Items.Contains(item.Code) && i.Availability == "在岗" && i.ValidUntil >= FirstDay).ToList();
            return able.Count < 2 || !County.Inspectors.Any(i => i.MayLead && i.Department == item.Department && i.Availability == "在岗" && i.ValidUntil >= FirstDay);
        }).Select(item => item.Code);
        short_of.ShouldBeEmpty();
    }

    [Fact]
    public void A_qualification_is_held_by_whoever_may_check_what_needs_it()
    {
        var needs = County.Items.ToDictionary(i => i.Code, i => i.Qualification);
        County.Inspectors.ShouldAllBe(i => i.Items.All(code => needs[code] == "" || i.Qualifications.Contains(needs[code])));
    }

    [Fact]
    public void Certificates_are_unique_and_some_have_expired_or_soon_will()
    {
        County.Inspectors.Select(i => i.Certificate).ShouldBeUnique();
        County.Inspectors.Select(i => i.Name).ShouldBeUnique();
        County.Inspectors.Count(i => i.ValidUntil < FirstDay).ShouldBeInRange(2, 20);
        County.Inspectors.Count(i => i.ValidUntil >= FirstDay && i.ValidUntil <= FirstDay.AddDays(60)).ShouldBeInRange(5, 30);
        County.Inspectors.Count(i => i.Availability != "在岗").ShouldBeInRange(5, 45);
    }

    [Fact]
    public void Every_general_item_has_a_cap_and_no_key_item_has_one() =>
        County.Items.Where(i => !(i.Importance == "一般" ? BasisPoints.TryParsePercent(i.Cap, out _) : i.Importance == "重点" && i.Cap.Length == 0)).ShouldBeEmpty();

    [Fact]
    public void Items_speak_the_vocabulary()
    {
        County.Items.Select(i => i.Code).ShouldBeUnique();
        County.Items.ShouldAllBe(i => ItemCode().IsMatch(i.Code));
        County.Items.ShouldAllBe(i => i.Methods.Split('、').All(DemoLists.Of("method").Contains));
        County.Items.ShouldAllBe(i => i.Kinds.Split('、').All(DemoLists.Of("kind").Contains));
        County.Items.ShouldAllBe(i => i.Basis.StartsWith('《'));
        County.Items.Select(i => i.Department).Distinct().ShouldBe(County.Inspectors.Select(i => i.Department).Distinct(), ignoreOrder: true);
    }

    [GeneratedRegex("^[0-9A-Za-z._-]{1,48}$")]
    private static partial Regex ItemCode();
}
