using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Checks;

/// <summary>Where a rule ends, the text says on which side a record lies.</summary>
public sealed class AtTheEdges
{
    public static TheoryData<string> Records => [.. EdgeRecord.All.Select(record => record.What)];

    [Theory, MemberData(nameof(Records))]
    public void A_record_is_what_the_text_says(string what)
    {
        var edge = EdgeRecord.All.Single(record => record.What == what);

        Verify.Record(edge.Files(), edge.Trust).Verdict.ShouldBe(edge.Verdict);
    }
}
