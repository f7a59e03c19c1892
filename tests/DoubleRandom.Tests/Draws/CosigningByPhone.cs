using DoubleRandom.Draws.Holding;
using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

/// <summary>Standing witnesses who cosign with keys on their own telephones.</summary>
public sealed class CosigningByPhone
{
    [Theory, OnBothDatabases]
    public async Task A_whole_draw_is_cosigned_by_telephones_alone_and_is_valid(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        var phones = await AppointAsync(draw);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        (await draw.ContributeAsync("renda", passphrase: null)).Value.IsLogged.ShouldBeFalse();
        (await draw.ContributeAsync("zhengxie", passphrase: null)).Value.IsLogged.ShouldBeFalse();

        await CosignAsync(phones); // the commitment: with it what they have entered goes into the log
        (await draw.County.ReadAsync(db => db.WitnessShares.CountAsync(s => s.CommitIndex != null))).ShouldBe(2);
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        await CosignAsync(phones);
        (await draw.SealAsync()).Refusal!.Code.ShouldBe("draw.needs-cosignatures");
        await CosignAsync(phones); // the reveals
        (await draw.SealAsync()).Value.Cosigned.ShouldBeFalse();
        await CosignAsync(phones);
        (await draw.OpenOnceAsync()).ShouldBeNull();
        await CosignAsync(phones);

        var report = await draw.VerifyAsync();
        report.Failures.Select(check => check.English).ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        (await draw.County.AskAsync((LogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_on_a_telephone_is_not_unlocked_at_the_desk_and_one_at_the_desk_not_used_from_outside()
    {
        await using var draw = await CommittedAsync();

        (await draw.County.AskAsync((CosignDraw c) => c.RunAsync(draw.County.Office, DrawingCounty.First, "renda", DrawingCounty.Passphrase)))
            .Refusal!.Code.ShouldBe("witness.key-on-phone");
        (await new APhone(draw.County, "jiwei").CosignAsync())!.Code.ShouldBe("witness.no-such");
        (await draw.County.AskAsync((CosignByPhone c) => c.FindAsync("jiwei"))).ShouldBeNull();
        (await new APhone(draw.County, "nobody").CosignAsync())!.Code.ShouldBe("witness.no-such");
    }

    [Theory, OnBothDatabases]
    public async Task A_name_that_nobody_can_have_is_nobodys(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);

        foreach (var name in (string[])["", "\0", "renda\0", " renda", "RENDA", "/", new string('x', 100_000), "\ud800"])
        {
            (await draw.County.AskAsync((CosignByPhone c) => c.FindAsync(name))).ShouldBeNull();
            (await draw.County.AskAsync((CosignByPhone c) => c.RunAsync(TestCounty.Menghai, name, 2, "AAAA")))!.Code.ShouldBe("witness.no-such");
            (await draw.County.AskAsync((CosignLog c) => c.RunAsync(draw.County.Office, name, DrawingCounty.Passphrase))).Refusal!.Code.ShouldBe("witness.no-such");
            (await draw.County.AskAsync((AppointByPhone a) => a.ConfirmAsync(DrawingCounty.Administrator, name, name))).Refusal!.Code.ShouldBe("witness.no-key");
        }
    }

    [Fact]
    public async Task A_signature_that_does_not_fit_is_not_kept()
    {
        await using var draw = await CommittedAsync();
        var (size, right) = await new APhone(draw.County, "renda").SignAsync();
        var (_, others) = await new APhone(draw.County, "zhengxie").SignAsync();
        var altered = Convert.FromBase64String(right);
        altered[^1] ^= 1;
        var phone = new APhone(draw.County, "renda");

        foreach (var wrong in ((int, string)[])[
            (size, others), (size - 1, right), (size + 1, right), (0, right), (-1, right), (size, ""), (size, "\0"), (size, right + "\n— x y"),
            (size, Convert.ToBase64String(altered)), (size, Convert.ToBase64String(altered.AsSpan(0, 12))), (size, new string('A', 100_000))])
        {
            (await phone.SendAsync(wrong))!.Code.ShouldBe("witness.signature");
        }

        (await draw.County.ReadAsync(db => db.Cosignatures.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_telephone_whose_clock_is_wrong_is_told_so()
    {
        await using var draw = await CommittedAsync();
        var phone = new APhone(draw.County, "renda");

        foreach (var (minutes, said) in ((int, string)[])[(-6, "08:54"), (1, "09:01")])
        {
            var refusal = (await phone.SendAsync(await phone.SignAsync(clockAhead: TimeSpan.FromMinutes(minutes))))!;
            refusal.Code.ShouldBe("witness.clock");
            refusal.Because.ShouldContain(said);
        }

        (await phone.SendAsync(await phone.SignAsync(clockAhead: TimeSpan.FromMinutes(-4)))).ShouldBeNull();
        var other = new APhone(draw.County, "zhengxie");
        (await other.SendAsync(await other.SignAsync(clockAhead: TimeSpan.FromSeconds(40)))).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_cosignature_twice_is_one_and_a_late_one_takes_nothing_back()
    {
        await using var draw = await CommittedAsync();
        var phone = new APhone(draw.County, "renda");
        var first = await phone.SignAsync();
        (await draw.ContributeAsync("jiwei")).Refusal.ShouldBeNull();
        (await draw.ContributeAsync("sifa")).Refusal.ShouldBeNull();

        (await phone.CosignAsync()).ShouldBeNull();
        (await phone.CosignAsync()).ShouldBeNull();
        var newest = (await draw.County.AskAsync((CosignByPhone c) => c.FindAsync("renda")))!;
        newest.LastSize.ShouldBe(newest.Size);
        newest.Size.ShouldBeGreaterThan(first.Size);
        (await phone.SendAsync(first)).ShouldBeNull();

        (await draw.County.AskAsync((CosignByPhone c) => c.FindAsync("renda")))!.LastSize.ShouldBe(newest.Size);
        (await draw.County.ReadAsync(db => db.Cosignatures.CountAsync(c => c.Witness == "renda"))).ShouldBe(2);
        (await draw.County.AskAsync((LogCheck c) => c.RunAsync())).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_cosignature_eight_times_at_once_is_one_and_later_again_writes_nothing(DatabaseKind database)
    {
        await using var draw = await CommittedAsync(database);
        var phone = new APhone(draw.County, "renda");
        var once = await phone.SignAsync();

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => phone.SendAsync(once))));

        told.ShouldAllBe(refusal => refusal == null);
        var trail = await draw.County.ReadAsync(db => db.AuditEntries.CountAsync());
        draw.County.Clock.Advance(TimeSpan.FromHours(1));
        (await phone.SendAsync(once)).ShouldBeNull();
        (await draw.County.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(trail);
    }

    private static async Task<DrawingCounty> CommittedAsync(DatabaseKind database = DatabaseKind.Sqlite)
    {
        var draw = await DrawingCounty.OnAsync(database);
        await AppointAsync(draw);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        return draw;
    }

    private static async Task<APhone[]> AppointAsync(DrawingCounty draw)
    {
        var (renda, zhengxie) = (new APhone(draw.County, "renda"), new APhone(draw.County, "zhengxie"));
        (await renda.AppointAsync("县人大代表")).ShouldBeNull();
        (await zhengxie.AppointAsync("县政协委员")).ShouldBeNull();
        return [renda, zhengxie];
    }

    private static async Task CosignAsync(IEnumerable<APhone> phones)
    {
        foreach (var phone in phones)
        {
            (await phone.CosignAsync()).ShouldBeNull();
        }
    }
}
