using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Frame.Requests;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Tests;

public sealed class PageQueries
{
    [Fact]
    public void A_page_link_keeps_filters_and_order()
    {
        var query = PageQuery.Of("/subjects?town=01&town=02&sort=-name&page=3");
        query.All("town").ShouldBe(["01", "02"]);
        query.ToPage(4).ShouldBe("/subjects?town=01&town=02&sort=-name&page=4");
        query.ToPage(1).ShouldBe("/subjects?town=01&town=02&sort=-name");
    }

    [Fact]
    public void Another_order_starts_at_the_first_page_and_turns_round_the_second_time()
    {
        PageQuery.Of("/subjects?page=3").SortedBy("name").ShouldBe("/subjects?sort=name");
        PageQuery.Of("/subjects?sort=name").SortedBy("name").ShouldBe("/subjects?sort=-name");
        PageQuery.Of("/subjects?sort=-name").SortedBy("name").ShouldBe("/subjects?sort=name");
    }

    [Fact]
    public void Clearing_the_filters_keeps_order_and_columns()
    {
        var query = PageQuery.Of("/subjects?town=01&col=name&col=town&sort=-name&page=3");
        query.HasFilters.ShouldBeTrue();
        query.Unfiltered.ShouldBe("/subjects?sort=-name&col=name&col=town");
        PageQuery.Of(query.Unfiltered).HasFilters.ShouldBeFalse();
    }

    [Fact]
    public void No_column_asked_for_or_none_that_is_known_shows_all()
    {
        Column[] all = [new("name", "名称"), new("town", "乡镇")];
        new Columns(PageQuery.Of("/subjects"), all).Shown.ShouldBe(all);
        new Columns(PageQuery.Of("/subjects?col=price"), all).Shown.ShouldBe(all);
        new Columns(PageQuery.Of("/subjects?col=town&col=price"), all).Shown.ShouldBe([all[1]]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("99999999999999")]
    public void An_unreadable_page_is_the_first(string page) => PageQuery.Of("/subjects?page=" + page).Page.ShouldBe(1);

    [Fact]
    public void A_blank_filter_is_none()
    {
        var query = PageQuery.Of("/subjects?name=%20&town=");
        query["name"].ShouldBeNull();
        query["town"].ShouldBeNull();
    }

    [Theory]
    [InlineData("/plans?x=1", "/plans?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData(null, "/")]
    public void A_return_address_leads_nowhere_but_here(string? asked, string given) => Preference.Local(asked).ShouldBe(given);
}
