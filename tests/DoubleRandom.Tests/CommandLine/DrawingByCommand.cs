using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Demo;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.CommandLine;

/// <summary>A whole draw by commands, each a process of its own.</summary>
public sealed class DrawingByCommand
{
    [Fact]
    public async Task A_draw_held_by_commands_is_exported_and_verifies()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE", DrawingCounty.Passphrase);
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE_jiwei", DrawingCounty.Passphrase);
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE_sifa", DrawingCounty.Passphrase);
        var record = Path.Combine(draw.County.DataFolder, "record");

        (await RunAsync(draw, "list")).Output.ShouldContain("还没有抽取");
        var spared = draw.ASubject(3).Code;
        (await RunAsync(draw, "leave-out", DrawingCounty.First, "--subject", spared, "--code", "SpecialInspection", "--reason", "市局专项已查")).Output.ShouldContain("SC 部门负责人审批");
        (await RunAsync(draw, "preview", DrawingCounty.First)).Output.ShouldContain("参加抽取 24 户");
        await HeadAsync(draw);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "preview", DrawingCounty.First)).Output.ShouldContain("参加抽取 23 户");
        (await RunAsync(draw, "take-in", DrawingCounty.First, "--subject", spared, "--reason", "专项检查取消")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "preview", DrawingCounty.First)).Output.ShouldContain("参加抽取 24 户");
        (await RunAsync(draw, "commit", DrawingCounty.First, "--guest", "企业代表")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "commit", DrawingCounty.First)).ExitCode.ShouldBe(2);
        (await ContributeAsync(draw, "7", "jiwei")).Output.ShouldContain("待法定人数共签");
        (await ContributeAsync(draw, "11", "sifa")).Output.ShouldContain("已写入日志");
        (await RunAsync(draw, "contribute", DrawingCounty.First, "guest-1", "--guest", "--value", "13")).ExitCode.ShouldBe(2, "every user of the machine could read an argument");
        (await ContributeAsync(draw, "13", "guest-1", "--guest")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "seal", DrawingCounty.First, "--cosign", "jiwei", "sifa")).Error.ShouldBeEmpty();
        (await RunAsync(draw, "open", DrawingCounty.First)).Error.ShouldContain("还有 6 户的检查任务没有下达");
        (await RunAsync(draw, "open", DrawingCounty.First, "--early", "示范演练")).ExitCode.ShouldBe(0);
        (await CommandRun.OfAsync("request", "list", "--data", draw.County.DataFolder)).Output.ShouldContain("示范演练");
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(2, "it is decided");
        (await RunAsync(draw, "cosign", DrawingCounty.First, "jiwei")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "cosign", DrawingCounty.First, "sifa")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "export", DrawingCounty.First, "--out", record)).ExitCode.ShouldBe(0);

        (await RunAsync(draw, "list")).Output.ShouldContain(DrawingCounty.First);
        (await CommandRun.OfAsync("verify", record)).ExitCode.ShouldBe(0);
        (await CommandRun.OfAsync("log", "check", "--data", draw.County.DataFolder)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_public_number_named_beforehand_is_entered_by_command_and_a_witness_gets_his_link()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE", DrawingCounty.Passphrase);
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE_jiwei", DrawingCounty.Passphrase);
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE_sifa", DrawingCounty.Passphrase);

        (await RunAsync(draw, "commit", DrawingCounty.First, "--beacon", "Lottery")).Error.ShouldContain("期号");
        (await RunAsync(draw, "commit", DrawingCounty.First, "--beacon", "Lottery", "--round", "双色球 2026025")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "invite", DrawingCounty.First, "jiwei", "--address", "https://example.org/")).Output.ShouldStartWith("https://example.org/witness/");
        (await ContributeAsync(draw, "7", "jiwei")).ExitCode.ShouldBe(0);
        (await ContributeAsync(draw, "11", "sifa")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "seal", DrawingCounty.First, "--cosign", "jiwei", "sifa")).Error.ShouldContain("双色球 2026025");
        (await RunAsync(draw, "beacon", DrawingCounty.First, "01 02", "--again", "01 03")).Error.ShouldContain("不一致");
        (await RunAsync(draw, "beacon", DrawingCounty.First, "01 02", "--again", "01 02")).Output.ShouldContain("可以抽取了");
        (await RunAsync(draw, "seal", DrawingCounty.First, "--cosign", "jiwei", "sifa")).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sealed_draw_is_extended_a_subject_and_an_inspector_replaced_by_commands_and_the_record_verifies()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        await HeadAsync(draw);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        Environment.SetEnvironmentVariable("DOUBLERANDOM_PASSPHRASE", DrawingCounty.Passphrase);
        var evidence = Path.Combine(draw.County.DataFolder, "evidence.txt");
        await File.WriteAllTextAsync(evidence, "登记机关证明", TestContext.Current.CancellationToken);
        var slot = await draw.County.ReadAsync(db => db.TeamPlaces.Where(p => p.Department == Department.MarketSupervision && !p.IsLeader).OrderBy(p => p.Slot).Select(p => p.Slot).FirstAsync());
        var other = await draw.County.ReadAsync(db => db.TeamPlaces.Where(p => p.Department == Department.MarketSupervision && !p.IsLeader).OrderByDescending(p => p.Slot).Select(p => p.Slot).FirstAsync());
        var subject = await draw.County.ReadAsync(db => db.DrawnSubjects.Where(d => other.StartsWith(d.Bundle!)).Select(d => d.SubjectCode).FirstAsync());

        (await RunAsync(draw, "extend", DrawingCounty.First, "--task", DrawingCounty.First, "--count", "1", "--reason", "举报增多")).ExitCode.ShouldBe(0);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        await draw.CosignAsync();
        (await RunAsync(draw, "substitute", DrawingCounty.First, "--slot", slot, "--reason", "OnLeave", "--evidence", "假条 1")).ExitCode.ShouldBe(0);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        await draw.CosignAsync();
        (await draw.County.AskAsync((ReleaseVisits r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Refusal.ShouldBeNull();
        (await RunAsync(draw, "substitute", DrawingCounty.First, "--slot", slot, "--reason", "OtherDuty", "--evidence", "调令 2")).ExitCode.ShouldBe(0);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        await draw.CosignAsync();
        (await RunAsync(draw, "replace", DrawingCounty.First, "--subject", subject, "--reason", "门锁着", "--evidence", evidence)).Error.ShouldContain(DrawingCounty.Case);
        (await RunAsync(draw, "replace", DrawingCounty.First, "--subject", subject, "--reason", DrawingCounty.Case, "--evidence", evidence)).ExitCode.ShouldBe(0);
        (await ApproveAsync(draw)).ExitCode.ShouldBe(0);
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Failures.ShouldBeEmpty();
        var place = await draw.County.ReadAsync(db => db.TeamPlaces.SingleAsync(p => p.Slot == slot));
        (await draw.County.ReadAsync(db => db.VisitMembers.SingleAsync(m => m.Slot == slot))).Inspector.ShouldBe(place.Holder);
    }

    /// <summary>An account for the head who approves, its password where the commands look for it.</summary>
    private static async Task HeadAsync(DrawingCounty draw)
    {
        var first = await draw.County.AskAsync((CreateAccount c) => c.RunAsync(DrawingCounty.Administrator, new("head", "负责人", [new Post(Role.DepartmentHead, Department.MarketSupervision)])));
        var head = (await draw.County.AskAsync((SignIn s) => s.RunAsync("head", first.Value))).Value.Actor;
        (await draw.County.AskAsync((ChangePassword c) => c.RunAsync(head, first.Value, "Command2026"))).Refusal.ShouldBeNull();
        Environment.SetEnvironmentVariable("DOUBLERANDOM_APPROVER_PASSWORD", "Command2026");
    }

    /// <summary>The head signs in and approves what was asked for last.</summary>
    private static async Task<CommandRun> ApproveAsync(DrawingCounty draw)
    {
        var request = await draw.County.ReadAsync(async db => (await db.DrawRequests.Select(r => new { Id = r.Id.Value, r.AskedAt }).ToListAsync())
            .Concat((await db.SubstitutionRequests.Select(r => new { Id = r.Id.Value, r.AskedAt }).ToListAsync())).MaxBy(r => r.Id)!.Id);
        return await CommandRun.OfAsync("request", "approve", request.ToString(), "--account", "head", "--data", draw.County.DataFolder);
    }

    private static Task<CommandRun> ContributeAsync(DrawingCounty draw, string value, params string[] who)
    {
        Environment.SetEnvironmentVariable("DOUBLERANDOM_VALUE", value);
        return RunAsync(draw, ["contribute", DrawingCounty.First, .. who]);
    }

    private static Task<CommandRun> RunAsync(DrawingCounty draw, params string[] args) =>
        CommandRun.OfAsync(["draw", .. args, "--data", draw.County.DataFolder]);
}
