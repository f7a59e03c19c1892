using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Assignments;

/// <summary>From the seal to the opening, with an inspector who falls ill on the way: no part is stood in for.</summary>
public sealed partial class SubstitutingInASealedDraw
{
    private static readonly Actor Clerk = TestCounty.As(Role.DepartmentClerk, "SC");
    private static readonly Actor Head = TestCounty.As(Role.DepartmentHead, "SC");

    [Theory, OnBothDatabases]
    public async Task The_draws_own_order_names_the_successor_the_visit_shows_the_new_team_and_the_record_is_valid(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var place = await APlaceAsync(draw);
        var request = (await AskAsync(draw, place)).Value;

        var successor = (await DecideAsync(draw, Head, request)).Value;

        successor.ShouldNotBe(place.Inspector);
        var team = (await draw.County.AskAsync((VisitReader r) => r.FindAsync(draw.County.Office, place.Visit)))!.Team;
        team.Single(m => m.Slot == place.Slot).Inspector.ShouldBe(successor);
        (await draw.County.ReadAsync(db => db.TeamPlaces.SingleAsync(p => p.Slot == place.Slot))).Holder.ShouldBe(successor);
        var change = await draw.County.ReadAsync(db => db.DrawChanges.SingleAsync());
        change.Type.ShouldBe("inspector.substitute");
        change.Names.ShouldBe([team.Single(m => m.Slot == place.Slot).Number]);
        change.Approval.ShouldContain(Clerk.Name);
        change.Approval.ShouldContain(Head.Name);
        (await draw.OpenOnceAsync()).ShouldNotBeNull().Code.ShouldBe("draw.needs-cosignatures");
        await draw.CosignAsync();
        await draw.OpenAsync();
        await ShouldBeValidAsync(draw);
        (await draw.RecordAsync()).Keys.ShouldContain("result.json");
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_on_leave_without_certificate_or_recused_since_the_seal_is_passed_over_with_the_reason(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var place = await APlaceAsync(draw);
        var request = (await AskAsync(draw, place)).Value;
        var order = await OrderAsync(draw, request);
        order.Count.ShouldBeGreaterThan(3);
        var subject = await draw.County.ReadAsync(db => db.Visits.Where(v => v.Id == place.Visit).Select(v => v.Subject).SingleAsync());
        await EditAsync(draw, db =>
        {
            var clock = draw.County.Clock;
            db.Add(new Leave { Jurisdiction = TestCounty.Menghai, Id = Id<Leave>.New(clock), Inspector = order[0].Id, From = new(2026, 3, 1), To = new(2026, 4, 30), Reason = "产假" });
            db.Inspectors.Single(i => i.Id == order[1].Id).Change(content => content with { CertificateUntil = new(2026, 3, 20) });
            db.Add(new Recusal { Jurisdiction = TestCounty.Menghai, Id = Id<Recusal>.New(clock), Inspector = order[2].Id, Subject = subject, Reason = "近亲属任职", DeclaredOn = new(2026, 3, 3) });
        });

        (await DecideAsync(draw, Head, request)).Value.ShouldBe(order[3].Id);

        (await draw.County.ReadAsync(db => db.DrawChanges.SingleAsync())).Skipped.ShouldBe(
        [
            new(order[0].Number, "on-leave"), new(order[1].Number, "certificate-expired"), new(order[2].Number, "recusal"),
        ]);
        await draw.CosignAsync();
        await draw.OpenAsync();
        await ShouldBeValidAsync(draw);
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_replaced_in_this_draw_does_not_come_back_by_the_order_of_another_place(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var place = await APlaceAsync(draw);
        (await DecideAsync(draw, Head, (await AskAsync(draw, place)).Value)).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        var ill = await draw.County.ReadAsync(db => db.Inspectors.SingleAsync(i => i.Id == place.Inspector));
        var with = await draw.County.ReadAsync(db => db.VisitMembers.Where(m => m.Inspector == ill.Id).Select(m => m.Visit).ToListAsync());
        var other = (await PlacesAsync(draw)).First(p => p.Visit != place.Visit && !with.Contains(p.Visit));
        await EditAsync(draw, db => db.Inspectors.Where(i => i.Department == Department.MarketSupervision && i.Id != ill.Id).ToList().ForEach(i => i.Change(content => content with { Duty = DutyState.InTraining })));
        var request = (await AskAsync(draw, other)).Value;

        (await DecideAsync(draw, Head, request)).Refusal.ShouldNotBeNull().Because.ShouldContain($"{ill.Number} 请假");

        // Once the directory knows the leave and its end, the directory decides.
        await EditAsync(draw, db => db.Add(new Leave
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<Leave>.New(draw.County.Clock),
            Inspector = ill.Id,
            From = new(2026, 3, 2),
            To = new(2026, 3, 5),
            Reason = "病假",
        }));
        draw.County.Clock.Advance(TimeSpan.FromDays(5));
        (await DecideAsync(draw, Head, request)).Value.ShouldBe(ill.Id);
    }

    [Theory, OnBothDatabases]
    public async Task When_nobody_is_left_in_the_order_the_refusal_names_each_and_the_lawful_cure_helps(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var place = await APlaceAsync(draw);
        var request = (await AskAsync(draw, place)).Value;
        var order = await OrderAsync(draw, request);
        await DutyAsync(draw, DutyState.InTraining);

        var none = (await DecideAsync(draw, Head, request)).Refusal.ShouldNotBeNull();

        none.Code.ShouldBe("draw.no-substitute");
        none.Because.ShouldContain($"{order[0].Number} 培训");
        none.Because.ShouldContain("不得人工指定");
        (await draw.County.ReadAsync(db => db.DrawChanges.CountAsync())).ShouldBe(0);
        var back = order[^1].Id;
        await EditAsync(draw, db => db.Inspectors.Single(i => i.Id == back).Change(content => content with { Duty = DutyState.OnDuty }));
        (await DecideAsync(draw, Head, request)).Value.ShouldBe(back);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_person_does_not_ask_and_approve_and_nothing_changes_once_a_result_is_submitted_or_the_draw_opened(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var places = (await PlacesAsync(draw)).ToArray();
        var both = new Actor
        {
            Account = new Guid(910, 0, 0, new byte[8]),
            Name = "双岗",
            Jurisdiction = TestCounty.Menghai,
            Posts = [new(Role.DepartmentHead, Department.MarketSupervision), new(Role.DepartmentClerk, Department.MarketSupervision)],
        };
        (await DecideAsync(draw, both, (await AskAsync(draw, places[0], both)).Value)).Refusal.ShouldNotBeNull().Code.ShouldBe("decision.asker-decides");

        var other = places.First(p => p.Visit != places[0].Visit);
        await EditAsync(draw, db => db.Visits.Single(v => v.Id == other.Visit).Submit(null));
        (await AskAsync(draw, other)).Refusal.ShouldNotBeNull().Code.ShouldBe("substitution.result-entered");

        await draw.OpenAsync();
        (await AskAsync(draw, places.First(p => p.Visit != other.Visit && p.Slot != places[0].Slot))).Refusal.ShouldNotBeNull().Code.ShouldBe("substitution.draw-opened");
    }

    [Theory, OnBothDatabases]
    public async Task Before_the_witnesses_have_cosigned_one_substitution_the_next_waits_and_nothing_is_half_done(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var places = (await PlacesAsync(draw)).ToArray();
        (await DecideAsync(draw, Head, (await AskAsync(draw, places[0])).Value)).Refusal.ShouldBeNull();
        var request = (await AskAsync(draw, places.First(p => p.Visit != places[0].Visit))).Value;

        (await DecideAsync(draw, Head, request)).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.needs-cosignatures");
        (await draw.County.ReadAsync(db => db.SubstitutionRequests.SingleAsync(r => r.Id == request))).State.ShouldBe(DecisionState.Asked);
        await draw.CosignAsync();
        (await DecideAsync(draw, Head, request)).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Once_visits_are_released_a_place_is_filled_by_a_request_on_the_visit_only(DatabaseKind database)
    {
        await using var draw = await ReleasedAsync(database);
        var place = await APlaceAsync(draw);

        var direct = await draw.AskAsync(new(DrawRequestKind.Substitute, DrawingCounty.First, "病假") { Slot = place.Slot, Evidence = "病假条" }, Clerk);

        direct.Refusal.ShouldNotBeNull().Code.ShouldBe("draw.names-released");
    }

    private static async Task<DrawingCounty> ReleasedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Value.Released.ShouldBe(6);
        return draw;
    }

    /// <summary>Places of ordinary members of the leading department.</summary>
    private static Task<List<VisitMember>> PlacesAsync(DrawingCounty draw) => draw.County.ReadAsync(
        db => db.VisitMembers.Where(m => m.Department == Department.MarketSupervision && !m.IsLeader).OrderBy(m => m.Slot).ToListAsync());

    private static async Task<VisitMember> APlaceAsync(DrawingCounty draw) => (await PlacesAsync(draw))[0];

    /// <summary>The draw's order of candidates for a request: whom the refusal names when the whole department is in training.</summary>
    private static async Task<List<Inspector>> OrderAsync(DrawingCounty draw, Id<SubstitutionRequest> request)
    {
        await DutyAsync(draw, DutyState.InTraining);
        var none = (await DecideAsync(draw, Head, request)).Refusal.ShouldNotBeNull();
        none.Code.ShouldBe("draw.no-substitute");
        await DutyAsync(draw, DutyState.OnDuty);
        var inspectors = await draw.County.ReadAsync(db => db.Inspectors.AsNoTracking().ToDictionaryAsync(i => i.Number));
        return [.. Numbers().Matches(none.Because).Select(found => inspectors[found.Value])];
    }

    private static Task DutyAsync(DrawingCounty draw, DutyState duty) => EditAsync(draw, db =>
    {
        foreach (var one in db.Inspectors.Where(i => i.Department == Department.MarketSupervision))
        {
            one.Change(content => content with { Duty = duty });
        }
    });

    [GeneratedRegex(@"\bSC\d{4}(?= )")]
    private static partial Regex Numbers();

    private static Task EditAsync(DrawingCounty draw, Action<SupervisionDb> edit) => draw.County.AskAsync((SupervisionDb db) =>
    {
        edit(db);
        return db.CommitAsync(draw.County.Office, new Act("test.edited"));
    });

    private static Task<Outcome<Id<SubstitutionRequest>>> AskAsync(DrawingCounty draw, VisitMember place, Actor? actor = null) =>
        draw.County.AskAsync((AskSubstitution a) => a.RunAsync(actor ?? Clerk, new(place.Visit, place.Slot, SubstitutionReason.OnLeave, "病假条 001")));

    private static Task<Outcome<Id<Inspector>>> DecideAsync(DrawingCounty draw, Actor actor, Id<SubstitutionRequest> request) =>
        draw.County.AskAsync((DecideSubstitution d) => d.ApproveAsync(actor, request));

    private static async Task ShouldBeValidAsync(DrawingCounty draw)
    {
        var report = await draw.VerifyAsync();
        report.Failures.ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }
}
