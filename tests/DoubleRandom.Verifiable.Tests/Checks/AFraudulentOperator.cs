using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Checks;

/// <summary>Each fraud is caught, and the check that catches it says so by name.</summary>
public sealed class AFraudulentOperator
{
    public static TheoryData<string> Frauds => [.. Fraud.All.Select(fraud => fraud.What)];

    [Theory, MemberData(nameof(Frauds))]
    public void Is_caught_by_the_check_that_names_the_fraud(string what)
    {
        var fraud = Fraud.All.Single(fraud => fraud.What == what);

        var report = Verify.Record(fraud.Files(), ARecord.Trust.ToBytes());

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Failures.Select(check => check.Code).ShouldContain(fraud.Code);
    }
}
