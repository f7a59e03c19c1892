using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Directories;

public sealed class KeepingTheInspectors
{
    private static readonly Actor Clerk = TestCounty.As(Role.DepartmentClerk, "SC");

    [Theory, OnBothDatabases]
    public async Task Inspectors_are_numbered_within_their_department_and_found_again(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var first = await AnInspector.Of("SC", "云K-001").AddedAsync(county);
        var second = await AnInspector.Of("SC", " 云k-002").With(c => c with { Name = "岩温", Duty = DutyState.InTraining }).AddedAsync(county);
        var third = await AnInspector.Of("GA", "云K-003").With(c => c with { CertificateUntil = new DateOnly(2026, 3, 1) }).AddedAsync(county);

        new[] { first.Number, second.Number, third.Number }.ShouldBe(["SC0001", "SC0002", "GA0001"]);
        second.Certificate.ShouldBe("云K-002");

        async Task<string[]> NumbersAsync(InspectorQuery query) =>
            [.. (await county.AskAsync((InspectorReader r) => r.PageAsync(query))).Rows.Select(i => i.Number)];

        (await NumbersAsync(new())).ShouldBe(["GA0001", "SC0001", "SC0002"]);
        (await NumbersAsync(new() { Text = "岩" })).ShouldBe(["SC0002"]);
        (await NumbersAsync(new() { Text = "sc00", Duty = DutyState.OnDuty })).ShouldBe(["SC0001"]);
        (await NumbersAsync(new() { ExpiringBefore = new DateOnly(2026, 3, 2) })).ShouldBe(["GA0001"]);
        (await NumbersAsync(new() { Qualification = "食品检查员", Department = Department.MarketSupervision, Descending = true })).ShouldBe(["SC0002", "SC0001"]);
    }

    [Fact]
    public async Task A_certificate_belongs_to_one_inspector_and_items_must_be_on_the_list()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await AnInspector.Of("SC", "云K-001").AddedAsync(county);

        (await AnInspector.Of("SC", "云Ｋ-001").TryAsync(county)).Refusal!.Code.ShouldBe("inspector.certificate-taken");
        (await AnInspector.Of("SC", "云K-002").With(c => c with { ItemScope = ["SC-9999"], Towns = ["110101"] }).TryAsync(county)).Refusal!
            .All.Select(r => r.Code).ShouldBe(["inspector.town-unknown", "inspector.items-unknown"]);
        (await county.AskAsync((AddInspector a) => a.RunAsync(Clerk, AnInspector.Of("GA", "x").Content))).Refusal!.Code.ShouldBe("access.other-department");
    }

    [Theory, OnBothDatabases]
    public async Task Leaves_do_not_overlap_and_can_be_taken_back(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var inspector = await AnInspector.Of("SC", "云K-001").AddedAsync(county);

        async Task<string?> LeaveAsync(int from, int to, string reason = "年休假") => (await county.AskAsync((AddLeave a) =>
            a.RunAsync(Clerk, inspector.Id, new DateOnly(2026, 3, from), new DateOnly(2026, 3, to), reason))).Refusal?.Code;

        (await LeaveAsync(5, 4)).ShouldBe("leave.order");
        (await LeaveAsync(4, 5, "")).ShouldBe("reason.missing");
        (await LeaveAsync(4, 5)).ShouldBeNull();
        (await LeaveAsync(5, 9)).ShouldBe("leave.overlaps");
        (await LeaveAsync(6, 9)).ShouldBeNull();
        var leaves = (await county.AskAsync((InspectorReader r) => r.FindAsync(inspector.Id)))!.Leaves;
        leaves.Select(l => l.From.Day).ShouldBe([6, 4]);
        (await county.AskAsync((RemoveLeave r) => r.RunAsync(TestCounty.As(Role.DepartmentClerk, "GA"), leaves[0].Id)))!.Code.ShouldBe("access.other-department");
        (await county.AskAsync((RemoveLeave r) => r.RunAsync(Clerk, leaves[0].Id))).ShouldBeNull();
        (await county.AskAsync((RemoveLeave r) => r.RunAsync(Clerk, leaves[0].Id)))!.Code.ShouldBe("leave.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task A_recusal_names_its_reason_when_declared_and_when_withdrawn(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var inspector = await AnInspector.Of("SC", "云K-001").AddedAsync(county);
        var subject = await ASubject.Number(1).AddedAsync(county);

        async Task<string?> DeclareAsync(string reason) =>
            (await county.AskAsync((DeclareRecusal d) => d.RunAsync(Clerk, inspector.Id, subject.Code.ToLowerInvariant(), reason))).Refusal?.Code;

        (await DeclareAsync(" ")).ShouldBe("reason.missing");
        (await DeclareAsync("配偶任职")).ShouldBeNull();
        (await DeclareAsync("配偶任职")).ShouldBe("recusal.declared-already");
        var recusal = (await county.AskAsync((InspectorReader r) => r.FindAsync(inspector.Id)))!.Recusals.ShouldHaveSingleItem();
        recusal.SubjectName.ShouldBe(subject.Name);
        (await county.AskAsync((WithdrawRecusal w) => w.RunAsync(Clerk, recusal.Id, "")))!.Code.ShouldBe("reason.missing");
        (await county.AskAsync((WithdrawRecusal w) => w.RunAsync(Clerk, recusal.Id, "已离职"))).ShouldBeNull();
        (await county.AskAsync((TrailReader r) => r.OfWholeAsync(StoredKind.Of<Inspector>(), inspector.Id.ToString())))
            .Select(line => line.Act).Take(2).ShouldBe(["recusal.withdrawn", "recusal.declared"]);
    }
}
