using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeepingSecrets
{
    [Theory, OnBothDatabases]
    public async Task Without_the_key_file_nothing_is_read_and_no_new_one_is_made(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        var file = Path.Combine(draw.County.DataFolder, "keys", "secrets.key");
        File.Move(file, file + ".away");

        var refusal = (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal!;

        refusal.Code.ShouldBe("secrets.key-missing");
        refusal.Because.ShouldContain(file);
        File.Exists(file).ShouldBeFalse();
        File.WriteAllText(file, new string('0', 64));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal!.Code.ShouldBe("secrets.key-wrong");
        File.Move(file + ".away", file, overwrite: true);
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_key_file_is_the_owners_alone_and_refused_when_others_may_read_it(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var file = Path.Combine(draw.County.DataFolder, "keys", "secrets.key");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        (await draw.CommitAsync()).Refusal!.Code.ShouldBe("secrets.key-open-to-others");
    }

    [Fact]
    public async Task A_passphrase_that_could_never_be_tried_again_is_not_taken()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);

        async Task<string?> TryAsync(string name, int length) => (await draw.County.AskAsync((AppointWitness a) => a.RunAsync(
            DrawingCounty.Administrator, new(name, "县司法局", new string('口', length))))).Refusal?.Code;

        (await TryAsync("long", 257)).ShouldBe("witness.long-passphrase");
        (await TryAsync("short", 7)).ShouldBe("witness.weak-passphrase");
        (await TryAsync("longest", 256)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_log_refuses_changes_whoever_asks_and_a_forged_row_stops_all_drawing(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();

        async Task<int> SqlAsync(string sql) => await draw.County.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync(sql));

        await Should.ThrowAsync<Exception>(() => SqlAsync("DELETE FROM log_leaves"));
        await Should.ThrowAsync<Exception>(() => SqlAsync("UPDATE draw_files SET name = 'x'"));
        await SqlAsync("UPDATE draws SET state = 'Contributing'");
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal!.Code.ShouldBe("draw.differs-from-log");
        (await draw.County.AskAsync((DrawLogCheck c) => c.RunAsync()))!.Code.ShouldBe("draw.differs-from-log");
        await SqlAsync("UPDATE draws SET state = 'Committed'");
        await SqlAsync("UPDATE logs SET size = 1");
        (await draw.County.AskAsync((LogCheck c) => c.RunAsync()))!.Code.ShouldBe("log.differs");
        (await draw.ContributeAsync("guest-1", passphrase: null)).Refusal!.Code.ShouldBe("log.differs");
    }

    [Theory, OnBothDatabases]
    public async Task A_log_is_founded_once_and_its_quorum_never_breaks_earlier_records(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        var county = draw.County;

        (await county.AskAsync((FoundLog f) => f.RunAsync(DrawingCounty.Administrator, 1, Suite.Sha256))).Refusal!.Code.ShouldBe("log.already-founded");
        (await county.AskAsync((FoundLog f) => f.RunAsync(county.Office, 1, Suite.Sha256))).Refusal!.Code.ShouldBe("access.no-right");
        (await county.AskAsync((SetQuorum f) => f.RunAsync(DrawingCounty.Administrator, 3))).Refusal!.Code.ShouldBe("log.quorum");
        (await draw.AppointAsync("sifa", "x")).Refusal!.Code.ShouldBe("witness.exists");
        (await county.AskAsync((AppointWitness a) => a.RunAsync(DrawingCounty.Administrator, new WitnessWish("no good", "", "short")))).Refusal!.All.Count().ShouldBe(3);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        (await draw.AppointAsync("renda", "县人大")).Refusal.ShouldBeNull();
        (await county.AskAsync((SetQuorum f) => f.RunAsync(DrawingCounty.Administrator, 3))).Refusal!.Code.ShouldBe("log.quorum-broken");
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task Registering_a_task_twice_leaves_one_entry(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();

        async Task<int> RegisterAsync() => (await draw.County.AskAsync((RegisterTask r) => r.RunAsync(draw.County.Office, DrawingCounty.First))).Value;

        (await RegisterAsync()).ShouldBe(0);
        (await RegisterAsync()).ShouldBe(0);
        await draw.DrawAsync();
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }
}
