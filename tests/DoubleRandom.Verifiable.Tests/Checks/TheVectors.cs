using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifiable.Tests.Checks;

/// <summary>The published records, verified as a citizen would.</summary>
public sealed class TheVectors
{
    [Theory]
    [InlineData("example-sha256")]
    [InlineData("example-sha256-void")]
    [InlineData("example-sm3")]
    public void A_published_record_is_valid(string name)
    {
        var report = Verify.Record(Vectors.Record(name), Vectors.Trust(name));
        report.Failures.Select(check => check.English).ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        report.Checks.ShouldContain(check => check.English.Contains("beacon signature: not checked"));
    }

    [Theory]
    [InlineData("example-rules-1")]
    [InlineData("example-rules-2")]
    [InlineData("example-rules-3")]
    [InlineData("example-ties")]
    [InlineData("example-void-sealed")]
    public void A_record_that_decides_between_readings_of_the_rules_is_valid(string name) =>
        Verify.Record(Vectors.Record(name), Vectors.Trust(name)).Failures.Select(check => check.English).ShouldBeEmpty();
}
