using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

/// <summary>What was published since the last draw is cosigned without waiting for the next.</summary>
public sealed class CosigningOutsideADraw
{
    [Theory, OnBothDatabases]
    public async Task A_published_result_is_covered_by_the_quorum(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AVisit.PublishedAsync(county);
        await AppointAsync(county);
        (await county.AskAsync((LogReader r) => r.FindAsync()))!.CosignedSize.ShouldBe(0);

        (await CosignAsync(county)).Value.ShouldBe(1);
        (await CosignAsync(county)).Value.ShouldBe(1); // asked twice

        (await county.AskAsync((LogReader r) => r.FindAsync()))!.CosignedSize.ShouldBe(1);
        (await county.AskAsync((LogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task The_key_closes_at_once_and_a_wrong_passphrase_opens_nothing()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await AVisit.PublishedAsync(county);
        await AppointAsync(county);

        (await CosignAsync(county, passphrase: "another one")).Refusal!.Code.ShouldBe("witness.wrong-passphrase");
        (await CosignAsync(county, "nobody")).Refusal!.Code.ShouldBe("witness.no-such");
        (await new APhone(county, "renda").AppointAsync("县人大代表")).ShouldBeNull();
        (await CosignAsync(county, "renda")).Refusal!.Code.ShouldBe("witness.key-on-phone");
        (await county.ReadAsync(db => db.Cosignatures.AnyAsync())).ShouldBeFalse();
        (await CosignAsync(county)).Refusal.ShouldBeNull();
        (await county.AskAsync((UnlockedKeys keys) => Task.FromResult(keys.NamesFor(TestCounty.Menghai, "log")))).ShouldBeEmpty();
    }

    private static async Task AppointAsync(TestCounty county) =>
        (await county.AskAsync((AppointWitness a) => a.RunAsync(DrawingCounty.Administrator, new("jiwei", "县纪委监委", DrawingCounty.Passphrase)))).Refusal.ShouldBeNull();

    private static Task<Outcome<int>> CosignAsync(TestCounty county, string witness = "jiwei", string passphrase = DrawingCounty.Passphrase) =>
        county.AskAsync((CosignLog c) => c.RunAsync(county.Office, witness, passphrase));
}
