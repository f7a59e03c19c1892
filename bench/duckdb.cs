// The same numbers drawn by DuckDB from its own table in memory, on one thread and on two: dotnet run bench/duckdb.cs -- SUBJECTS.
// A program of its own, so that a build of the product does not fetch DuckDB for every system.
#:package DuckDB.NET.Data.Full
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

using var open = new DuckDBConnection("Data Source=:memory:");
open.Open();
Do($"""
    CREATE TABLE subject AS
    SELECT printf('91530999MA6%07d', n) AS id, substr('ABCD', n % 4 + 1, 1) AS risk, CASE WHEN n // 4 % 16 = 0 THEN 'deregistered' ELSE '' END AS excl
    FROM range(CAST({args[0]} AS INTEGER)) AS numbers(n)
    """);
var quotas = "ABCD".Select(risk => (Risk: risk, Quota: (Count($"SELECT count(*) FROM subject WHERE risk = '{risk}' AND excl = ''") + 50) / 100)).ToArray();
foreach (var threads in (int[])[1, 2])
{
    Do($"SET threads = {threads}");
    foreach (var (name, order) in ((string, string)[])[("random()", "random()"), ("sha256(seed || id)", "sha256('0123456789abcdef0123456789abcdef' || id)")])
    {
        Console.WriteLine(FormattableString.Invariant($"{threads} {Math.Min(All(order), Math.Min(All(order), All(order))):F3} {name}"));
    }
}

double All(string order) => quotas.Sum(stratum => Seconds(
    $"SELECT id FROM subject WHERE risk = '{stratum.Risk}' AND excl = '' ORDER BY {order} LIMIT {stratum.Quota}"));

void Do(FormattableString sql)
{
    using var command = open.CreateCommand();
    command.CommandText = sql.ToString(CultureInfo.InvariantCulture);
    command.ExecuteNonQuery();
}

long Count(string sql)
{
    using var command = open.CreateCommand();
    command.CommandText = sql;
    return (long)command.ExecuteScalar()!;
}

double Seconds(string sql)
{
    var watch = Stopwatch.StartNew();
    using var command = open.CreateCommand();
    command.CommandText = sql;
    using var reader = command.ExecuteReader();
    while (reader.Read())
    {
    }

    return watch.Elapsed.TotalSeconds;
}
