using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.Data.Sqlite;

namespace DoubleRandom.Tests.Storage;

public sealed class BackingUp
{
    private static readonly Actor Administrator = TestCounty.As(Role.Administrator);

    [Fact]
    public async Task The_copy_is_a_whole_database_and_overwrites_nothing()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(county.DataFolder, "backups", "monday.db");

        (await county.AskAsync((BackUp b) => b.RunAsync(Administrator, file))).Value.ShouldBeGreaterThan(0);

        await using (var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false"))
        {
            await copy.OpenAsync(TestContext.Current.CancellationToken);
            await using var count = copy.CreateCommand();
            count.CommandText = "SELECT count(*) FROM audit_entries";
            (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        }

        var again = await county.AskAsync((BackUp b) => b.RunAsync(Administrator, file));
        again.Refusal.ShouldNotBeNull().Code.ShouldBe("backup.exists");
    }

    [Fact]
    public async Task On_postgresql_it_names_the_right_tool_and_a_clerk_may_not()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Postgres);

        (await county.AskAsync((BackUp b) => b.RunAsync(Administrator, "x.db"))).Refusal.ShouldNotBeNull().Code.ShouldBe("backup.postgres");
        (await county.AskAsync((BackUp b) => b.RunAsync(county.Office, "x.db"))).Refusal.ShouldNotBeNull().Code.ShouldBe("access.no-right");
    }
}
