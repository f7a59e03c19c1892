using System.Diagnostics;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Benchmarks.Draws;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Benchmarks.Log;

/// <summary>
/// Entries appended to the log of a county on SQLite by the product's own writer, every one acknowledged after its commit: in a transaction
/// of its own, by one writer and by several, and several in one transaction.
/// </summary>
internal static class AppendRates
{
    private static readonly Jurisdiction County = Jurisdiction.Parse("532822", null);
    private static readonly Actor Actor = Actor.AtTheMachine(County, "bench");

    /// <summary>Appends at least so many entries in every way and prints how many a second there were.</summary>
    public static async Task RunAsync(int entries)
    {
        Took.Machine();
        var folder = Directory.CreateTempSubdirectory("doublerandom-bench-");
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddDoubleRandom(new StorageChoice(folder.FullName)).BuildServiceProvider();
            _ = await services.PrepareDatabaseAsync();
            _ = (await AskAsync(services, (FoundLog found) => found.RunAsync(Actor, 1, Suite.Sha256))).Value;
            Took.Say($"PRAGMA synchronous is {await AskAsync(services, (SupervisionDb db) => db.Database.SqlQuery<int>($"PRAGMA synchronous").AsAsyncEnumerable().FirstAsync().AsTask())}");
            await TimeAsync(services, folder.FullName, writers: 1, batch: 1, entries); // compiled and warm; not counted
            foreach (var (writers, batch) in ((int, int)[])[(1, 1), (2, 1), (8, 1), (1, 10), (1, 100), (1, 1000)])
            {
                await TimeAsync(services, folder.FullName, writers, batch, entries);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task TimeAsync(ServiceProvider services, string folder, int writers, int batch, int entries)
    {
        var rounds = Math.Max(1, entries / batch / writers);
        var (watch, busy) = (Stopwatch.StartNew(), Busy());
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                await AppendAsync(services, batch);
            }
        })));
        var (seconds, work) = (watch.Elapsed.TotalSeconds, Busy() - busy);
        Took.Say($"{writers} writers, {batch} entries in a transaction: {rounds * writers * batch / seconds:F0} entries/s, {rounds * writers / seconds:F0} transactions/s of {work / rounds / writers * 1e3:F1} ms at work; flushes alone {Flushes(folder):F0}/s");
    }

    private static Task<int> AppendAsync(ServiceProvider services, int batch) => AskAsync(services, async (LogBook book) =>
    {
        await using var log = (await book.AppenderAsync(Actor, CancellationToken.None)).Value;
        var first = 0;
        var refusal = await log.CommitAsync(new Act("bench.appended"), head => [.. Enumerable.Range(first = head.Size, batch).Select(EntryOn)], CancellationToken.None);
        return refusal is null ? first : throw new InvalidOperationException(refusal.InEnglish);
    });

    /// <summary>An entry as large as that of a publication.</summary>
    private static LogEntry EntryOn(int place) => new("532822202603021001", 1, RecordTime.From(TimeProvider.System.GetUtcNow()), new OtherEntry("result.published", Json.Object(
        ("edition", 1),
        ("hash", Suite.Sha256.Hash(BitConverter.GetBytes(place)).ToString()),
        ("result", Guid.Empty.ToString()))));

    private static async Task<TResult> AskAsync<TService, TResult>(ServiceProvider services, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(County);
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static double Busy()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>How often a second this disk takes a page and says that it is there: the most single transactions there can be.</summary>
    private static double Flushes(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "flushes"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var (page, watch, count) = (new byte[4096], Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < 0.25; count++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
