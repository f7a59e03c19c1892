using DoubleRandom.Storage.Postgres;
using DoubleRandom.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Storage;

/// <summary>Registers the store and brings a database up to date.</summary>
public static class StorageModule
{
    private static readonly StorableText Texts = new();

    /// <summary>What the trail calls a backup; the store itself is added by <see cref="AddStorage"/>.</summary>
    public static Module Declared { get; } = new(typeof(StorageModule));

    /// <summary>Adds the chosen store.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageChoice choice)
    {
        services.AddSingleton(choice);
        if (choice.Postgres is { } connection)
        {
            services.AddDbContext<SupervisionDb, PostgresSupervisionDb>(o => o.UseNpgsql(connection).UseSnakeCaseNamingConvention().AddInterceptors(Texts));
        }
        else
        {
            services.AddDbContext<SupervisionDb, SqliteSupervisionDb>(o => o.UseSqlite(choice.SqliteConnection).UseSnakeCaseNamingConvention().AddInterceptors(Texts));
        }

        return services;
    }

    /// <summary>Whether there is a database of this product already; looking creates nothing.</summary>
    public static async Task<bool> HasDatabaseAsync(this IServiceProvider services, CancellationToken stop = default)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SupervisionDb>().Database;
        return await database.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop) && (await database.GetAppliedMigrationsAsync(stop)).Any();
    }

    /// <summary>
    /// Creates the database where there is none and applies the migrations that are missing. Refused (<c>database.other-version</c>), with
    /// nothing changed, when another version of the program made it.
    /// </summary>
    public static async Task<Refusal?> PrepareDatabaseAsync(this IServiceProvider services, CancellationToken stop = default)
    {
        var choice = services.GetRequiredService<StorageChoice>();
        OwnerOnly.MakeFolder(choice.DataFolder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDb>();
        if (choice.Postgres is null)
        {
            // SQLite gives the files beside the database the database's own mode; those of an older version are narrowed here.
            OwnerOnly.MakeFile(choice.SqliteFile);
            OwnerOnly.NarrowFile(choice.SqliteFile + "-wal");
            OwnerOnly.NarrowFile(choice.SqliteFile + "-shm");
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
        }

        var (applied, known) = ((await db.Database.GetAppliedMigrationsAsync(stop)).ToArray(), db.Database.GetMigrations().ToArray());
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            return SupervisionDb.Words.Refuse("database.other-version", null, choice.Postgres is null ? choice.SqliteFile : "PostgreSQL", unknown);
        }

        // Most starts find nothing to do; asking costs less than the migrator with its lock.
        if (applied.Length < known.Length)
        {
            await db.Database.MigrateAsync(stop);
        }

        await AppendOnly.GuardAsync(db, stop);
        return null;
    }
}
