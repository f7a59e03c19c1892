using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;

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

        (await RunAsync(draw, "preview", DrawingCounty.First)).Output.ShouldContain("参加抽取 24 户");
        (await RunAsync(draw, "commit", DrawingCounty.First, "--guest", "企业代表")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "commit", DrawingCounty.First)).ExitCode.ShouldBe(2);
        (await RunAsync(draw, "contribute", DrawingCounty.First, "jiwei", "--value", "7")).Output.ShouldContain("待法定人数共签");
        (await RunAsync(draw, "contribute", DrawingCounty.First, "sifa", "--value", "11")).Output.ShouldContain("已写入日志");
        (await RunAsync(draw, "contribute", DrawingCounty.First, "guest-1", "--guest", "--value", "13")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "seal", DrawingCounty.First, "--cosign", "jiwei", "sifa")).Error.ShouldBeEmpty();
        (await RunAsync(draw, "open", DrawingCounty.First)).Output.ShouldContain("尚待见证人共签");
        (await RunAsync(draw, "cosign", DrawingCounty.First, "jiwei")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "cosign", DrawingCounty.First, "sifa")).ExitCode.ShouldBe(0);
        (await RunAsync(draw, "export", DrawingCounty.First, "--out", record)).ExitCode.ShouldBe(0);

        (await CommandRun.OfAsync("verify", record)).ExitCode.ShouldBe(0);
        (await CommandRun.OfAsync("log", "check", "--data", draw.County.DataFolder)).ExitCode.ShouldBe(0);
    }

    private static Task<CommandRun> RunAsync(DrawingCounty draw, params string[] args) =>
        CommandRun.OfAsync(["draw", .. args, "--data", draw.County.DataFolder]);
}
