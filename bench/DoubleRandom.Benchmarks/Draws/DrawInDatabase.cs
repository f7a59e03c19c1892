using System.Diagnostics;
using System.Text;
using DoubleRandom.Verifiable.Drawing;
using Npgsql;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>The same numbers drawn by PostgreSQL from its own table, without parallel workers: by chance, by a hash, and one at a time.</summary>
internal static class DrawInDatabase
{
    private const int Picks = 3;

    public static async Task RunAsync(string connection, int subjects, IReadOnlyList<Part> parts, double tickets, double pass)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Command Timeout=0");
        await using var open = await source.OpenConnectionAsync();
        await DoAsync(open, "CREATE TABLE subject (id text COLLATE \"C\" PRIMARY KEY, risk text NOT NULL, excl text NOT NULL)");
        await CopyAsync(open, subjects);
        await DoAsync(open, "VACUUM ANALYZE subject");
        await DoAsync(open, "SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'; SET jit = off");
        await SecondsAsync(open, "SELECT count(*) FROM subject WHERE risk < 'E'");
        var rows = parts[0].QuotaTable.Rows;
        var random = await AllAsync(open, rows, "random()");
        var hashed = await AllAsync(open, rows, "sha256(convert_to('0123456789abcdef0123456789abcdef' || id, 'UTF8'))");
        Took.Say($"  PostgreSQL ORDER BY random() LIMIT k, 4 strata {random:F2} s: our tickets and selection take {tickets / random:F2} of that, our whole second pass {pass / random:F2}");
        Took.Say($"  PostgreSQL ORDER BY sha256(seed || id) LIMIT k, 4 strata {hashed:F2} s: our tickets and selection take {tickets / hashed:F2} of that, our whole second pass {pass / hashed:F2}");
        await DoAsync(open, "CREATE TEMP TABLE drawn (id text)");
        var one = 0.0;
        for (var i = 0; i < Picks; i++)
        {
            one += await SecondsAsync(
                open,
                "INSERT INTO drawn SELECT id FROM subject WHERE risk = 'A' AND excl = '' AND id NOT IN (SELECT id FROM drawn) ORDER BY random() LIMIT 1");
        }

        var all = one / Picks * rows.Sum(row => row.Quota);
        Took.Say($"  one query for each pick {one / Picks:F2} s a pick: {all / 3600:F1} hours for all {rows.Sum(row => row.Quota)}, by multiplication");
    }

    private static async Task<double> AllAsync(NpgsqlConnection open, IReadOnlyList<QuotaRow> rows, string order)
    {
        var seconds = 0.0;
        foreach (var row in rows)
        {
            seconds += await SecondsAsync(open, $"SELECT id FROM subject WHERE risk = '{row.Stratum}' AND excl = '' ORDER BY {order} LIMIT {row.Quota}");
        }

        return seconds;
    }

    private static async Task<double> SecondsAsync(NpgsqlConnection open, string sql)
    {
        var watch = Stopwatch.StartNew();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task CopyAsync(NpgsqlConnection open, int subjects)
    {
        await using var copy = await open.BeginBinaryImportAsync("COPY subject FROM STDIN (FORMAT binary)");
        var id = new byte[18];
        for (var number = 0; number < subjects; number++)
        {
            MadeRoster.IdOf(number, id);
            await copy.StartRowAsync();
            await copy.WriteAsync(Encoding.ASCII.GetString(id));
            await copy.WriteAsync(((char)MadeRoster.RiskOf(number)).ToString());
            await copy.WriteAsync(Encoding.ASCII.GetString(MadeRoster.ExclusionOf(number)));
        }

        await copy.CompleteAsync();
    }

    private static async Task DoAsync(NpgsqlConnection open, string sql)
    {
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
