using System.Text;
using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Drawing;

/// <summary>A roster cut at any lines and drawn in ranges is drawn as in one.</summary>
public sealed class DrawingInRanges
{
    private static readonly RosterLine[] Roster = [.. Samples.Roster(999).Select((line, i) => i % 50 == 7 ? line with { Exclusion = "注\"销\"" } : line)];
    private static readonly FrozenFile<RosterLine> File = Freezing.Of(Samples.Suite, Roster).OrThrow();
    private static readonly Part[] Parts =
    [
        Part.For("fire", ["fire-01"], [], QuotaRule.OfRatio(Samples.Shares(("", 1000))), Roster).OrThrow(),
        Part.For("food", ["food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares(("A", 500), ("B", 2000), ("C", 10000))), Roster).OrThrow(),
    ];

    private static IEnumerable<Suite> Suites => [Suite.Sha256, Suite.Sm3];

    /// <summary>The file in that many ranges, of any lengths: some have no line.</summary>
    private static IEnumerable<(long First, ReadOnlyMemory<byte> Lines)> Ranges(int count)
    {
        var cuts = Enumerable.Range(1, count - 1).Select(i => (int)(Samples.Bytes($"cut {i} of {count}").Leading % 1000)).Order().Append(999).ToArray();
        var ends = Enumerable.Range(0, 999).Select(File.LeafBytes).Aggregate(new List<int> { 0 }, (sums, line) => [.. sums, sums[^1] + line.Length + 1]);
        return cuts.Select((cut, i) => (From: i == 0 ? 0 : cuts[i - 1], To: cut)).Select(r => ((long)r.From, File.Bytes[ends[r.From]..ends[r.To]]));
    }

    private static Answer<RangeDraw> Draw(Suite suite, Bytes32 key, int ranges, TicketLimits limits) => Ranges(ranges)
        .Select(range => RangeDraw.Of(suite, key, Parts, limits, range.Lines.Span))
        .Aggregate((whole, next) => whole.OrThrow().Join(next.OrThrow()));

    /// <summary>A.7 as it is written: every ticket, sorted.</summary>
    private static string[] Ordered(Suite suite, Bytes32 key, Part part, string stratum) => [.. Roster
        .Where(line => part.Includes(line) && part.StratumOf(line) == stratum)
        .Select(line => (Ticket: Ranking.TicketOf(suite, key, line.Id), line.Id))
        .Order()
        .Select(subject => subject.Id)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Any_number_of_ranges_gives_the_bytes_of_one(int ranges)
    {
        foreach (var suite in Suites)
        {
            var key = Samples.Bytes("ticket key");
            var whole = Selection.Draw(Ranking.Of(suite, key, Parts, File), Parts, [0, 0]).OrThrow().InDrawOrder;
            var ranking = Ranking.Of(Parts, limits => Draw(suite, key, ranges, limits)).OrThrow();
            Texts(Selection.Draw(ranking, Parts, [0, 0]).OrThrow().InDrawOrder).ShouldBe(Texts(whole));
            foreach (var (part, row) in Parts.SelectMany(part => part.QuotaTable.Rows.Select(row => (part, row))))
            {
                ranking.Of(part.Id, row.Stratum).Select(subject => subject.Id).ShouldBe(Ordered(suite, key, part, row.Stratum));
            }

            Ranges(ranges).Select(range => MerkleRange.Of(suite, range.First, range.Lines.Span)).Aggregate((left, right) => left.Join(right)).Root
                .ShouldBe(MerkleTree.Of(suite, Enumerable.Range(0, 999).Select(File.LeafBytes)).Root);
        }
    }

    [Fact]
    public void Ranges_join_in_any_order_of_joining()
    {
        var limits = TicketLimits.For(Parts);
        var drawn = Ranges(5).Select(range => RangeDraw.Of(Samples.Suite, Samples.Bytes("k"), Parts, limits, range.Lines.Span).OrThrow()).ToArray();
        var trees = Ranges(5).Select(range => MerkleRange.Of(Samples.Suite, range.First, range.Lines.Span)).ToArray();
        var fromRight = Join(drawn[0], Join(drawn[1], Join(drawn[2], Join(drawn[3], drawn[4]))));
        fromRight.Size.ShouldBe(999);
        fromRight.Ids.ShouldBe(new IdSpan("S001", "S999"));
        Parts.Zip(fromRight.Census.Eligible).ShouldAllBe(found => found.First.QuotaTable.Rows.All(row => found.Second[row.Stratum] == row.Eligible));
        trees[0].Join(trees[1].Join(trees[2].Join(trees[3].Join(trees[4])))).Root.ShouldBe(File.Commitment.Root);

        static RangeDraw Join(RangeDraw left, RangeDraw right) => left.Join(right).OrThrow();
    }

    [Fact]
    public void Ranges_that_do_not_follow_each_other_do_not_join()
    {
        var drawn = Ranges(2).Select(range => RangeDraw.Of(Samples.Suite, default, Parts, TicketLimits.For(Parts), range.Lines.Span).OrThrow()).ToArray();
        drawn[1].Join(drawn[0]).Fault!.Code.ShouldBe("file.order");
        var trees = Ranges(2).Select(range => MerkleRange.Of(Samples.Suite, range.First, range.Lines.Span)).ToArray();
        Should.Throw<ArgumentException>(() => trees[1].Join(trees[0]));
        Should.Throw<InvalidOperationException>(() => trees[1].Root);
    }

    [Theory]
    [InlineData("no line feed", "file.last-line")]
    [InlineData("no line\n", "json.unreadable")]
    public void A_range_out_of_form_is_refused(string line, string code) =>
        RangeDraw.Of(Samples.Suite, default, Parts, TicketLimits.For(Parts), Encoding.UTF8.GetBytes(line)).Fault!.Code.ShouldBe(code);

    [Fact]
    public void A_bound_that_was_too_small_is_doubled_until_it_is_not()
    {
        var (key, calls) = (Samples.Bytes("key"), 0);
        var ranking = Ranking.Of(Parts, Starved).OrThrow();
        calls.ShouldBeGreaterThan(3);
        Texts(Selection.Draw(ranking, Parts, []).OrThrow().InDrawOrder)
            .ShouldBe(Texts(Selection.Draw(Ranking.Of(Samples.Suite, key, Parts, File), Parts, []).OrThrow().InDrawOrder));

        Answer<RangeDraw> Starved(TicketLimits limits)
        {
            // At first each bound a thousandth of what it should be.
            calls++;
            var scarce = limits.Of.ToDictionary(bound => bound.Key, bound => new TicketLimit(bound.Value.Bound >> (calls <= 3 ? 10 : 0)));
            return Draw(Samples.Suite, key, 3, new TicketLimits(scarce));
        }
    }

    [Fact]
    public void The_bound_lets_the_quota_through_with_little_beside_it()
    {
        TicketLimit.For(0, 1).Admits(new Bytes32(Enumerable.Repeat((byte)0xff, 32).ToArray())).ShouldBeTrue();
        TicketLimit.For(100, 1000).ShouldBe(new TicketLimit((UInt128)196 * (UInt128.One << 64) / 1000));
        TicketLimit.For(1000, 1000).Doubled.ShouldBe(TicketLimit.For(1000, 1000));
        Gen.Long[0, 1L << 40].Sample(k =>
        {
            var root = TicketLimit.RootUp(k);
            (root * root >= k && (root == 0 || (root - 1) * (root - 1) < k)).ShouldBeTrue();
        });
    }

    private static IEnumerable<string> Texts(IEnumerable<SelectedSubject> drawn) =>
        drawn.Select(s => Convert.ToHexString(CanonicalBytes.Of(s.ToJson())));
}
