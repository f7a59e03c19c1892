using System.Text;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

/// <summary>Draws that name a public random number beforehand (draw-record A.6).</summary>
public sealed class WithPublicRandomness
{
    private const string Issue = "双色球 2026025";
    private const string Numbers = "03 09 14 17 28 31 + 08";

    [Theory, OnBothDatabases]
    public async Task A_draw_waits_for_the_issue_it_named_and_its_record_is_valid(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        (await TellAsync(draw, Numbers, Numbers))!.Code.ShouldBe("draw.beacon-early");
        await draw.ContributeAllAsync();

        var waiting = (await draw.SealAsync()).Refusal!;
        waiting.Code.ShouldBe("draw.waits-for-beacon");
        waiting.Because.ShouldContain(Issue);
        (await draw.County.AskAsync((DrawReader r) => r.AttemptsAsync(DrawingCounty.First)))[0].ShouldSatisfyAllConditions(
            a => a.Beacon.ShouldBe(new BeaconView(BeaconSource.Lottery, Issue, null)),
            a => a.Waits.ShouldBe(DrawWait.Beacon));
        (await TellAsync(draw, Numbers, "03 09 14 17 28 31 + 09"))!.Code.ShouldBe("draw.beacon-differs");
        (await TellAsync(draw, "\u0001", "\u0001"))!.Code.ShouldBe("draw.beacon-value");
        (await TellAsync(draw, Numbers, Numbers)).ShouldBeNull();
        (await TellAsync(draw, Numbers, Numbers))!.Code.ShouldBe("draw.beacon-told");
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
        (await draw.RecordAsync())["log.jsonl"].Span.IndexOf(Encoding.UTF8.GetBytes(Numbers)).ShouldBeGreaterThan(0);
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Another_number_draws_others_so_nobody_could_know_before(DatabaseKind database)
    {
        var drawn = new List<string>();
        foreach (var numbers in (string[])[Numbers, "01 02 03 04 05 06 + 07"])
        {
            await using var draw = await CommittedAsync(database);
            await draw.ContributeAllAsync();
            await draw.SealAsync();
            await TellAsync(draw, numbers, numbers);
            (await draw.SealAsync()).Refusal.ShouldBeNull();
            drawn.Add(string.Join(' ', await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).ToListAsync())));
        }

        drawn[0].ShouldNotBe(drawn[1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_restart_after_the_number_is_told_goes_on(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        await draw.ContributeAllAsync();
        await draw.SealAsync();
        await TellAsync(draw, Numbers, Numbers);

        await draw.County.RestartAsync();
        await draw.CosignAsync();

        (await draw.SealAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_serves_one_attempt_only_and_a_round_that_has_come_serves_none(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        await draw.ContributeAllAsync();
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await CommitAsync(draw, new(BeaconSource.Lottery, Issue))).Refusal!.Code.ShouldBe("draw.beacon-used");
        (await CommitAsync(draw, new(BeaconSource.Lottery, " "))).Refusal!.Code.ShouldBe("draw.beacon-round");
        foreach (var past in (string[])["1", "0", "-1", "x", "99999999999999999999"])
        {
            (await CommitAsync(draw, new(BeaconSource.Drand, past))).Refusal!.Code.ShouldBe("draw.beacon-past");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_round_of_drand_counts_only_if_it_comes_after_the_reveals(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var round = BeaconChoice.QuicknetAfter(RecordTime.From(draw.County.Clock.Now()), 3600).RoundNumber;
        (await CommitAsync(draw, new(BeaconSource.Drand, $"{round}"))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        draw.County.Clock.Advance(TimeSpan.FromHours(1));

        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.beacon-too-late");
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_round_of_drand_in_time_makes_a_valid_record(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var round = BeaconChoice.QuicknetAfter(RecordTime.From(draw.County.Clock.Now()), 3600).RoundNumber;
        (await CommitAsync(draw, new(BeaconSource.Drand, $"{round}"))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-beacon");
        (await TellAsync(draw, new string('a', 96), new string('a', 96)))!.Code.ShouldBe("draw.beacon-not-yet");
        draw.County.Clock.Advance(TimeSpan.FromHours(2));

        (await TellAsync(draw, "short", "short"))!.Code.ShouldBe("draw.beacon-value");
        (await TellAsync(draw, new string('a', 96), new string('a', 96))).ShouldBeNull();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task A_round_of_drand_that_came_before_the_reveals_were_cosigned_is_not_taken(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var round = BeaconChoice.QuicknetAfter(RecordTime.From(draw.County.Clock.Now()), 3600).RoundNumber;
        (await CommitAsync(draw, new(BeaconSource.Drand, $"{round}"))).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        await draw.CosignAsync();
        await draw.County.RestartAsync(); // nobody's key is open when the reveals are written
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        draw.County.Clock.Advance(TimeSpan.FromHours(2));
        await draw.CosignAsync();

        (await TellAsync(draw, new string('a', 96), new string('a', 96)))!.Code.ShouldBe("draw.beacon-too-late");
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_silent_telephone_stops_nothing_where_the_public_number_is_still_to_come(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, "guest-1"))).Value;
        (await draw.County.AskAsync((ContributeByPhone p) => p.CommitAsync(TestCounty.Menghai, link, new string('a', 64)))).ShouldBeNull();
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();

        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-reveals");
        draw.County.Clock.Advance(TimeSpan.FromMinutes(2));
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-beacon");
        (await TellAsync(draw, Numbers, Numbers)).ShouldBeNull();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task A_draw_that_named_none_takes_none(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();

        (await TellAsync(draw, Numbers, Numbers))!.Code.ShouldBe("draw.no-beacon");
    }

    private static async Task<DrawingCounty> CommittedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        (await CommitAsync(draw, new(BeaconSource.Lottery, Issue))).Refusal.ShouldBeNull();
        return draw;
    }

    private static Task<Outcome<DrawKey>> CommitAsync(DrawingCounty draw, BeaconWish beacon) => draw.County.AskAsync((CommitDraw c) =>
        c.RunAsync(draw.County.Office, new DrawWish(DrawingCounty.First) { Guests = ["企业代表"], Beacon = beacon }));

    private static Task<Refusal?> TellAsync(DrawingCounty draw, string value, string again) =>
        draw.County.AskAsync((TellBeacon t) => t.RunAsync(draw.County.Office, DrawingCounty.First, value, again));
}
