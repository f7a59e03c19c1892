using System.Globalization;
using DoubleRandom.Storage;

namespace DoubleRandom.Plans;

/// <summary>Human numbers of plans (14 digits) and tasks (18 digits): division, year or day, <c>1</c>, serial of three.</summary>
internal static class PlanNumbers
{
    public static Task<Outcome<string>> OfPlanAsync(SupervisionDb db, Jurisdiction county, int year, CancellationToken stop) =>
        NextAsync(db, county, "plan", year.ToString(CultureInfo.InvariantCulture), stop);

    public static Task<Outcome<string>> OfTaskAsync(SupervisionDb db, Jurisdiction county, DateOnly today, CancellationToken stop) =>
        NextAsync(db, county, "task", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture), stop);

    private static async Task<Outcome<string>> NextAsync(SupervisionDb db, Jurisdiction county, string kind, string period, CancellationToken stop)
    {
        var serial = await NumberSeries.NextAsync(db, county, $"{kind}-{period}", stop);
        return serial > 999
            ? PlanRefusals.Words.Refuse("plan.numbers-used-up", null, period)
            : string.Create(CultureInfo.InvariantCulture, $"{county}{period}1{serial:D3}");
    }
}
