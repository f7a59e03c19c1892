using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Storage;

/// <summary>Other users of the same machine read neither the database nor its backup nor the keys.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class WhoMayReadTheFiles : IDisposable
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;
    private static readonly Actor Administrator = TestCounty.As(Role.Administrator);
    private readonly string place = Directory.CreateTempSubdirectory("doublerandom-modes-").FullName;

    private string Data => Path.Combine(place, "data");

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(place, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_platforms_own_user_reads_data_folder_database_keys_and_backup(bool fromAnOlderVersion)
    {
        if (fromAnOlderVersion)
        {
            Directory.CreateDirectory(Data);
            System.IO.File.SetUnixFileMode(Data, Folder | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            await PrepareAsync();
            SqliteConnection.ClearAllPools();
            System.IO.File.SetUnixFileMode(new StorageChoice(Data).SqliteFile, File | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        await PrepareAsync();
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        (await scope.ServiceProvider.GetRequiredService<FoundLog>().RunAsync(Administrator, 2, Suite.Sha256, TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        (await scope.ServiceProvider.GetRequiredService<BackUp>().RunAsync(Administrator, Path.Combine(place, "backup.db"), TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();

        var sqlite = new StorageChoice(Data).SqliteFile;
        System.IO.File.GetUnixFileMode(Data).ShouldBe(Folder);
        System.IO.File.GetUnixFileMode(Path.Combine(Data, "keys")).ShouldBe(Folder);
        foreach (var file in (string[])[sqlite, sqlite + "-wal", sqlite + "-shm", Path.Combine(Data, "keys", "secrets.key"), Path.Combine(place, "backup.db")])
        {
            System.IO.File.GetUnixFileMode(file).ShouldBe(File, file);
        }

        Directory.GetFiles(Path.Combine(Data, "keys")).ShouldHaveSingleItem("nothing half-written stays beside the key");
    }

    private ServiceProvider Services() => new ServiceCollection().AddLogging().AddDoubleRandom(new StorageChoice(Data)).BuildServiceProvider();

    private async Task PrepareAsync()
    {
        await using var services = Services();
        _ = await services.PrepareDatabaseAsync(TestContext.Current.CancellationToken);
    }
}
