using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class KillingADraw
{
    [Theory, OnBothDatabases]
    public async Task A_restart_between_any_two_steps_leaves_a_draw_that_goes_on_once_the_witnesses_unlock_again(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        await draw.County.RestartAsync();
        await draw.ContributeAsync("jiwei");
        await draw.County.RestartAsync();
        await draw.ContributeAsync("sifa");
        await draw.County.RestartAsync();
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        await draw.CosignAsync();
        await draw.County.RestartAsync();

        // The contributions are cosigned, so they can be revealed; the reveals wait for the witnesses of the new process.
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Revealed);
        await draw.County.RestartAsync();
        await draw.CosignAsync();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.County.RestartAsync();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_kill_inside_any_step_leaves_nothing_half_written(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var killed = 0;

        // Every act is tried with a kill at its first, second, third … use of the clock until it gets through.
        killed += await UntilDoneAsync(draw, stop => draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, new DrawWish(DrawingCounty.First), stop: stop)));
        killed += await UntilDoneAsync(draw, stop => ContributeAsync(draw, "jiwei", stop));
        killed += await UntilDoneAsync(draw, stop => ContributeAsync(draw, "sifa", stop));
        killed += await UntilDoneAsync(draw, stop => draw.County.AskAsync((SealDraw s) => s.RunAsync(draw.County.Office, DrawingCounty.First, stop)));
        await draw.CosignAsync();
        Id<DrawRequest> early = default;
        killed += await UntilDoneAsync(draw, async stop =>
        {
            var asked = await draw.County.AskAsync((AskDrawChange a) => a.RunAsync(draw.County.Office, new(DrawRequestKind.OpenEarly, DrawingCounty.First, "试验记录"), stop));
            early = asked.Value.Id;
            return asked;
        });
        killed += await UntilDoneAsync(draw, async stop =>
            await draw.County.AskAsync((DecideDrawChange d) => d.ApproveAsync(DrawingCounty.Head, early, stop)) is { } no ? (Outcome<bool>)no : true);
        await draw.CosignAsync();

        killed.ShouldBeGreaterThan(5);
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    private static Task<Outcome<ContributionSlip>> ContributeAsync(DrawingCounty draw, string witness, CancellationToken stop) =>
        draw.County.AskAsync((Contribute c) => c.RunAsync(draw.County.Office, new ContributionWish(DrawingCounty.First, witness, "6", DrawingCounty.Passphrase), stop));

    private static async Task<int> UntilDoneAsync<T>(DrawingCounty draw, Func<CancellationToken, Task<Outcome<T>>> act)
    {
        for (var kills = 0; ; kills++)
        {
            using var source = new CancellationTokenSource();
            draw.County.Clock.KillAt(kills, source);
            try
            {
                var outcome = await act(source.Token);
                outcome.Refusal.ShouldBeNull();
                return kills;
            }
            catch (OperationCanceledException)
            {
                (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
            }
            finally
            {
                draw.County.Clock.KillAt(0, null);
            }
        }
    }
}
