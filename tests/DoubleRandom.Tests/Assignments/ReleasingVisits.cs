using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Assignments;

public sealed class ReleasingVisits
{
    private static readonly Jurisdiction Jinghong = Jurisdiction.Parse("532801", null);

    [Theory, OnBothDatabases]
    public async Task Before_the_release_no_inspector_sees_a_name_and_after_it_his_own_visits_only(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.SealedAsync(county, subjects: 2);
        (await SeenByAsync(county, AVisit.Leader)).ShouldBe(0);

        await county.AskAsync((ReleaseVisits r) => r.RunAsync(county.Office, AVisit.Draw));

        (await SeenByAsync(county, AVisit.Leader)).ShouldBe(2);
        (await SeenByAsync(county, AVisit.Joining)).ShouldBe(2);
        (await SeenByAsync(county, AVisit.Stranger)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Departments_see_visits_with_their_items_office_and_auditors_all_other_counties_none(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.ReleasedAsync(county);

        (await SeenByAsync(county, TestCounty.As(Role.DepartmentClerk, "NY"))).ShouldBe(1);
        (await SeenByAsync(county, TestCounty.As(Role.Reviewer, "SC"))).ShouldBe(1);
        (await SeenByAsync(county, TestCounty.As(Role.DepartmentClerk, "GA"))).ShouldBe(0);
        (await SeenByAsync(county, county.Office)).ShouldBe(1);
        (await SeenByAsync(county, TestCounty.As(Role.Auditor))).ShouldBe(1);
        (await SeenByAsync(county, TestCounty.As(Role.Administrator))).ShouldBe(0);
        (await SeenByAsync(county, TestCounty.As(Role.OfficeClerk, county: Jinghong))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Releasing_twice_creates_nothing_twice_and_each_visit_leaves_its_trail(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.ReleasedAsync(county, subjects: 3);

        var again = await county.AskAsync((ReleaseVisits r) => r.RunAsync(county.Office, AVisit.Draw));

        again.Value.ShouldBe(new ReleaseReport(0, 3, 0));
        var trail = await county.AskAsync((TrailReader r) => r.PageAsync("visit.released", null, 1, 50));
        trail.Lines.Count(line => line.IsOf<Visit>()).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_released_without_a_sealed_list_without_a_team_or_with_one_officer(DatabaseKind database)
    {
        await using (var county = await TestCounty.OnAsync(database))
        {
            (await ReleaseAsync(county)).Refusal!.Code.ShouldBe("visits.nothing-drawn");
            await AVisit.SealedAsync(county, withTeam: false);
            (await ReleaseAsync(county)).Refusal!.Code.ShouldBe("visits.no-team-yet");
        }

        await using var second = await TestCounty.OnAsync(database);
        await AVisit.SealedAsync(second, members: 1);
        var alone = await ReleaseAsync(second);
        alone.Refusal!.Code.ShouldBe("visits.team-too-small");
        alone.Refusal.Article.ShouldBe("R34");
    }

    [Fact]
    public async Task Only_the_office_releases()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await AVisit.SealedAsync(county);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.OfficeClerk))
        {
            var refused = await county.AskAsync((ReleaseVisits r) => r.RunAsync(TestCounty.As(role, "SC"), AVisit.Draw));
            refused.Refusal!.Code.ShouldBe("access.no-right", role.ToString());
        }
    }

    [Fact]
    public async Task A_visit_shows_personal_data_masked()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.ReleasedAsync(county);

        var detail = await county.AskAsync((VisitReader r) => r.FindAsync(AVisit.Leader, visit.Id));

        detail!.Phone.ShouldBe("138****5678");
        detail.Representative.ShouldBe("岩*");
        detail.Team[0].Number.ShouldBe("SC0001");
        detail.Line.Number.ShouldBe(AVisit.Draw + "-0001");
        (await county.AskAsync((VisitReader r) => r.FindAsync(AVisit.Stranger, visit.Id))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_list_is_narrowed_by_state_name_task_department_and_lateness(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.ReleasedAsync(county, subjects: 2);

        (await CountAsync(county, new() { States = [VisitState.Pending] })).ShouldBe(2);
        (await CountAsync(county, new() { States = [VisitState.Published] })).ShouldBe(0);
        (await CountAsync(county, new() { Text = "第2农资" })).ShouldBe(1);
        (await CountAsync(county, new() { Task = AVisit.Draw, Department = "NY" })).ShouldBe(2);
        (await CountAsync(county, new() { Task = "532822202603021002" })).ShouldBe(0);
        (await CountAsync(county, new() { Late = (new(2026, 3, 31), new(2026, 2, 1)) })).ShouldBe(0);
        (await CountAsync(county, new() { Late = (new(2026, 4, 1), new(2026, 2, 1)) })).ShouldBe(2);
    }

    private static Task<Outcome<ReleaseReport>> ReleaseAsync(TestCounty county) =>
        county.AskAsync((ReleaseVisits r) => r.RunAsync(county.Office, AVisit.Draw));

    private static Task<int> SeenByAsync(TestCounty county, Actor actor) => county.AskAsync((SupervisionDb db) => db.SeenBy(actor).CountAsync());

    private static async Task<int> CountAsync(TestCounty county, VisitQuery query)
    {
        var (lines, total) = await county.AskAsync((VisitReader r) => r.ListAsync(county.Office, query));
        lines.Count.ShouldBe(total);
        return total;
    }
}
