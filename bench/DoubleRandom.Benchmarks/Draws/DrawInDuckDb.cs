using System.Diagnostics;
using System.Globalization;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>The same numbers drawn by DuckDB, in the program of its own <c>bench/duckdb.cs</c>; to be started in the repository's folder.</summary>
internal static class DrawInDuckDb
{
    public static async Task RunAsync(int subjects, double tickets, double pass)
    {
        using var duck = Process.Start(new ProcessStartInfo("dotnet", ["run", "bench/duckdb.cs", "--", subjects.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        while (await duck.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', 3) is not [var threads, var told, var order] || !double.TryParse(told, CultureInfo.InvariantCulture, out var seconds))
            {
                throw new InvalidOperationException(line);
            }

            Took.Say($"  DuckDB, {threads} threads, ORDER BY {order} LIMIT k, 4 strata {seconds:F2} s: our tickets and selection take {tickets / seconds:F2} of that, our whole second pass {pass / seconds:F2}, one thread");
        }

        await duck.WaitForExitAsync();
    }
}
