using DoubleRandom.Access;
using DoubleRandom.Inspections;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Inspections;

public sealed class KillingAPublication
{
    [Theory, OnBothDatabases]
    public async Task A_kill_inside_an_approval_leaves_result_and_log_entry_both_or_neither(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);
        var kills = 0;
        for (var isDone = false; !isDone;)
        {
            var seen = await visit.VersionAsync(visit.Id);
            using var source = new CancellationTokenSource();
            county.Clock.KillAt(kills, source);
            try
            {
                (await county.AskAsync((ReviewResult r) => r.ApproveAsync(AVisit.Reviewer, visit.Id, seen, source.Token))).ShouldBeNull();
                isDone = true;
            }
            catch (OperationCanceledException)
            {
                kills++;
            }

            county.Clock.KillAt(0, null);
            var (entries, editions, size) = await county.ReadAsync(async db =>
                (await db.LogLeaves.CountAsync(), await db.ResultEditions.CountAsync(), await db.Logs.Select(l => l.Size).SingleAsync()));
            (entries, editions, size).ShouldBe(isDone ? (1, 1, 1) : (0, 0, 0), $"after kill {kills}");
        }

        kills.ShouldBeGreaterThan(1);
        await county.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync("DELETE FROM drawn_subjects")); // this county's draw was never held
        (await county.AskAsync((CheckLog c) => c.RunAsync(Actor.Platform(TestCounty.Menghai)))).ShouldBeNull();
    }
}
