using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.Plans;

/// <summary>The office begins the plan of a year [编制年度计划].</summary>
public sealed class AddPlan(SupervisionDb db, TimeProvider clock)
{
    /// <summary>The plan's number. Refused: no right, <c>plan.name-missing</c>, <c>plan.replacements</c>, <c>plan.year-strange</c>, <c>plan.numbers-used-up</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, int year, string name, string? replacements = null, CancellationToken stop = default)
    {
        var thisYear = clock.Today().Year;
        if ((actor.Refuse(Right.PublishPlans) ?? Refusal.Of([.. PlanTexts.Faults(name, replacements), .. Faults(year, thisYear)])) is { } no)
        {
            return no;
        }

        var number = await PlanNumbers.OfPlanAsync(db, actor.Jurisdiction, year, stop);
        if (number.Refused(out var usedUp))
        {
            return usedUp;
        }

        db.Add(new AnnualPlan
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<AnnualPlan>.New(clock),
            Number = number.Value,
            Year = year,
            Name = name.Trim(),
            Replacements = PlanTexts.Lines(replacements),
        });
        return await db.CommitAsync(actor, new Act("plan.added"), stop) is { } refusal ? refusal : number;
    }

    private static IEnumerable<Refusal> Faults(int year, int thisYear)
    {
        if (year < thisYear || year > thisYear + 1)
        {
            yield return PlanRefusals.Words.Refuse("plan.year-strange", "R9", year, thisYear, thisYear + 1).At("Year");
        }
    }
}
