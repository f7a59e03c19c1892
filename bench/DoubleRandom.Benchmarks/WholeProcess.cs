using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Benchmarks;

/// <summary>One act measured once in a fresh process: the seconds a person waits and the memory the machine must have.</summary>
internal static class WholeProcess
{
    /// <summary>Previews and commits a directory of subjects into an empty database, then the same file once more, and prints what it took.</summary>
    /// <param name="subjects">How many.</param>
    /// <param name="postgres">Connection string of an empty PostgreSQL database, or null for SQLite.</param>
    public static async Task ImportAsync(int subjects, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-bench-");
        try
        {
            Prepare(folder.FullName, subjects);
            Console.WriteLine($"machine: {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
            Console.WriteLine($"date: {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            await using var services = new ServiceCollection().AddLogging().AddDoubleRandom(new StorageChoice(folder.FullName, postgres)).BuildServiceProvider();
            await services.PrepareDatabaseAsync();
            var county = Jurisdiction.Parse("532822", CultureInfo.InvariantCulture);
            var actor = Actor.AtTheMachine(county, "bench");
            var idle = Peak();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"database: {(postgres is null ? "SQLite" : "PostgreSQL")}; idle {idle / 1e6:F0} MB"));
            foreach (var round in new[] { "empty directory", "same file again" })
            {
                await RoundAsync(services, county, actor, Path.Combine(folder.FullName, DemoFiles.Subjects), round);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: peak {Peak() / 1e6:F0} MB = idle + {(Peak() - idle) / 1e6:F0} MB"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RoundAsync(ServiceProvider services, Jurisdiction county, Actor actor, string path, string round)
    {
        var (upload, preview) = await TimedAsync(services, county, async (PreviewImport act) =>
        {
            await using var file = File.OpenRead(path);
            return (await act.RunAsync(actor, SubjectImport.Fills, DemoFiles.Subjects, file)).Value;
        });
        var report = upload.Report;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round}: preview {preview} ({report.Rows} rows: {report.New} new, {report.Updated} updated, {report.Unchanged} unchanged, {report.Rejected} rejected)"));
        if (!report.WritesNothing)
        {
            var (_, commit) = await TimedAsync(services, county, async (CommitImport act) => (await act.RunAsync(actor, upload.Id)).Value);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round}: commit {commit}"));
        }
    }

    private static async Task<(TResult Result, string Took)> TimedAsync<TService, TResult>(
        ServiceProvider services, Jurisdiction county, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        var (watch, busy) = (Stopwatch.StartNew(), Busy());
        var result = await act(scope.ServiceProvider.GetRequiredService<TService>());
        var seconds = watch.Elapsed.TotalSeconds;
        return (result, string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s, of it {Busy() - busy:F2} s at work"));
    }

    /// <summary>Writes the files in a process of its own, so that writing does not count as importing's memory.</summary>
    private static void Prepare(string folder, int subjects)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "prepare", folder, subjects.ToString(CultureInfo.InvariantCulture) },
        };
        using var writer = Process.Start(start)!;
        writer.WaitForExit();
    }

    /// <summary>Processor seconds of this process: what the act costs on a machine that does other things too.</summary>
    private static double Busy()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
