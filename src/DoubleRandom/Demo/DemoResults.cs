using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Demo;

/// <summary>The results of the demo's finished task [演示检查结果]: recorded by a clerk of the team's department, reviewed by another person.</summary>
internal static class DemoResults
{
    private static readonly Words Words = new(typeof(DemoResults));
    private static readonly DateOnly First = new(2026, 3, 10);

    /// <summary>Visits, records, reviews and thereby publishes everything of a draw.</summary>
    public static async Task FinishAsync(DemoStage demo, string draw, CancellationToken stop)
    {
        var clerk = await demo.ActorAsync("sc-clerk");
        var reviewer = await demo.ActorAsync("sc-reviewer");
        var visits = await demo.ReadAsync(db => db.Visits.AsNoTracking().Where(v => v.Draw == draw).OrderBy(v => v.Number).ToListAsync(stop));
        for (var i = 0; i < visits.Count; i++)
        {
            var visit = visits[i];
            var day = First.AddDays(i * 14 / visits.Count);
            demo.Clock.MoveTo(day > demo.Clock.Today() ? day : demo.Clock.Today(), new(17, 0));
            var written = await WrittenAsync(demo, visit, i, stop);
            var seen = await demo.AskAsync((RecordResult r) => r.SubmitAsync(clerk, visit.Id, Guid.Empty, written, stop));
            await demo.AskAsync((ReviewResult r) => r.ApproveAsync(reviewer, visit.Id, seen, stop));
        }
    }

    private static async Task<WrittenResult> WrittenAsync(DemoStage demo, Visit visit, int at, CancellationToken stop)
    {
        var team = await demo.ReadAsync(db => db.VisitMembers.AsNoTracking().Where(m => m.Visit == visit.Id)
            .Join(db.Inspectors, m => m.Inspector, i => i.Id, (_, i) => i.Number).ToListAsync(stop));
        var today = demo.Clock.Today();
        return new WrittenResult(
            new ResultSheet
            {
                VisitedOn = today,
                CompletedOn = today,
                Methods = [InspectionMethod.OnSite],
                Items = [.. visit.Items.Select((item, n) => Finding(item, at + n))],
                Officers = [.. team.Order(StringComparer.Ordinal).Select(number => new OfficerSignature(number, today))],
                RepresentativeSignedOn = today,
                LeaderOpinion = Words.InChinese("opinion"),
                LeaderSignedOn = today,
            },
            Words.InChinese("representative"));
    }

    /// <summary>Mostly without problem; some mended on order, some to follow up, a few not working.</summary>
    private static ItemFinding Finding(string item, int at) => (at % 11) switch
    {
        3 => new(item, ItemAnswer.Inspected, [ResultCode.CorrectedOnOrder], Words.InChinese("found.label"), [Disposal.NothingFurther], "", ""),
        7 => new(item, ItemAnswer.Inspected, [ResultCode.ProblemToFollowUp], Words.InChinese("found.ledger"), [Disposal.OrderedToCorrect], "", ""),
        10 => new(item, ItemAnswer.Inspected, [ResultCode.NoSuchActivity], "", [Disposal.NothingFurther], "", ""),
        _ => new(item, ItemAnswer.Inspected, [ResultCode.NoProblem], "", [Disposal.NothingFurther], "", ""),
    };
}
