using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

/// <summary>A guest who keeps his contribution on his own telephone until nobody can contribute any more.</summary>
public sealed class ContributingByPhone
{
    private const string Nonce = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private const string Value = "三七二十一";

    private static string Commitment { get; } =
        Contribution.CommitmentOf(Suite.Sha256, DrawingCounty.First, 1, "guest-1", Bytes32.Parse(Nonce), Value).ToString();

    [Theory, OnBothDatabases]
    public async Task A_telephone_commits_waits_and_reveals_and_the_record_is_valid(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = await InviteAsync(draw);
        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Contribute);

        (await CommitAsync(draw, link, Commitment)).ShouldBeNull();
        (await CommitAsync(draw, link, Commitment)).ShouldBeNull(); // an answer that was lost
        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Wait);
        (await draw.County.ReadAsync(db => db.WitnessShares.SingleAsync(s => s.Witness == "guest-1"))).SealedValue.ShouldBeNull(); // nobody here knows
        await StandingAsync(draw);

        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Reveal);
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-reveals");
        await draw.County.RestartAsync();
        (await RevealAsync(draw, link, Nonce, Value)).ShouldBeNull();
        (await RevealAsync(draw, link, Nonce, Value)).ShouldBeNull();
        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Done);
        await draw.CosignAsync(); // the restart closed the keys
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();

        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
        (await draw.RecordAsync())["log.jsonl"].Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(Nonce)).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_taken_before_everybody_has_committed_and_nothing_but_what_was_committed(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = await InviteAsync(draw);
        (await CommitAsync(draw, link, Commitment)).ShouldBeNull();

        (await RevealAsync(draw, link, Nonce, Value))!.Code.ShouldBe("draw.reveal-early");
        (await CommitAsync(draw, link, new string('b', 64)))!.Code.ShouldBe("draw.already-contributed");
        await StandingAsync(draw);
        (await RevealAsync(draw, link, Nonce, "另一句话"))!.Code.ShouldBe("draw.not-what-was-committed");
        (await RevealAsync(draw, link, "short", Value))!.Code.ShouldBe("draw.not-what-was-committed");
        (await RevealAsync(draw, link, Nonce, "\0"))!.Code.ShouldBe("draw.not-what-was-committed");
        (await RevealAsync(draw, link, Nonce, Value)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Once_a_telephone_is_asked_to_reveal_nobody_contributes_any_more(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = await InviteAsync(draw);
        (await CommitAsync(draw, link, Commitment)).ShouldBeNull();
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        (await draw.County.AskAsync((CosignDraw c) => c.RunAsync(draw.County.Office, DrawingCounty.First, "sifa", DrawingCounty.Passphrase))).Refusal.ShouldBeNull();

        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.waits-for-reveals");

        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Reveal);
        (await draw.ContributeAsync("sifa")).Refusal!.Code.ShouldBe("draw.contributions-closed");
        (await RevealAsync(draw, link, Nonce, Value)).ShouldBeNull();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_taken_before_the_witnesses_have_cosigned_every_commitment(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = await InviteAsync(draw);
        (await CommitAsync(draw, link, Commitment)).ShouldBeNull();
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.County.RestartAsync(); // the keys are closed again
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();
        (await draw.County.ReadAsync(db => db.WitnessShares.AllAsync(s => s.CommitIndex != null))).ShouldBeTrue();

        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Wait);
        (await RevealAsync(draw, link, Nonce, Value))!.Code.ShouldBe("draw.reveal-early");
        await draw.CosignAsync();
        (await RevealAsync(draw, link, Nonce, Value)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Three_telephones_commit_at_the_same_moment(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        await draw.CosignAsync(); // whoever commits from now on is logged at once
        await draw.CosignAsync();
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var witness in (string[])["guest-1", "sifa", "jiwei"])
        {
            links[witness] = (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, witness))).Value;
        }

        var told = await Task.WhenAll(links.Values.Select(link => Task.Run(() => CommitAsync(draw, link, Commitment))));

        told.ShouldAllBe(refusal => refusal == null);
        (await draw.County.ReadAsync(db => db.WitnessShares.CountAsync(s => s.CommitIndex != null))).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Two_telephones_reveal_at_the_same_moment(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var witness in (string[])["guest-1", "sifa"])
        {
            links[witness] = (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, witness))).Value;
            var own = Contribution.CommitmentOf(Suite.Sha256, DrawingCounty.First, 1, witness, Bytes32.Parse(Nonce), Value).ToString();
            (await CommitAsync(draw, links[witness], own)).ShouldBeNull();
        }

        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.CosignAsync();

        var told = await Task.WhenAll(links.Values.Select(link => Task.Run(() => RevealAsync(draw, link, Nonce, Value))));

        told.ShouldAllBe(refusal => refusal == null);
        (await draw.SealAsync()).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_telephone_that_never_reveals_leaves_a_void_on_record(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var link = await InviteAsync(draw);
        (await CommitAsync(draw, link, Commitment)).ShouldBeNull();
        await StandingAsync(draw);
        (await draw.SealAsync()).Refusal!.Because.ShouldContain("企业代表");

        (await draw.VoidAsync()).Refusal.ShouldBeNull();

        (await StepAsync(draw, link)).ShouldBe(WitnessStep.Over);
        (await RevealAsync(draw, link, Nonce, Value))!.Code.ShouldBe("draw.reveal-over");
    }

    [Theory, OnBothDatabases]
    public async Task A_link_opens_for_four_hours_until_a_newer_one_is_made(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var old = await InviteAsync(draw);
        var link = await InviteAsync(draw);
        link.ShouldNotBe(old);

        foreach (var dead in new[] { old, "", "\0", new string('a', 500), Commitment })
        {
            (await draw.County.AskAsync((ContributeByPhone p) => p.FindAsync(dead))).ShouldBeNull();
            (await CommitAsync(draw, dead, Commitment))!.Code.ShouldBe("draw.link");
        }

        (await CommitAsync(draw, link, "not hex"))!.Code.ShouldBe("draw.commitment");
        draw.County.Clock.Advance(TimeSpan.FromHours(4));
        (await CommitAsync(draw, link, Commitment))!.Code.ShouldBe("draw.link");
    }

    [Theory, OnBothDatabases]
    public async Task Only_whoever_holds_the_draw_invites_and_nobody_twice_who_has_contributed(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, "nothing", "guest-1"))).Refusal!.Code.ShouldBe("draw.no-such");
        (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, "nobody"))).Refusal!.Code.ShouldBe("draw.no-such-witness");
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal.ShouldBeNull();
        (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, "guest-1"))).Refusal!.Code.ShouldBe("draw.already-contributed");
    }

    private static async Task<DrawingCounty> CommittedAsync(DatabaseKind database)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(
            draw.County.Office, new DrawWish(DrawingCounty.First) { Guests = ["企业代表"] }))).Refusal.ShouldBeNull();
        return draw;
    }

    private static async Task StandingAsync(DrawingCounty draw)
    {
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();
    }

    private static async Task<string> InviteAsync(DrawingCounty draw) =>
        (await draw.County.AskAsync((InviteWitness i) => i.RunAsync(draw.County.Office, DrawingCounty.First, "guest-1"))).Value;

    private static async Task<WitnessStep> StepAsync(DrawingCounty draw, string link) =>
        (await draw.County.AskAsync((ContributeByPhone p) => p.FindAsync(link)))!.Step;

    private static Task<Refusal?> CommitAsync(DrawingCounty draw, string link, string commitment) =>
        draw.County.AskAsync((ContributeByPhone p) => p.CommitAsync(TestCounty.Menghai, link, commitment));

    private static Task<Refusal?> RevealAsync(DrawingCounty draw, string link, string nonce, string value) =>
        draw.County.AskAsync((ContributeByPhone p) => p.RevealAsync(TestCounty.Menghai, link, nonce, value));
}
