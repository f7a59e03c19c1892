using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>The office begins the plan of a year [编制年度计划].</summary>
[PerRequest]
public sealed class AddPlan(SupervisionDb db, TimeProvider clock)
{
    /// <summary>
    /// The plan's number; a form sent twice brings the same <paramref name="form"/> and gets the same number. Refused: no right, <c>plan.name-missing</c>, <c>plan.replacements</c>, <c>plan.year-strange</c>, <c>plan.numbers-used-up</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, int year, string name, string? replacements = null, Guid? form = null, CancellationToken stop = default)
    {
        var thisYear = clock.Today().Year;
        if ((actor.Refuse(Right.PublishPlans) ?? Refusal.Of([.. PlanTexts.Faults(name, replacements), .. Faults(year, thisYear)])) is { } no)
        {
            return no;
        }

        var id = Id<AnnualPlan>.Of(form, clock);
        if (await BegunAsync(id, name, stop) is { } begun)
        {
            return begun;
        }

        var number = await PlanNumbers.OfPlanAsync(db, actor.Jurisdiction, year, stop);
        if (number.Refused(out var usedUp))
        {
            return usedUp;
        }

        db.Add(new AnnualPlan
        {
            Jurisdiction = actor.Jurisdiction,
            Id = id,
            Number = number.Value,
            Year = year,
            Says = (name.Trim(), PlanTexts.Lines(replacements)),
        });
        if (await db.CommitAsync(actor, new Act("plan.added"), stop) is not { } refusal)
        {
            return number;
        }

        return await BegunAsync(id, name, stop) is { } twin ? twin : refusal;
    }

    private Task<string?> BegunAsync(Id<AnnualPlan> id, string name, CancellationToken stop) =>
        db.Plans.Where(p => p.Id == id && p.Name == name.Trim()).Select(p => p.Number).FirstOrDefaultAsync(stop);

    private static IEnumerable<Refusal> Faults(int year, int thisYear)
    {
        if (year < thisYear || year > thisYear + 1)
        {
            yield return PlanRefusals.Words.Refuse("plan.year-strange", "R9", year, thisYear, thisYear + 1).At("Year");
        }
    }
}
