using DoubleRandom.Draws.Holding;
using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Tests.Draws;

/// <summary>A county whose log was founded in the suite <c>sm3</c> draws in it from the frozen lists to the last cosignature.</summary>
public sealed class InTheNationalAlgorithms
{
    [Theory, OnBothDatabases]
    public async Task A_draw_with_a_supplement_is_valid_for_any_verifier(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database, suite: Suite.Sm3);
        await draw.WithTaskAsync();

        var slip = await draw.DrawAsync();
        await draw.CosignAsync();
        (await draw.ExtendAsync(1)).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (slip.Drawn, slip.Teams).ShouldBe((6, 6));
        var report = await draw.VerifyAsync();
        report.Failures.Select(check => check.English).ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        var log = (await draw.County.AskAsync((LogReader r) => r.FindAsync()))!;
        (log.Suite, log.Origin, log.PublicKey.Length).ShouldBe(("sm3", "doublerandom/532822/sm3", 130));
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task A_log_is_founded_in_a_suite_that_exists()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);

        (await county.AskAsync((FoundLog f) => f.RunAsync(DrawingCounty.Administrator, 1, Suite.Named("md5").Value))).Refusal!.Code.ShouldBe("log.suite");
    }
}
