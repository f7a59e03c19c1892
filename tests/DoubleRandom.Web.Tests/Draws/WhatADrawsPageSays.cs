using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Web.Draws;
using DoubleRandom.Web.Tests.Doors;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>What the pages of a draw tell the office to do next, in a county where another draw has moved the log on.</summary>
public sealed class WhatADrawsPageSays(TwoCounties counties) : IClassFixture<TwoCounties>
{
    [Fact]
    public async Task A_finished_draw_asks_nobody_to_cosign_what_another_draw_has_written()
    {
        var office = counties[TestCounty.Menghai, Role.OfficeClerk];

        var finished = (await office.GetAsync("/draws/" + TwoCounties.Visited)).Text;
        var committed = (await office.GetAsync("/draws/" + TwoCounties.Committed)).Text;

        finished.ShouldNotContain($"/draws/{TwoCounties.Visited}/witness/");
        finished.ShouldContain("本次抽取已完成");
        committed.ShouldContain($"/draws/{TwoCounties.Committed}/witness/jiwei");
    }

    [Fact]
    public async Task A_sealed_draw_leads_to_the_release_of_its_visits_and_only_whoever_may_release_them()
    {
        (await counties[TestCounty.Menghai, Role.OfficeClerk].GetAsync("/draws/" + TwoCounties.Sealed)).Text.ShouldContain("href=\"/visits/release\"");
        (await counties[TestCounty.Menghai, Role.Auditor].GetAsync("/draws/" + TwoCounties.Sealed)).Text.ShouldNotContain("/visits/release");
        (await counties[TestCounty.Menghai, Role.OfficeClerk].GetAsync("/draws/" + TwoCounties.Visited)).Text.ShouldNotContain("href=\"/visits/release\"");
    }

    [Fact]
    public async Task A_preview_without_a_task_says_so_and_a_draw_shows_what_was_asked_of_it()
    {
        var office = counties[TestCounty.Menghai, Role.OfficeClerk];

        (await office.GetAsync("/draws/new?lead=2")).Text.ShouldContain("请选择要抽取的任务");
        (await office.GetAsync("/draws/new")).Text.ShouldNotContain("请选择要抽取的任务");
        (await office.GetAsync($"/draws/{TwoCounties.Sealed}")).Text.ShouldContain("勐海人要求作废");
        (await office.GetAsync($"/draws/{TwoCounties.Committed}")).Text.ShouldNotContain("勐海人要求作废");
    }

    [Fact]
    public async Task What_a_match_came_to_is_shown_at_once_to_whoever_may_read_the_list_and_after_the_opening_to_all()
    {
        var (office, reviewer) = (counties[TestCounty.Menghai, Role.OfficeClerk], counties[TestCounty.Menghai, Role.Reviewer]);
        var seen = (await office.GetAsync("/draws/" + TwoCounties.Sealed)).Text;

        seen.ShouldContain("各部门工作量分布（第 1 次）");
        seen.ShouldContain("搭档重复情况（第 1 次）");
        seen.ShouldNotContain("SC 第");
        (await reviewer.GetAsync("/draws/" + TwoCounties.Sealed)).Text.ShouldNotContain("工作量分布");
        (await reviewer.GetAsync("/draws/" + TwoCounties.Visited)).Text.ShouldContain("工作量分布");
        (await office.GetAsync("/draws/" + TwoCounties.Committed)).Text.ShouldNotContain("工作量分布");
    }

    [Fact]
    public void Supplements_are_told_beside_what_was_drawn()
    {
        DrawText.Drawn(null, 0).ShouldBe("—");
        DrawText.Drawn(12, 0).ShouldBe("12");
        DrawText.Drawn(12, 2).ShouldBe("12（另追加 2）");
    }

    [Fact]
    public async Task The_trail_of_a_visit_does_not_tell_whom_it_goes_to()
    {
        var trail = (await counties[TestCounty.Menghai, Role.Auditor].GetAsync("/trail?kind=Visit")).Text;

        trail.ShouldContain(TwoCounties.Visited + "-000");
        trail.ShouldNotContain("勐海第");
    }
}
