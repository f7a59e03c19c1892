using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.Plans;

/// <summary>The office begins the plan of a year [编制年度计划].</summary>
public sealed class AddPlan(SupervisionDb db, TimeProvider clock)
{
    /// <summary>The plan's number. Refused: no right, <c>plan.name-missing</c>, <c>plan.year-strange</c>, <c>plan.numbers-used-up</c>.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, int year, string name, CancellationToken stop = default)
    {
        var thisYear = clock.Today().Year;
        if ((actor.Refuse(Right.PublishPlans) ?? Refusal.Of([.. Faults(year, name, thisYear)])) is { } no)
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
        });
        return await db.CommitAsync(actor, new Act("plan.added"), stop) is { } refusal ? refusal : number;
    }

    private static IEnumerable<Refusal> Faults(int year, string name, int thisYear)
    {
        if (name.Trim().Length is 0 or > 200)
        {
            yield return PlanRefusals.Words.Refuse("plan.name-missing", "R7").At("Name");
        }

        if (year < thisYear || year > thisYear + 1)
        {
            yield return PlanRefusals.Words.Refuse("plan.year-strange", "R9", year, thisYear, thisYear + 1).At("Year");
        }
    }
}
