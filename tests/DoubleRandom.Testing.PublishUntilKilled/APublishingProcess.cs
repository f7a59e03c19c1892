using System.Collections.Concurrent;
using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DoubleRandom.Testing.PublishUntilKilled;

/// <summary>
/// A process that a test kills: it publishes the results waiting for review in a data folder, two at a time, and tells each
/// as <c>index entry</c>, the entry's bytes in base64, once its commit has returned.
/// </summary>
public static class APublishingProcess
{
    private static async Task Main(string[] args)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero)))
            .AddDoubleRandom(new StorageChoice(args[0]))
            .BuildServiceProvider();
        var waiting = new ConcurrentQueue<Id<Visit>>(await AskAsync(services, (SupervisionDb db) =>
            db.Visits.Where(v => v.State == VisitState.AwaitingReview).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync()));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var visit))
            {
                var (index, entry) = await PublishAsync(services, visit);
                Console.WriteLine(FormattableString.Invariant($"{index} {Convert.ToBase64String(entry)}"));
            }
        })));
    }

    private static async Task<(int Index, byte[] Entry)> PublishAsync(ServiceProvider services, Id<Visit> visit)
    {
        var seen = await AskAsync(services, (SupervisionDb db) => db.InspectionResults.Where(r => r.Visit == visit).Select(r => r.Version).SingleAsync());
        var refusal = await AskAsync(services, (ReviewResult review) => review.ApproveAsync(AVisit.Reviewer, visit, seen));
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.InEnglish);
        }

        var index = await AskAsync(services, (SupervisionDb db) => db.ResultEditions.Where(e => e.Visit == visit).Select(e => e.LogIndex).SingleAsync());
        return (index, (await AskAsync(services, (LogTiles log) => log.EntryAsync(index)))!);
    }

    private static async Task<TResult> AskAsync<TService, TResult>(ServiceProvider services, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
