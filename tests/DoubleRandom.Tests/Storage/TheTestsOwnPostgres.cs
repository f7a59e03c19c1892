using DoubleRandom.Testing;
using Npgsql;

namespace DoubleRandom.Tests.Storage;

/// <summary>The throw-away PostgreSQL on which module tests stand.</summary>
public sealed class TheTestsOwnPostgres
{
    [Fact]
    public async Task It_answers_and_keeps_Chinese_text()
    {
        var cluster = await PostgresCluster.StartedAsync();

        (await AskAsync<int>(cluster.ConnectionString("postgres"), "SELECT 1")).ShouldBe(1);
        (await AskAsync<string>(cluster.ConnectionString("postgres"), "SELECT '勐海县' || current_setting('server_encoding')")).ShouldBe("勐海县UTF8");
    }

    [Fact]
    public async Task It_is_one_for_the_whole_process() =>
        (await PostgresCluster.StartedAsync()).ShouldBeSameAs(await PostgresCluster.StartedAsync());

    [Fact]
    public async Task It_listens_on_the_loopback_address_only()
    {
        var cluster = await PostgresCluster.StartedAsync();

        (await AskAsync<string>(cluster.ConnectionString("postgres"), "SHOW listen_addresses")).ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Clones_of_a_template_start_with_its_rows_and_then_go_their_own_way()
    {
        var cluster = await PostgresCluster.StartedAsync();
        await cluster.CreateDatabaseAsync("tea_template");
        await AskAsync<object>(cluster.ConnectionString("tea_template") + ";Pooling=false", "CREATE TABLE teas (name text); INSERT INTO teas VALUES ('普洱')");

        await cluster.CreateDatabaseAsync("tea_one", "tea_template");
        await cluster.CreateDatabaseAsync("tea_two", "tea_template");
        await AskAsync<object>(cluster.ConnectionString("tea_one"), "INSERT INTO teas VALUES ('滇红')");

        (await AskAsync<long>(cluster.ConnectionString("tea_one"), "SELECT count(*) FROM teas")).ShouldBe(2);
        (await AskAsync<long>(cluster.ConnectionString("tea_two"), "SELECT count(*) FROM teas")).ShouldBe(1);

        foreach (var name in (string[])["tea_one", "tea_two", "tea_template"])
        {
            await cluster.DropDatabaseAsync(name);
        }

        (await AskAsync<long>(cluster.ConnectionString("postgres"), "SELECT count(*) FROM pg_database WHERE datname LIKE 'tea%'")).ShouldBe(0);
    }

    private static async Task<T?> AskAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync();
    }
}
