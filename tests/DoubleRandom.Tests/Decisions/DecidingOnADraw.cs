using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Plans;
using DoubleRandom.Reminders;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Decisions;

/// <summary>What the operator of a draw asks for and another decides, at his own desk.</summary>
public sealed class DecidingOnADraw
{
    private static readonly Actor Deputy = TestCounty.As(Role.DeputyHead, "SC");
    private static readonly Actor Group = TestCounty.As(Role.LeadingGroup);

    [Theory, OnBothDatabases]
    public async Task Only_another_person_with_the_right_for_the_very_department_decides(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var request = (await draw.AskAsync(DrawingCounty.AVoid())).Value;

        (await ApproveAsync(draw, draw.County.Office, request)).ShouldBe("access.no-right");
        (await ApproveAsync(draw, TestCounty.As(Role.DepartmentClerk, "SC"), request)).ShouldBe("access.no-right");
        (await ApproveAsync(draw, TestCounty.As(Role.DepartmentHead, "YJ"), request)).ShouldBe("access.other-department");
        (await ApproveAsync(draw, TestCounty.As(Role.DepartmentHead, "SC", county: Jurisdiction.Parse("532801", null)), request)).ShouldBe("draw.no-such-request");
        (await ApproveAsync(draw, Actor.AtTheMachine(TestCounty.Menghai, "root"), request)).ShouldBe("decision.no-account");
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Sealed);
        (await ApproveAsync(draw, DrawingCounty.Head, request)).ShouldBeNull();
        (await ApproveAsync(draw, DrawingCounty.Head, request)).ShouldBe("decision.already-decided");
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Voided);
    }

    [Theory, OnBothDatabases]
    public async Task Neither_who_asked_nor_who_holds_the_draw_decides_whatever_other_posts_they_have(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var (both, colleague) = (AnActor(930), AnActor(931));
        (await draw.CommitAsync(actor: both)).Refusal.ShouldBeNull();
        await draw.CosignAsync();

        var request = (await draw.AskAsync(DrawingCounty.AVoid(), colleague)).Value;

        (await ApproveAsync(draw, colleague, request)).ShouldBe("decision.asker-decides");
        (await ApproveAsync(draw, both, request)).ShouldBe("draw.operator-decides");
        (await ApproveAsync(draw, DrawingCounty.Head, request)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task After_the_head_has_let_one_working_day_pass_the_deputy_or_the_leading_group_decides(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        draw.County.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 6, 2, 0, 0, TimeSpan.Zero)); // a Friday
        var first = (await draw.AskAsync(DrawingCounty.AVoid())).Value;

        first.DecideBy.ShouldBe(new DateOnly(2026, 3, 9));
        (await ApproveAsync(draw, Deputy, first)).ShouldBe("decision.deputy-too-early");
        (await WaitingAsync(draw, DrawingCounty.Head)).ShouldBe((1, 0));
        (await WaitingAsync(draw, Deputy)).ShouldBe((0, 0));
        draw.County.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 9, 15, 59, 0, TimeSpan.Zero)); // Monday, a minute before midnight in Menghai
        (await ApproveAsync(draw, Group, first)).ShouldBe("decision.deputy-too-early");
        draw.County.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero));
        (await WaitingAsync(draw, Deputy)).ShouldBe((1, 1));
        (await WaitingAsync(draw, Group)).ShouldBe((1, 1));
        (await ApproveAsync(draw, TestCounty.As(Role.DeputyHead, "YJ"), first)).ShouldBe("access.no-right");
        (await ApproveAsync(draw, Group, first)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_calendar_does_not_know_the_year_only_the_head_decides(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        draw.County.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 6, 2, 0, 0, TimeSpan.Zero));
        var request = (await draw.AskAsync(new(DrawRequestKind.Repeat, DrawingCounty.First, "投诉较多") { Code = nameof(RepeatGround.ManyComplaints) })).Value;
        draw.County.Clock.Advance(TimeSpan.FromDays(30));

        request.DecideBy.ShouldBeNull();
        (await ApproveAsync(draw, Deputy, request)).ShouldBe("decision.no-calendar");
        (await ApproveAsync(draw, DrawingCounty.Head, request)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Declining_and_withdrawing_take_a_note_and_change_nothing_else(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var request = (await draw.AskAsync(DrawingCounty.AVoid())).Value;

        (await draw.AskAsync(DrawingCounty.AVoid())).Refusal!.Code.ShouldBe("draw.asked-already");
        (await DeclineAsync(draw, request, " ")).ShouldBe("reason.missing");
        (await DeclineAsync(draw, request, "可以改期")).ShouldBeNull();
        var again = (await draw.AskAsync(DrawingCounty.AVoid())).Value;
        (await draw.County.AskAsync((DecideDrawChange d) => d.WithdrawAsync(DrawingCounty.Head, again.Id, "写错了")))!.Code.ShouldBe("access.no-right");
        (await draw.County.AskAsync((DecideDrawChange d) => d.WithdrawAsync(draw.County.Office, again.Id, "写错了"))).ShouldBeNull();
        (await ApproveAsync(draw, DrawingCounty.Head, again)).ShouldBe("decision.already-decided");

        var view = await draw.County.AskAsync((DrawRequestReader r) => r.FindAsync(draw.County.Office, request.Id));
        (view!.Decision.State, view.Decision.DecidedBy, view.Decision.Note).ShouldBe((DecisionState.Declined, DrawingCounty.Head.Name, "可以改期"));
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Sealed);
    }

    [Theory, OnBothDatabases]
    public async Task A_request_and_its_decision_are_one_story_in_the_trail(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var request = (await draw.DecidedAsync(DrawingCounty.AVoid())).Value;

        var story = await draw.County.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<DrawRequest>(), request.Id.ToString()));

        story.Select(line => (line.Act, line.Who)).ShouldBe([("draw.voided", DrawingCounty.Head.Name), ("draw.change-asked", draw.County.Office.Name)]);
        story.ShouldAllBe(line => line.Reason!.Contains("现场停电"));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_ask_for_the_same_at_the_same_moment_one_is_told(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);

        var late = await draw.County.AskAsync((IServiceProvider scope) =>
        {
            scope.BeforeSave(1, async () => (await draw.AskAsync(DrawingCounty.AVoid())).Refusal.ShouldBeNull());
            return scope.GetRequiredService<AskDrawChange>().RunAsync(AnActor(930), DrawingCounty.AVoid());
        });

        late.Refusal!.Code.ShouldBe("row.changed-meanwhile");
        (await draw.County.ReadAsync(db => db.DrawRequests.CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_asked_of_an_attempt_that_ended_since_is_not_done_to_the_next(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var more = (await draw.AskAsync(new(DrawRequestKind.Extend, DrawingCounty.First, "举报增多") { Part = DrawingCounty.First, Stratum = "", Count = 1 })).Value;
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();

        (await ApproveAsync(draw, DrawingCounty.Head, more)).ShouldBe("draw.is-voided");
        (await draw.County.ReadAsync(db => db.DrawChanges.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_drawn_subject_is_named_to_who_asks_and_who_decides_only(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var drawn = await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).FirstAsync());
        var wanted = new DrawWanted(DrawRequestKind.Replace, DrawingCounty.First, DrawingCounty.Case) { Part = DrawingCounty.First, SubjectCode = drawn, Evidence = new string('a', 64) };
        var request = (await draw.AskAsync(wanted)).Value;

        Task<DrawRequestView?> SeenAsync(Actor actor) => draw.County.AskAsync((DrawRequestReader r) => r.FindAsync(actor, request.Id));

        (await SeenAsync(draw.County.Office))!.Subject.ShouldNotBeNull();
        (await SeenAsync(DrawingCounty.Head))!.Subject.ShouldNotBeNull();
        (await SeenAsync(TestCounty.As(Role.Auditor)))!.Subject.ShouldBeNull();
        (await SeenAsync(TestCounty.As(Role.DepartmentClerk, "SC"))).ShouldBeNull();
        (await SeenAsync(TestCounty.As(Role.DepartmentHead, "YJ"))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task While_a_void_waits_for_the_witnesses_nothing_else_is_done_with_the_draw(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        (await draw.ExtendAsync(1)).Refusal.ShouldBeNull(); // its entry has no cosignature yet
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Sealed);

        string?[] answers =
        [
            (await draw.AskAsync(new(DrawRequestKind.Extend, DrawingCounty.First, "举报增多") { Part = DrawingCounty.First, Stratum = "", Count = 1 })).Refusal?.Code,
            (await draw.AskAsync(new(DrawRequestKind.OpenEarly, DrawingCounty.First, "示范"))).Refusal?.Code,
            (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal?.Code,
            (await draw.County.AskAsync((CommitMatch m) => m.RunAsync(draw.County.Office, new MatchWish(DrawingCounty.First)))).Refusal?.Code,
            (await draw.OpenOnceAsync())?.Code,
        ];

        answers.ShouldAllBe(code => code == "draw.void-decided");
        (await draw.County.AskAsync((DrawReader r) => r.ListAsync())).Single().Waits.ShouldBe(DrawWait.Cosignatures);
        await draw.CosignAsync();
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Voided);
    }

    [Theory, OnBothDatabases]
    public async Task Neither_who_is_replaced_nor_a_stranger_has_a_hand_in_the_request(DatabaseKind database)
    {
        await using var draw = await SealedAsync(database);
        var place = await draw.County.ReadAsync(db => db.TeamPlaces.OrderBy(p => p.Slot).FirstAsync(p => p.Department == Department.MarketSupervision && !p.IsLeader));
        var number = await draw.County.ReadAsync(db => db.Inspectors.Where(i => i.Id == place.Holder).Select(i => i.Number).SingleAsync());
        var request = (await draw.AskAsync(new(DrawRequestKind.Substitute, DrawingCounty.First, "OnLeave") { Slot = place.Slot, Evidence = "假条" }, TestCounty.As(Role.DepartmentClerk, "SC"))).Value;
        var absent = TestCounty.As(Role.DepartmentHead, "SC", number);
        var colleague = TestCounty.As(Role.Inspector, "SC", number);

        (await ApproveAsync(draw, absent, request)).ShouldBe("draw.absent-decides");
        (await draw.County.AskAsync((DecideDrawChange d) => d.DeclineAsync(absent, request.Id, "不同意")))!.Code.ShouldBe("draw.absent-decides");
        (await draw.County.AskAsync((DecideDrawChange d) => d.WithdrawAsync(colleague, request.Id, "不要更换")))!.Code.ShouldBe("access.no-right");
        (await ApproveAsync(draw, DrawingCounty.Head, request)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_repeat_is_approved_for_every_task_and_not_by_who_commits(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        const string Second = "532822202603021002";
        await draw.SaveAsync([draw.ATask(DrawingCounty.First, QuotaWish.Of(3), "SC-01"), draw.ATask(Second, QuotaWish.Of(3), "YJ-03")]);
        var wish = new DrawWish(DrawingCounty.First, Second) { Repeat = RepeatGround.ManyComplaints };
        var both = AnActor(930);

        (await draw.AskAsync(new(DrawRequestKind.Repeat, Second, "投诉较多") { Code = "1" })).Refusal!.Code.ShouldBe("draw.repeat-ground");
        (await RepeatAsync(DrawingCounty.First, both)).Refusal.ShouldBeNull();
        (await CommitAsync(draw.County.Office)).ShouldBe("draw.repeat-not-approved");
        (await RepeatAsync(Second, DrawingCounty.Head)).Refusal.ShouldBeNull();
        (await CommitAsync(both)).ShouldBe("draw.approver-commits");
        (await CommitAsync(draw.County.Office)).ShouldBeNull();

        Task<Outcome<DrawRequest>> RepeatAsync(string task, Actor decider) =>
            draw.DecidedAsync(new(DrawRequestKind.Repeat, task, "投诉较多") { Code = nameof(RepeatGround.ManyComplaints) }, decider);
        async Task<string?> CommitAsync(Actor actor) => (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(actor, wish))).Refusal?.Code;
    }

    [Theory, OnBothDatabases]
    public async Task Who_approved_that_a_subject_is_left_out_does_not_commit_the_draw(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var both = AnActor(930);
        var wanted = new DrawWanted(DrawRequestKind.LeaveOut, DrawingCounty.First, "正在立案") { SubjectCode = draw.ASubject(3).Code, Code = nameof(LeftOutReason.PendingCase) };
        (await draw.DecidedAsync(wanted, both)).Refusal.ShouldBeNull();

        (await draw.CommitAsync(actor: both)).Refusal!.Code.ShouldBe("draw.approver-commits");
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
    }

    private static Actor AnActor(int account) => new()
    {
        Account = new Guid(account, 0, 0, new byte[8]),
        Name = $"双岗{account}",
        Jurisdiction = TestCounty.Menghai,
        Posts = [new(Role.OfficeClerk, null), new(Role.DepartmentHead, Department.MarketSupervision)],
    };

    private static async Task<DrawingCounty> SealedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        return draw;
    }

    private static async Task<string?> ApproveAsync(DrawingCounty draw, Actor actor, DrawRequest request) =>
        (await draw.County.AskAsync((IServiceProvider scope) =>
        {
            scope.GetRequiredService<SupervisionDb>().See(actor.Jurisdiction);
            return scope.GetRequiredService<DecideDrawChange>().ApproveAsync(actor, request.Id);
        }))?.Code;

    private static async Task<string?> DeclineAsync(DrawingCounty draw, DrawRequest request, string note) =>
        (await draw.County.AskAsync((DecideDrawChange d) => d.DeclineAsync(DrawingCounty.Head, request.Id, note)))?.Code;

    private static async Task<(int Count, int Overdue)> WaitingAsync(DrawingCounty draw, Actor actor) =>
        (await draw.County.AskAsync((ToDoReader r) => r.OfAsync(actor))).SingleOrDefault(t => t.Code == "draws.requests-to-decide") is { } todo ? (todo.Count, todo.Overdue) : (0, 0);
}
