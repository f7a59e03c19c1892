using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Reminders;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Inspections;

public sealed class WhatWaits
{
    [Theory, OnBothDatabases]
    public async Task Each_role_finds_its_own_work_with_count_and_deadline(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.SealedAsync(county, subjects: 2);
        (await OfAsync(county, county.Office)).ShouldBe([("visits.to-release", 1, 0, null)]);
        await county.AskAsync((ReleaseVisits r) => r.RunAsync(county.Office, AVisit.Draw));

        (await OfAsync(county, county.Office)).ShouldBeEmpty();
        (await OfAsync(county, AVisit.Leader)).ShouldBe([("visits.own", 2, 0, new DateOnly(2026, 3, 31))]);
        (await OfAsync(county, AVisit.Stranger)).ShouldBeEmpty();
        (await OfAsync(county, AVisit.Clerk)).ShouldBe([("visits.to-record", 2, 0, new DateOnly(2026, 3, 31))]);
        (await OfAsync(county, TestCounty.As(Role.Auditor))).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_overdue_stands_first(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.SubmittedAsync(county);
        (await OfAsync(county, AVisit.Reviewer)).ShouldBe([("results.to-review", 1, 0, new DateOnly(2026, 4, 7))]);

        county.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 8, 1, 0, 0, TimeSpan.Zero));
        var head = await OfAsync(county, AVisit.Head);

        head.ShouldBe([("results.to-publish", 1, 1, new DateOnly(2026, 4, 7)), ("results.to-review", 1, 1, new DateOnly(2026, 4, 7))]);
        var late = await county.AskAsync((InspectionReader r) => r.LateTodayAsync());
        (await county.AskAsync((VisitReader r) => r.ListAsync(AVisit.Head, new() { Late = late }))).Total.ShouldBe(1);
    }

    private static async Task<(string, int, int, DateOnly?)[]> OfAsync(TestCounty county, Actor actor) =>
        [.. (await county.AskAsync((ToDoReader r) => r.OfAsync(actor)))
            .Where(todo => todo.Code.StartsWith("visits", StringComparison.Ordinal) || todo.Code.StartsWith("results", StringComparison.Ordinal))
            .Select(todo => (todo.Code, todo.Count, todo.Overdue, todo.Due))];
}
