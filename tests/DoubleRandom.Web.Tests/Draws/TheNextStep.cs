using DoubleRandom.Access;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Doors;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>What a page offers next, and why it does not offer more.</summary>
public sealed class TheNextStep
{
    [Fact]
    public async Task A_draw_cannot_be_revealed_before_enough_have_contributed_and_the_page_says_why()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        await house.County.WithTaskAsync();
        (await house.County.CommitAsync()).Refusal.ShouldBeNull();

        var early = (await office.GetAsync("/draws/" + DrawingCounty.First)).Text;
        await house.County.ContributeAllAsync();
        var ready = (await office.GetAsync("/draws/" + DrawingCounty.First)).Text;

        early.ShouldMatch("<button[^>]*disabled[^>]*aria-describedby=\"next-why\"[^>]*>揭示、抽取并密封");
        early.ShouldMatch("id=\"next-why\"><strong>已有 0 人贡献，满 [0-9]+ 人才能揭示和抽取。");
        ready.ShouldMatch("<button class=\"primary\">揭示、抽取并密封");
        ready.ShouldNotContain("next-why");
    }

    [Fact]
    public async Task A_drawn_task_says_in_its_history_and_beside_its_resting_button_what_happened()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var task = await house.County.WithTaskAsync();
        await house.County.DrawAsync();

        var page = (await office.GetAsync($"/plans/53282220261001/tasks/{task}")).Text;

        page.ShouldContain("已抽取，不能撤回。");
        page.ShouldContain(">密封抽取结果</td>");
        page.ShouldNotContain(">draw.sealed<");
    }
}
