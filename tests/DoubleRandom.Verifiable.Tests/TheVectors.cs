namespace DoubleRandom.Verifiable.Tests;

/// <summary>The published records, verified as a citizen would.</summary>
public sealed class TheVectors
{
    [Theory]
    [InlineData("example-sha256")]
    [InlineData("example-sha256-void")]
    public void A_published_record_is_valid(string name)
    {
        var report = Verify.Record(Vectors.Record(name), Vectors.Trust(name));
        report.Failures.Select(check => check.English).ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
        report.Checks.ShouldContain(check => check.English.Contains("beacon signature: not checked"));
    }

    [Fact]
    public void A_record_of_the_suite_sm3_is_unusable_and_the_report_says_why()
    {
        var report = Verify.Record(Vectors.Record("example-sm3"), Vectors.Trust("example-sm3"));
        report.Verdict.ShouldBe(Verdict.Unusable);
        var check = report.Failures.ShouldHaveSingleItem();
        check.English.ShouldContain("does not support the suite sm3");
        check.Chinese.ShouldContain("尚不支持国密套件 sm3");
    }
}
