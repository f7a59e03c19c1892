using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Record;

/// <summary>The draw itself, its roster worked through in ranges by whoever and however many: the same bytes.</summary>
public sealed class DrawingOnAllProcessors
{
    /// <summary>One after another from the last; on all processors; on three threads.</summary>
    private static readonly RangeWork[] Ways =
    [
        (ranges, range) => Enumerable.Range(0, ranges).Reverse().ToList().ForEach(range),
        (ranges, range) => Parallel.For(0, ranges, range),
        (ranges, range) => Parallel.For(0, ranges, new ParallelOptions { MaxDegreeOfParallelism = 3 }, range),
    ];

    private static readonly Suite Suite = Samples.Suite;
    private static readonly byte[] Roster = Freezing.Of(Suite, Samples.Roster(999)).OrThrow().Bytes.ToArray();

    public static TheoryData<int, int> RangesAndWays => [.. from ranges in (int[])[1, 2, 7, 64] from way in Enumerable.Range(0, 3) select (ranges, way)];

    /// <summary>The roster in exactly as many ranges.</summary>
    private static FrozenFile<RosterLine> Read(int ranges, RangeWork work)
    {
        for (var length = Roster.Length; true; length--)
        {
            var file = LineFile.Split(Roster, work, length).OrThrow();
            if (file.InRanges(range => range.First).Length == ranges)
            {
                return Freezing.Read<RosterLine>(Suite, file, null).OrThrow();
            }

            length = Math.Min(length, (Roster.Length / ranges) + 1);
        }
    }

    [Theory]
    [MemberData(nameof(RangesAndWays))]
    public void Any_number_of_ranges_gives_the_order_and_the_root_of_one(int ranges, int way)
    {
        var whole = Freezing.Read<RosterLine>(Suite, Roster).OrThrow();
        var inRanges = Read(ranges, Ways[way]);
        inRanges.Commitment.ShouldBe(whole.Commitment);
        var parts = new[] { Part.For("food", ["fire-01", "food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares(("A", 500), ("B", 2000), ("C", 10000))), whole.Lines).OrThrow() };
        var key = Samples.Bytes("ticket key");
        RosterRules.Violation(parts, RosterRules.CensusOf(parts, inRanges)).ShouldBeNull();
        foreach (var row in parts[0].QuotaTable.Rows)
        {
            Order(inRanges, row).ShouldBe(Order(whole, row));
        }

        IEnumerable<string> Order(FrozenFile<RosterLine> file, QuotaRow row) =>
            Ranking.Of(Suite, key, parts, file).Of("food", row.Stratum).Select(subject => $"{subject.Ticket} {subject.Id}");
    }

    [Theory]
    [InlineData("example-sha256", "", 1)]
    [InlineData("example-sm3", "", 1)]
    [InlineData("example-sha256-void", "attempt-2/", 2)]
    public void The_worked_examples_come_out_byte_for_byte(string record, string files, int attempt)
    {
        var whole = new WorkedExample(record, files, attempt).Outcome;
        foreach (var (way, rangeLength) in from way in Ways from rangeLength in (int[])[1, 200, 700, 1200] select (way, rangeLength))
        {
            var inRanges = new WorkedExample(record, files, attempt, way, rangeLength).Outcome;
            inRanges.ResultBytes.Span.SequenceEqual(whole.ResultBytes.Span).ShouldBeTrue();
            CanonicalBytes.Of(inRanges.Sealed.ToJson()).ShouldBe(CanonicalBytes.Of(whole.Sealed.ToJson()));
        }
    }

    [Fact]
    public void A_roster_of_some_tens_of_thousands_is_shared_out_and_a_shorter_one_is_not()
    {
        var handedOut = new List<int>();
        Freezing.Of(Suite, Lines(15_000), Counting).OrThrow();
        handedOut.ShouldBeEmpty();
        var roster = Lines(40_000);
        var shared = Freezing.Of(Suite, roster, Counting).OrThrow();
        handedOut.ShouldAllBe(ranges => ranges == 2);
        handedOut.ShouldNotBeEmpty();
        var parts = new[] { Part.For("food", ["fire-01", "food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares(("A", 100), ("B", 100), ("C", 100))), roster).OrThrow() };
        var one = Freezing.Read<RosterLine>(Suite, shared.Bytes).OrThrow();
        shared.Commitment.ShouldBe(one.Commitment);
        Texts(shared).ShouldBe(Texts(one));

        void Counting(int ranges, Action<int> range)
        {
            handedOut.Add(ranges);
            Ways[1](ranges, range);
        }

        IEnumerable<string> Texts(FrozenFile<RosterLine> file) =>
            Selection.Draw(Ranking.Of(Suite, Samples.Bytes("key"), parts, file), parts, []).OrThrow().InDrawOrder.Select(s => Encoding.UTF8.GetString(CanonicalBytes.Of(s.ToJson())));
    }

    [Fact]
    public void A_verification_shares_out_what_it_can_and_reports_what_one_thread_does()
    {
        var (trust, handedOut) = (ARecord.Trust.ToBytes(), 0);
        var files = new ARecord { Roster = Freezing.Of(Suite, Lines(40_000)).OrThrow(), Kind = DrawKind.Objects, Match = null }.Held();
        var alone = Verify.Record(files, trust);
        var shared = Verify.Record(files, trust, work: Counting);
        shared.Verdict.ShouldBe(Verdict.Valid);
        shared.Checks.ShouldBe(alone.Checks);

        // Form, root, census, draw.
        handedOut.ShouldBe(4);

        void Counting(int ranges, Action<int> range)
        {
            handedOut++;
            Ways[1](ranges, range);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(999)]
    public void A_fault_names_the_line_of_the_file_in_whatever_range_it_lies(int number)
    {
        var lines = Encoding.UTF8.GetString(Roster).Split('\n');
        lines[number - 1] = lines[number - 1].Replace("\"skip\":{}", "\"skip\":[]", StringComparison.Ordinal);
        SaysTheSameInRanges(string.Join('\n', lines)).ShouldStartWith($"roster, line {number}: ");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(500)]
    [InlineData(999)]
    public void A_line_that_is_not_after_the_former_is_found_where_ranges_meet_too(int number)
    {
        var lines = Encoding.UTF8.GetString(Roster).Split('\n');
        lines[number - 1] = lines[number - 2];
        SaysTheSameInRanges(string.Join('\n', lines)).ShouldBe($"roster, line {number}: Ids must be strictly ascending.");
    }

    /// <summary>The sentence of one range, having been compared with that of a range for each line and of other cuts.</summary>
    private static string SaysTheSameInRanges(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var whole = Freezing.Read<RosterLine>(Suite, bytes).Fault!;
        foreach (var length in (int[])[1, 1000, 40_000])
        {
            Freezing.Read<RosterLine>(Suite, LineFile.Split(bytes, Ways[1], length), null).Fault.ShouldBe(whole);
        }

        return whole.English;
    }

    private static RosterLine[] Lines(int count) => [.. Samples.Roster(count).Select((line, i) => line with { Id = $"91530999MA6{i:D7}" })];
}
