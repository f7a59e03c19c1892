using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Log;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Demo;

/// <summary>The draws of the demo county [演示抽取], each with two standing witnesses and a guest.</summary>
internal static class DemoDraws
{
    private static readonly Words Words = new(typeof(DemoDraws));

    /// <summary>Founds the log with its two standing witnesses; their passphrases are to be told once.</summary>
    public static async Task FoundAsync(DemoStage demo, CancellationToken stop)
    {
        await demo.AskAsync((FoundLog f) => f.RunAsync(demo.Platform, quorum: 2, Suite.Sha256, stop));
        foreach (var witness in (string[])["jiwei", "sifa"])
        {
            demo.Passphrases[witness] = OneTimePassword.New(demo.Chance);
            await demo.AskAsync((AppointWitness a) => a.RunAsync(demo.Platform, new(witness, Words.InChinese(witness), demo.Passphrases[witness]), stop));
        }

        demo.Told.AddRange(demo.Passphrases.Select(p => new ToldOnce(p.Key, DemoPeople.Words.InChinese(p.Key), p.Value)));
    }

    /// <summary>One ceremony from the commitment to the seal, then the visits are handed to their teams.</summary>
    public static async Task HoldAsync(DemoStage demo, string task, CancellationToken stop)
    {
        var office = await demo.ActorAsync("office");
        var key = await demo.AskAsync((CommitDraw c) => c.RunAsync(office, new DrawWish(task) { Guests = [Words.InChinese("guest")] }, stop));
        foreach (var (witness, passphrase) in demo.Passphrases)
        {
            await demo.AskAsync((Contribute c) => c.RunAsync(office, new(key.Number, witness, Words.InChinese("value." + witness), passphrase), stop));
        }

        await demo.AskAsync((Contribute c) => c.RunAsync(office, new(key.Number, "guest-1", Words.InChinese("value.guest")), stop));
        await demo.AskAsync((SealDraw s) => s.RunAsync(office, key.Number, stop));
        await CosignAsync(demo, office, key.Number, stop);
        demo.Clock.MoveTo(demo.Clock.Today().AddDays(1), new(8, 30));
        await demo.AskAsync((ReleaseVisits r) => r.RunAsync(office, key.Number, stop));
    }

    /// <summary>Opens the record once its inspections are over.</summary>
    public static async Task OpenAsync(DemoStage demo, string draw, CancellationToken stop)
    {
        var office = await demo.ActorAsync("office");
        await CosignAsync(demo, office, draw, stop);
        await demo.AskAsync((OpenDraw o) => o.RunAsync(office, draw, stop));
        await CosignAsync(demo, office, draw, stop);
    }

    private static async Task CosignAsync(DemoStage demo, Actor office, string draw, CancellationToken stop)
    {
        foreach (var (witness, passphrase) in demo.Passphrases)
        {
            await demo.AskAsync((CosignDraw c) => c.RunAsync(office, draw, witness, passphrase, stop));
        }
    }
}
