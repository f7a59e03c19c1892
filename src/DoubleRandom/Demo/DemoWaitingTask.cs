using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Demo;

/// <summary>The demo's second joint task [演示待检查任务]: drawn on 31 March 2026 and waiting for its visits; the first team can sign in.</summary>
internal sealed class DemoWaitingTask : IDemoStep
{
    public async Task RunAsync(DemoStage demo, CancellationToken stop)
    {
        demo.Clock.MoveTo(new(2026, 3, 31), new(9, 30));
        await DemoDraws.HoldAsync(demo, demo.Tasks.Waiting, stop);
        var team = await demo.ReadAsync(async db =>
        {
            var first = await db.Visits.Where(v => v.Draw == demo.Tasks.Waiting).OrderBy(v => v.Number).Select(v => v.Id).FirstAsync(stop);
            var members = db.VisitMembers.Where(m => m.Visit == first).Select(m => m.Inspector);
            return await db.Inspectors.AsNoTracking().Where(i => members.Contains(i.Id)).OrderBy(i => i.Number).ToListAsync(stop);
        });
        foreach (var inspector in team)
        {
            await demo.TellAsync(DemoPeople.OfInspector(inspector.Number, inspector.Name, inspector.Department), stop);
        }
    }
}
