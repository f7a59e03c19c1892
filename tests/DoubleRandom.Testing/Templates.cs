using DoubleRandom.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Testing;

/// <summary>Empty, migrated databases made once per test process; each test works on a copy.</summary>
public static class Templates
{
    private static readonly Lazy<Task<string>> SqliteFolder = new(MakeSqliteAsync);
    private static readonly Lazy<Task<PostgresCluster>> Cluster = new(MakePostgresAsync);
    private static int copies;

    /// <summary>A fresh database of its own.</summary>
    public static async Task<StorageChoice> CopyAsync(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-test-").FullName;
        if (kind == DatabaseKind.Sqlite)
        {
            var copy = new StorageChoice(folder);
            File.Copy(new StorageChoice(await SqliteFolder.Value).SqliteFile, copy.SqliteFile);
            return copy;
        }

        var cluster = await Cluster.Value;
        var name = $"test_{Interlocked.Increment(ref copies)}";
        await cluster.CreateDatabaseAsync(name, "template");
        return new StorageChoice(folder, cluster.ConnectionString(name));
    }

    /// <summary>A county as a former version left it, brought up to this one.</summary>
    /// <param name="version">Its folder in <c>FormerVersions</c>.</param>
    /// <param name="kind">The database.</param>
    public static async Task<StorageChoice> UpgradedAsync(string version, DatabaseKind kind)
    {
        var former = new FormerVersion(version);
        var folder = Directory.CreateTempSubdirectory("doublerandom-test-").FullName;
        former.CopyKeys(folder);
        var choice = new StorageChoice(folder);
        if (kind == DatabaseKind.Sqlite)
        {
            await former.UnpackAsync(choice.SqliteFile);
        }
        else
        {
            var (cluster, name) = (await Cluster.Value, $"former_{Interlocked.Increment(ref copies)}");
            await cluster.CreateDatabaseAsync(name);
            choice = choice with { Postgres = cluster.ConnectionString(name) };
            await former.RestoreAsync(choice.Postgres);
        }

        await PrepareAsync(choice);
        return choice;
    }

    /// <summary>Removes a copy.</summary>
    public static async Task RemoveAsync(StorageChoice copy)
    {
        if (copy.Postgres is { } connection)
        {
            await (await Cluster.Value).DropDatabaseAsync(new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(copy.DataFolder, recursive: true);
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await PrepareAsync(new StorageChoice(folder));
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static async Task<PostgresCluster> MakePostgresAsync()
    {
        var cluster = await PostgresCluster.StartedAsync();
        await cluster.CreateDatabaseAsync("template");
        await PrepareAsync(new StorageChoice(Path.GetTempPath(), cluster.ConnectionString("template") + ";Pooling=false"));
        return cluster;
    }

    private static async Task PrepareAsync(StorageChoice choice)
    {
        await using var services = new ServiceCollection().AddLogging().AddDoubleRandom(choice).BuildServiceProvider();
        _ = await services.PrepareDatabaseAsync();
    }
}
