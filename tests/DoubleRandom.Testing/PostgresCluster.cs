using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DoubleRandom.Testing;

/// <summary>
/// The test run's own PostgreSQL: a throw-away cluster on a free loopback port, one per test process, started when the first
/// test asks for it. It lives as long as the pipe to its keeper: when this process ends, however it ends, the server stops
/// and its folder goes.
/// </summary>
public sealed class PostgresCluster
{
    private const string Superuser = "postgres";

    /// <summary>Starts the server, waits until the pipe from the tests closes, then stops the server and removes the folder.</summary>
    private const string Keeper = """
        trap '' INT TERM HUP
        "$1/initdb" -D "$2/data" -U postgres --locale=C.UTF-8 -E UTF8 -A trust --no-sync > "$2/log" 2>&1 < /dev/null && {
            "$1/postgres" -D "$2/data" -c listen_addresses=127.0.0.1 -c port="$3" -c unix_socket_directories= \
                -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 >> "$2/log" 2>&1 &
        }
        cat > /dev/null
        while kill -QUIT $! 2> /dev/null; do sleep 0.1; done
        rm -rf "$2"
        """;

    private static readonly Lazy<Task<PostgresCluster>> Started = new(StartAsync);

    private readonly int port;

    private PostgresCluster(int port) => this.port = port;

    /// <summary>The cluster of this test process; the first call starts it (3 to 4 s).</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed or does not start; the sentence says what to do.</exception>
    public static Task<PostgresCluster> StartedAsync() => Started.Value;

    /// <summary>How to reach one database of the cluster.</summary>
    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Username={Superuser};Database={database}");

    /// <summary>Creates a database, empty or as a clone of a template to which nobody is connected (open it with <c>Pooling=false</c>).</summary>
    public Task CreateDatabaseAsync(string name, string? template = null) =>
        ExecuteAsync($"CREATE DATABASE {Quoted(name)}" + (template is null ? "" : $" TEMPLATE {Quoted(template)}"));

    /// <summary>Drops a database, connections and all; nothing happens when it is not there.</summary>
    public async Task DropDatabaseAsync(string name)
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString(name)))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)");
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var binaries = PostgresBinaries.Find();
        var folder = Path.Combine(Path.GetTempPath(), "doublerandom-postgres-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root; the folder must be its own.
            using var chown = Process.Start("chown", [Superuser, folder]);
            await chown.WaitForExitAsync();
        }

        var cluster = new PostgresCluster(FreePort());
        var keeper = cluster.StartKeeper(binaries, folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(keeper);
        await cluster.AnsweringAsync(keeper, folder);
        return cluster;
    }

    private Process StartKeeper(string binaries, string folder)
    {
        string[] command = ["sh", "-c", Keeper, "keeper", binaries, folder, port.ToString(CultureInfo.InvariantCulture)];
        command = Environment.IsPrivilegedProcess ? ["runuser", "-u", Superuser, "--", .. command] : command;
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!;
    }

    private static void Stop(Process keeper)
    {
        keeper.StandardInput.Close();
        keeper.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>Waits until the server answers, and makes sure that it is ours.</summary>
    private async Task AnsweringAsync(Process keeper, string folder)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(ConnectionString(Superuser) + ";Pooling=false;Timeout=5");
                await using var command = source.CreateCommand("SHOW data_directory");
                if ((string?)await command.ExecuteScalarAsync() == Path.Combine(folder, "data"))
                {
                    return;
                }

                throw NotStarted($"port {port} answers for another server");
            }
            catch (NpgsqlException) when (since.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException)
            {
                var log = Path.Combine(folder, "log");
                var last = File.Exists(log) ? File.ReadLines(log).LastOrDefault() : "no log was written";
                Stop(keeper);
                throw NotStarted(last);
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(Superuser) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static InvalidOperationException NotStarted(string? why) => new($"The tests' own PostgreSQL did not start: {why}.");

    private static string Quoted(string name)
    {
        using var builder = new NpgsqlCommandBuilder();
        return builder.QuoteIdentifier(name);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Where this machine keeps PostgreSQL's server programs.</summary>
internal static class PostgresBinaries
{
    private static readonly string[] Folders =
    [
        "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/18/bin", "/usr/bin",
    ];

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find() =>
        Folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        ?? throw new InvalidOperationException("PostgreSQL is missing: install Debian's package postgresql-15 (apt-get install postgresql-15), or run ./test as root.");
}
