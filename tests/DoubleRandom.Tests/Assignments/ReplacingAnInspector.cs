using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Inspections;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Assignments;

public sealed class ReplacingAnInspector
{
    private const string Slot = "b00001/SC/2";

    [Theory, OnBothDatabases]
    public async Task The_next_in_the_draws_order_takes_the_place_on_every_visit_where_nothing_is_recorded(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county, subjects: 2);
        county.Clock.Advance(TimeSpan.FromDays(8));
        await county.AskAsync((RecordResult r) => r.SaveAsync(AVisit.Leader, visit.Visits[1], Guid.Empty, AVisit.ASheet()));
        var request = await AskAsync(visit, AVisit.Member);

        (await ApproveAsync(county, AVisit.Head, request.Value)).Refusal.ShouldBeNull();

        (await SeesAsync(county, AVisit.Stranger)).ShouldBe([visit.Visits[0]]);
        (await SeesAsync(county, AVisit.Member)).ShouldBe([visit.Visits[1]]);
        var line = (await county.AskAsync((SubstitutionReader r) => r.PageAsync(AVisit.Head, new()))).Lines.Single();
        line.Absent.ShouldBe("检查员2");
        line.Substitute.ShouldBe("检查员4");
        line.Decision.DecidedBy.ShouldBe(AVisit.Head.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_replaced_once_a_result_is_entered(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        var request = await AskAsync(visit, AVisit.Member);
        county.Clock.Advance(TimeSpan.FromDays(8));
        await county.AskAsync((RecordResult r) => r.SaveAsync(AVisit.Leader, visit.Id, Guid.Empty, AVisit.ASheet()));

        (await ApproveAsync(county, AVisit.Head, request.Value)).Refusal!.Code.ShouldBe("substitution.result-entered");
        (await AskAsync(visit, AVisit.Leader, "b00001/SC/1")).Refusal!.Code.ShouldBe("substitution.result-entered");
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_requests_for_one_place_at_the_same_moment_one_is_refused(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county, subjects: 2);

        var late = await county.AskAsync((IServiceProvider request) =>
        {
            // From another visit of the same team, so that the place is all the two have in common.
            request.BeforeSave(1, async () => (await AskAsync(visit, AVisit.Member)).Refusal.ShouldBeNull());
            return request.GetRequiredService<AskSubstitution>().RunAsync(AVisit.Clerk, new(visit.Visits[1], Slot, SubstitutionReason.OnLeave, "病假条"));
        });

        late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
        (await county.AskAsync((SubstitutionReader r) => r.PageAsync(AVisit.Head, new() { State = DecisionState.Asked }))).Total.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Requests_are_paged_and_ordered_and_every_one_is_found(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        const int Requests = 22;
        var asked = new List<Id<SubstitutionRequest>>();
        for (var n = 0; n < Requests; n++)
        {
            var id = (await AskAsync(visit, AVisit.Member)).Value;
            asked.Add(id);
            county.Clock.Advance(TimeSpan.FromMinutes(1));
            (await county.AskAsync((DecideSubstitution d) => d.DeclineAsync(AVisit.Head, id, "假条未获批准"))).ShouldBeNull();
        }

        var second = await county.AskAsync((SubstitutionReader r) => r.PageAsync(AVisit.Head, new() { Page = 2 }));

        (second.Total, second.Lines.Select(l => l.Id)).ShouldSatisfyAllConditions(p => p.Total.ShouldBe(Requests), p => p.Item2.ShouldBe([asked[1], asked[0]]));
        foreach (var (sort, descending) in new[] { ("asked-at", false), ("asked-at", true), ("visit", false), ("asked-by", true) })
        {
            var first = (await county.AskAsync((SubstitutionReader r) => r.PageAsync(AVisit.Head, new() { Sort = sort, Descending = descending }))).Lines[0];
            first.Id.ShouldBe(sort == "asked-at" && !descending ? asked[0] : asked[^1], "the newest first among equals");
        }

        (await county.AskAsync((SubstitutionReader r) => r.FindAsync(AVisit.Head, asked[0])))!.Id.ShouldBe(asked[0]);
        (await county.AskAsync((SubstitutionReader r) => r.FindAsync(TestCounty.As(Role.DepartmentHead, "GA"), asked[0]))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Who_asks_or_is_replaced_does_not_approve_and_only_the_head_of_that_department_does(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        var headAndClerk = new Actor
        {
            Account = new Guid(900, 0, 0, new byte[8]),
            Name = "双岗",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.DepartmentHead, Department.MarketSupervision), new(Role.DepartmentClerk, Department.MarketSupervision)],
        };
        var headInspector = new Actor
        {
            Account = new Guid(901, 0, 0, new byte[8]),
            Name = "检查员2",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.DepartmentHead, Department.MarketSupervision)],
            InspectorNumber = "SC0002",
        };
        var request = (await AskAsync(visit, headAndClerk)).Value;

        (await ApproveAsync(county, headAndClerk, request)).Refusal!.Code.ShouldBe("decision.asker-decides");
        (await ApproveAsync(county, headInspector, request)).Refusal!.Code.ShouldBe("substitution.absent-decides");
        (await ApproveAsync(county, TestCounty.As(Role.DepartmentHead, "NY"), request)).Refusal!.Code.ShouldBe("access.other-department");
        (await ApproveAsync(county, AVisit.Clerk, request)).Refusal!.Code.ShouldBe("access.no-right");
    }

    [Theory, OnBothDatabases]
    public async Task A_request_needs_evidence_is_asked_once_and_decided_once(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.ReleasedAsync(county);
        (await AskAsync(visit, AVisit.Member, evidence: " ")).Refusal!.Field.ShouldBe("Evidence");
        var request = (await AskAsync(visit, AVisit.Member)).Value;
        (await AskAsync(visit, AVisit.Clerk)).Refusal!.Code.ShouldBe("substitution.already-asked");

        (await county.AskAsync((DecideSubstitution d) => d.DeclineAsync(AVisit.Head, request, null)))!.Field.ShouldBe("Reason");
        (await county.AskAsync((DecideSubstitution d) => d.DeclineAsync(AVisit.Head, request, "假条未获批准"))).ShouldBeNull();
        (await ApproveAsync(county, AVisit.Head, request)).Refusal!.Code.ShouldBe("decision.already-decided");
        (await SeesAsync(county, AVisit.Member)).ShouldBe([visit.Id]);
    }

    [Fact]
    public async Task Who_is_not_on_the_team_asks_only_for_his_own_departments_places()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.ReleasedAsync(county);

        (await AskAsync(visit, TestCounty.As(Role.DepartmentClerk, "NY"))).Refusal!.Code.ShouldBe("access.other-department");
        (await AskAsync(visit, TestCounty.As(Role.DepartmentClerk, "GA"))).Refusal!.Code.ShouldBe("visit.no-such");
        (await AskAsync(visit, AVisit.Stranger)).Refusal!.Code.ShouldBe("visit.no-such");
        (await AskAsync(visit, AVisit.Clerk, "b00009/SC/1")).Refusal!.Code.ShouldBe("substitution.no-such-place");
    }

    private static Task<Outcome<Id<SubstitutionRequest>>> AskAsync(AVisit visit, Actor actor, string slot = Slot, string evidence = "病假条 2026-03-02") =>
        visit.County.AskAsync((AskSubstitution a) => a.RunAsync(actor, new(visit.Id, slot, SubstitutionReason.OnLeave, evidence)));

    private static Task<Outcome<Id<Inspector>>> ApproveAsync(TestCounty county, Actor actor, Id<SubstitutionRequest> request) =>
        county.AskAsync((SupervisionDb db) => new DecideSubstitution(db, county.Clock, new OnlyOneLeft(db)).ApproveAsync(actor, request));

    private static Task<List<Id<Visit>>> SeesAsync(TestCounty county, Actor actor) =>
        county.ReadAsync(db => db.SeenBy(actor).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync());

    /// <summary>An order with one candidate, SC0004.</summary>
    private sealed class OnlyOneLeft(SupervisionDb db) : ISubstitutionOrder
    {
        public async Task<Outcome<Id<Inspector>>> FillAsync(Actor actor, PlaceToFill place, CancellationToken stop = default)
        {
            var substitute = await db.Inspectors.SingleAsync(i => i.Number == "SC0004", stop);
            (await db.TeamPlaces.SingleAsync(p => p.Slot == place.Slot, stop)).Holder = substitute.Id;
            return substitute.Id;
        }
    }
}
