using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

/// <summary>A standing witness whose key is made on his own telephone, by a link.</summary>
public sealed class AppointingByPhone
{
    [Theory, OnBothDatabases]
    public async Task The_telephone_makes_the_key_and_only_its_public_half_is_here(DatabaseKind database)
    {
        await using var county = await FoundedAsync(database);
        var phone = new APhone(county, "renda");

        (await phone.AppointAsync("县人大代表")).ShouldBeNull();

        var witness = await county.ReadAsync(db => db.StandingWitnesses.SingleAsync());
        (witness.Role, witness.KeyName, witness.PublicKey, witness.SealedKey).ShouldBe(("县人大代表", phone.KeyName, phone.PublicKey, null));
        (await county.ReadAsync(db => db.AuditEntries.Where(e => e.Act == "witness.appointed").Select(e => e.Who).Distinct().SingleAsync())).ShouldBe(DrawingCounty.Administrator.Name);
        (await county.ReadAsync(db => db.AuditEntries.Where(e => e.Act == "witness.key-sent").Select(e => e.Who).Distinct().SingleAsync())).ShouldBe("县人大代表");
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_given_again_but_no_second_key_is_taken()
    {
        await using var county = await FoundedAsync();
        var (phone, other) = (new APhone(county, "renda"), new APhone(county, "other"));
        var link = await LinkAsync(county);

        (await TakeAsync(county, link, phone.PublicKey, phone.Proof)).ShouldBeNull();
        (await TakeAsync(county, link, phone.PublicKey, phone.Proof)).ShouldBeNull();

        (await TakeAsync(county, link, other.PublicKey, other.Proof))!.Code.ShouldBe("witness.exists");
        (await county.AskAsync((AppointByPhone a) => a.FindAsync(link)))!.PublicKey.ShouldBe(phone.PublicKey);
        (await phone.ConfirmAsync()).Value.ShouldBe(phone.PublicKey);
        (await TakeAsync(county, link, phone.PublicKey, phone.Proof)).ShouldBeNull();
        (await county.AskAsync((AppointByPhone a) => a.InviteAsync(DrawingCounty.Administrator, "Renda", "县人大代表"))).Refusal!.Code.ShouldBe("witness.exists");
    }

    [Fact]
    public async Task A_key_counts_only_once_the_administrator_has_compared_it_and_a_new_link_undoes_a_strangers()
    {
        await using var county = await FoundedAsync();
        var (phone, stranger) = (new APhone(county, "renda"), new APhone(county, "renda "));
        (await TakeAsync(county, await LinkAsync(county), stranger.PublicKey, ProofOf(stranger))).ShouldBeNull();

        (await county.AskAsync((AppointByPhone a) => a.WaitingAsync())).Single().PublicKey.ShouldBe(stranger.PublicKey);
        (await phone.ConfirmAsync()).Refusal!.Code.ShouldBe("witness.no-key");
        (await county.ReadAsync(db => db.StandingWitnesses.AnyAsync())).ShouldBeFalse();

        (await TakeAsync(county, await LinkAsync(county), phone.PublicKey, phone.Proof)).ShouldBeNull();
        (await county.AskAsync((AppointByPhone a) => a.ConfirmAsync(DrawingCounty.Administrator, "renda", stranger.PublicKey))).Refusal!.Code.ShouldBe("witness.no-key");
        (await phone.ConfirmAsync()).Refusal.ShouldBeNull();
        (await county.AskAsync((AppointByPhone a) => a.WaitingAsync())).ShouldBeEmpty();
        (await county.AskAsync((AppointByPhone a) => a.ConfirmAsync(DrawingCounty.Administrator, "RENDA", phone.PublicKey))).Refusal!.Code.ShouldBe("witness.no-key");
    }

    /// <summary>A stranger who holds the link signs for the name that it is for.</summary>
    private static string ProofOf(APhone stranger) => stranger.ProofFor("doublerandom/532822/renda");

    [Fact]
    public async Task The_same_key_sent_eight_times_at_once_is_one()
    {
        await using var county = await FoundedAsync();
        var (phone, link) = (new APhone(county, "renda"), await LinkAsync(county));

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(county, link, phone.PublicKey, phone.Proof))));

        told.ShouldAllBe(refusal => refusal == null);
    }

    [Fact]
    public async Task A_key_that_the_telephone_does_not_hold_is_not_taken()
    {
        await using var county = await FoundedAsync();
        var (phone, other) = (new APhone(county, "renda"), new APhone(county, "other"));
        var link = await LinkAsync(county);

        foreach (var (key, proof) in ((string, string)[])[
            (phone.PublicKey, other.Proof), (other.PublicKey, other.Proof), (phone.PublicKey, ""), ("", phone.Proof), ("\0", "\0"),
            (phone.PublicKey.ToUpperInvariant(), phone.Proof), (new string('0', 64), new string('0', 128)), (phone.PublicKey, new string('é', 128))])
        {
            (await TakeAsync(county, link, key, proof))!.Code.ShouldBe("witness.key");
        }

        (await county.ReadAsync(db => db.StandingWitnesses.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_works_for_four_hours_until_a_newer_one_is_made()
    {
        await using var county = await FoundedAsync();
        var phone = new APhone(county, "renda");
        var old = await LinkAsync(county);
        var link = await LinkAsync(county);

        foreach (var dead in new[] { old, "", "\0", new string('a', 500) })
        {
            (await county.AskAsync((AppointByPhone a) => a.FindAsync(dead))).ShouldBeNull();
            (await TakeAsync(county, dead, phone.PublicKey, phone.Proof))!.Code.ShouldBe("witness.link");
        }

        county.Clock.Advance(TimeSpan.FromHours(4));
        (await TakeAsync(county, link, phone.PublicKey, phone.Proof))!.Code.ShouldBe("witness.link");
    }

    [Fact]
    public async Task A_county_without_a_log_and_one_in_the_national_algorithms_have_no_keys_on_telephones()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        (await new APhone(county, "renda").AppointAsync("县人大代表"))!.Code.ShouldBe("log.not-founded");

        (await county.AskAsync((FoundLog f) => f.RunAsync(DrawingCounty.Administrator, 1, Suite.Sm3))).Refusal.ShouldBeNull();
        (await new APhone(county, "renda").AppointAsync("县人大代表"))!.Code.ShouldBe("witness.phone-suite");
    }

    [Fact]
    public async Task Name_and_role_are_asked_for_as_at_the_desk()
    {
        await using var county = await FoundedAsync();

        (await new APhone(county, "../etc").AppointAsync("县人大代表"))!.Code.ShouldBe("witness.name");
        (await new APhone(county, "renda").AppointAsync("  "))!.Code.ShouldBe("witness.role");
    }

    private static async Task<TestCounty> FoundedAsync(DatabaseKind database = DatabaseKind.Sqlite)
    {
        var county = await TestCounty.OnAsync(database);
        await AFoundedLog.OfAsync(county, 0);
        return county;
    }

    private static async Task<string> LinkAsync(TestCounty county) =>
        (await county.AskAsync((AppointByPhone a) => a.InviteAsync(DrawingCounty.Administrator, "renda", "县人大代表"))).Value;

    private static Task<Refusal?> TakeAsync(TestCounty county, string link, string key, string proof) =>
        county.AskAsync((AppointByPhone a) => a.TakeKeyAsync(TestCounty.Menghai, link, key, proof));
}
