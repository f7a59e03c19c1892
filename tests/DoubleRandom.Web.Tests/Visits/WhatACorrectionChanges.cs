using DoubleRandom.Assignments;
using DoubleRandom.Testing;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Inspections;

namespace DoubleRandom.Web.Tests.Visits;

/// <summary>Two sheets of one visit beside each other: only what is different is told.</summary>
public sealed class WhatACorrectionChanges
{
    [Fact]
    public async Task Only_the_fields_that_differ_are_listed_with_both_values()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.PublishedAsync(county);
        var detail = (await county.AskAsync((VisitReader r) => r.FindAsync(AVisit.Leader, visit.Id)))!;
        var (before, after) = (AVisit.ASheet(), AVisit.ASheetWith("SC-0001", line => line with { Found = "年报地址未更新" }));

        ResultSheetText.Changes(detail, before.Sheet, "岩温", before.Sheet, "岩温").ShouldBeEmpty();
        var change = ResultSheetText.Changes(detail, before.Sheet, "岩温", after.Sheet, "岩温").ShouldHaveSingleItem();
        (change.What, change.Before, change.After).ShouldBe(($"{detail.Items.Single(item => item.Code == "SC-0001").Name} · 发现问题情况", Say.None, "年报地址未更新"));
        ResultSheetText.Changes(detail, before.Sheet, "岩温", before.Sheet, "玉温").ShouldHaveSingleItem().After!.ShouldNotContain("玉温");
    }
}
