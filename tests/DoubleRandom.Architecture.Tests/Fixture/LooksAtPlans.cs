using DoubleRandom.Plans;

namespace DoubleRandom.Audit.Fixture;

/// <summary>Looks where Audit may not look, so that the test of the edges is seen to fail.</summary>
internal static class LooksAtPlans
{
    public static string NameOf(AnnualPlan plan) => plan.Name;
}
