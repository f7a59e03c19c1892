using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>What attempts sealed and not voided have drawn in a calendar year [本年已抽取], by the sealing day in Asia/Shanghai.</summary>
[PerRequest]
public sealed class DrawnSoFar(SupervisionDb db)
{
    /// <summary>The attempts that count.</summary>
    public async Task<IReadOnlySet<(string Draw, int Attempt)>> AttemptsAsync(int year, CancellationToken stop) => (await db.Draws.AsNoTracking()
            .Where(d => d.State == DrawState.Sealed || d.State == DrawState.Opened)
            .Select(d => new { d.Number, d.Attempt, d.SealedAt })
            .ToListAsync(stop))
        .Where(d => d.SealedAt!.Value.Day().Year == year)
        .Select(d => (d.Number, d.Attempt))
        .ToHashSet();

    /// <summary>The subjects those attempts drew.</summary>
    public async Task<IReadOnlyList<DrawnSubject>> SubjectsAsync(int year, CancellationToken stop)
    {
        var counting = await AttemptsAsync(year, stop);
        var numbers = counting.Select(c => c.Draw).Distinct().ToArray();
        var drawn = await db.DrawnSubjects.AsNoTracking().Where(d => numbers.Contains(d.Draw) && d.MatchedBy == null).ToListAsync(stop);
        return [.. drawn.Where(d => counting.Contains((d.Draw, d.Attempt)))];
    }

    /// <summary>The places in their teams.</summary>
    public async Task<IReadOnlyList<TeamPlace>> PlacesAsync(int year, CancellationToken stop)
    {
        var counting = await AttemptsAsync(year, stop);
        var numbers = counting.Select(c => c.Draw).Distinct().ToArray();
        var places = await db.TeamPlaces.AsNoTracking().Where(p => numbers.Contains(p.Draw)).ToListAsync(stop);
        return [.. places.Where(p => counting.Contains((p.Draw, p.Attempt)))];
    }
}

/// <summary>Whoever was drawn earlier this calendar year does not take part again (R8), unless a ground of the order is given.</summary>
internal sealed class DrawnThisYear(DrawnSoFar drawn) : IExclusionSource
{
    public async Task<IReadOnlyList<Exclusion>> FindAsync(ExclusionQuestion question, CancellationToken stop) => question.Repeat is not null
        ? []
        : [.. (await drawn.SubjectsAsync(question.AsOf.Year, stop)).Select(d => new Exclusion(d.Subject, ExclusionReason.DrawnThisYear))];
}

/// <summary>An item inspected at a subject as often as its organ may in a year is left out there [年度频次上限, R22].</summary>
internal sealed class OrgansCap(DrawnSoFar drawn) : IExclusionSource
{
    public async Task<IReadOnlyList<Exclusion>> FindAsync(ExclusionQuestion question, CancellationToken stop)
    {
        var caps = question.Items.Where(i => i.MostPerYear is not null).ToDictionary(i => i.Code, i => i.MostPerYear!.Value);
        if (caps.Count == 0)
        {
            return [];
        }

        return [.. (await drawn.SubjectsAsync(question.AsOf.Year, stop))
            .SelectMany(d => d.Items.Where(caps.ContainsKey).Select(item => (d.Subject, Item: item)))
            .GroupBy(inspected => inspected)
            .Where(group => group.Count() >= caps[group.Key.Item])
            .Select(group => new Exclusion(group.Key.Subject, ExclusionReason.OrganCap, group.Key.Item))];
    }
}

/// <summary>Whoever was left out of the task's draw by decision.</summary>
internal sealed class LeftOutByDecision(SupervisionDb db) : IExclusionSource
{
    public async Task<IReadOnlyList<Exclusion>> FindAsync(ExclusionQuestion question, CancellationToken stop)
    {
        var itemsOf = question.Tasks.ToDictionary(t => t.Number, t => t.Items);
        var numbers = itemsOf.Keys.ToArray();
        return [.. (await db.LeftOut.AsNoTracking().Where(l => numbers.Contains(l.Task)).ToListAsync(stop))
            .SelectMany(l => itemsOf[l.Task].Select(item => new Exclusion(l.Subject, ExclusionReason.Of(l.Reason), item)))];
    }
}
