using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Demo;
using DoubleRandom.Demo.County;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Demo;

/// <summary>The demo county as the first start loads it, at its true size.</summary>
public sealed class LoadingTheDemo
{
    [Fact]
    public async Task One_task_is_published_with_a_valid_record_and_another_waits_for_people_who_can_sign_in_and_finish_it()
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = await Templates.CopyAsync(DatabaseKind.Sqlite);
        var clock = new SteppedClock(DemoSetup.Start);
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddDoubleRandom(storage).BuildServiceProvider())
        {
            var told = await new DemoSetup(services, clock, TestCounty.Menghai, _ => { })
                .RunAsync(Path.Combine(storage.DataFolder, "files"), seed: 532822, DemoCounty.TrueSize, stop);

            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SupervisionDb>();
            db.See(TestCounty.Menghai);
            var tasks = (await db.Tasks.ToListAsync(stop)).ToLookup(t => t.State);
            var record = (await scope.ServiceProvider.GetRequiredService<ExportRecord>().FilesAsync(tasks[TaskState.Completed].Single().Number, stop)).Value;
            Verify.Record(record, record["trust.json"].Span).Verdict.ShouldBe(Verdict.Valid);

            var number = tasks[TaskState.Drawn].Single().Number;
            var waiting = await db.Visits.Where(v => v.Draw == number).ToListAsync(stop);
            waiting.Count.ShouldBe(12);
            waiting.ShouldAllBe(visit => visit.State == VisitState.Pending);
            var actors = new List<Actor>();
            foreach (var account in told)
            {
                if (await scope.ServiceProvider.GetRequiredService<ActorReader>().FindAsync(account.UserName, stop) is { } actor)
                {
                    actors.Add(actor);
                }
            }

            actors.ShouldContain(actor => actor.May(Right.ReviewResults, waiting[0].Lead));
            var leaders = await db.VisitMembers.Where(m => m.IsLeader).Join(db.Inspectors, m => m.Inspector, i => i.Id, (_, i) => i.Number).ToListAsync(stop);
            actors.ShouldContain(actor => actor.InspectorNumber != null && leaders.Contains(actor.InspectorNumber));
        }

        await Templates.RemoveAsync(storage);
    }
}
