using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DoubleRandom.Storage.Postgres;

/// <summary>The store on PostgreSQL: codes and keys compare by bytes, as on SQLite.</summary>
public sealed class PostgresSupervisionDb(DbContextOptions<PostgresSupervisionDb> options, TimeProvider clock) : SupervisionDb(options, clock)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.UseCollation("C");
        base.OnModelCreating(builder);
    }
}

/// <summary>How the migration tool opens the model; no data is touched.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresSupervisionDb>
{
    public PostgresSupervisionDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgresSupervisionDb>().UseNpgsql("Host=127.0.0.1").UseSnakeCaseNamingConvention().Options,
        TimeProvider.System);
}
