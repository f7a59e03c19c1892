using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DoubleRandom.Storage.Sqlite;

/// <summary>The store on SQLite: instants lie as UTC ticks, so that they compare and sort.</summary>
public sealed class SqliteSupervisionDb(DbContextOptions<SqliteSupervisionDb> options, TimeProvider clock) : SupervisionDb(options, clock)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
    }

    private sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

/// <summary>How the migration tool opens the model; no data is touched.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteSupervisionDb>
{
    public SqliteSupervisionDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteSupervisionDb>().UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention().Options,
        TimeProvider.System);
}
