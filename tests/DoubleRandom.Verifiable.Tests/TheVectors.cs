namespace DoubleRandom.Verifiable.Tests;

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
}
