using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Lists;

/// <summary>A.3: exact members, ascending ids, one spelling.</summary>
public sealed class FrozenInputs
{
    private static readonly Suite Suite = Suite.Sha256;
    private static readonly string Line = Encoding.UTF8.GetString(CanonicalBytes.Of(Samples.Roster(1)[0].ToJson()));

    private static string Read(string file) => Freezing.Read<RosterLine>(Suite, Encoding.UTF8.GetBytes(file)).Fault?.Code ?? "read";

    [Fact]
    public void A_file_is_read_back_whatever_the_order_it_was_given_in()
    {
        var file = Freezing.Of(Suite, Samples.Roster(20).Reverse()).OrThrow();
        var read = Freezing.Read<RosterLine>(Suite, file.Bytes).OrThrow();
        read.Commitment.ShouldBe(file.Commitment);
        read.Lines.Select(line => line.Id).ShouldBe(Samples.Roster(20).Select(line => line.Id));
        read.IndexOf("S007").ShouldBe(6);
        read.IndexOf("S999").ShouldBe(-1);
        MerkleProof.Includes(Suite, read.Commitment.Root, 20, 6, MerkleHash.Leaf(Suite, read.LeafBytes(6).Span), read.Tree.InclusionProof(6)).ShouldBeTrue();
    }

    [Fact]
    public void An_empty_file_has_no_lines() => Freezing.Of(Suite, Array.Empty<RecusalLine>()).OrThrow().Commitment.ShouldBe(new FileCommitment(Suite.Hash([]), 0));

    [Fact]
    public void Two_lines_of_one_id_are_refused() =>
        Freezing.Of(Suite, [Samples.Roster(1)[0], Samples.Roster(1)[0] with { Area = "T9" }]).Fault!.Code.ShouldBe("file.order");

    [Fact]
    public void A_list_is_frozen_up_to_the_largest_size_and_refused_beyond()
    {
        var roster = Samples.Roster(20);
        var length = Freezing.Of(Suite, roster).OrThrow().Bytes.Length;
        Freezing.Of(Suite, roster, null, length).OrThrow().Bytes.Length.ShouldBe(length);
        Freezing.Of(Suite, roster, null, length - 1).Fault!.Code.ShouldBe("file.too-large");
    }

    [Fact]
    public void A_last_line_without_line_feed_is_refused() => Read(Line).ShouldBe("file.last-line");

    [Fact]
    public void Millions_of_lines_that_are_none_are_refused_before_each_is_noted() => Read(new string('\n', 5_000_000)).ShouldBe("file.lines");

    [Fact]
    public void The_refusal_names_the_line() =>
        Freezing.Read<RosterLine>(Suite, Encoding.UTF8.GetBytes(Line + "\n" + Line + "\n")).Fault!.English.ShouldStartWith("roster, line 2");

    [Theory]
    [InlineData("\"excl\":\"\"", "\"excl\":\"\",\"extra\":1")]
    [InlineData("\"excl\":\"\",", "")]
    [InlineData("\"id\":\"S001\"", "\"id\":\"\"")]
    [InlineData("\"id\":\"S001\"", "\"id\":\"企业\"")]
    [InlineData("\"id\":\"S001\"", "\"id\":\"a234567890123456789012345678901234567890123456789\"")]
    [InlineData("\"id\":\"S001\"", "\"id\":7")]
    [InlineData("\"area\":\"T2\"", "\"area\":\"T 2\"")]
    [InlineData("[\"food-01\"]", "[\"food-01\",\"food-01\"]")]
    [InlineData("[\"food-01\"]", "[\"food-02\",\"food-01\"]")]
    [InlineData("[\"food-01\"]", "[1]")]
    [InlineData("\"skip\":{}", "\"skip\":{\"food-01\":\"organ-cap\"}")]
    [InlineData("\"skip\":{}", "\"skip\":{\"fire-01\":1}")]
    [InlineData("{\"risk\":\"B\"}", "{\"risk\":2}")]
    public void A_line_of_another_form_is_refused(string right, string wrong)
    {
        Line.ShouldContain(right);
        Read(Line.Replace(right, wrong, StringComparison.Ordinal) + "\n").ShouldBeOneOf("record.member", "record.members");
    }

    [Fact]
    public void A_salt_is_sixteen_bytes_that_differ_by_kind_and_id()
    {
        var salts = new[]
        {
            LineSalt.Of<RosterLine>(Suite, Samples.Bytes("s"), "A"),
            LineSalt.Of<RosterLine>(Suite, Samples.Bytes("s"), "B"),
            LineSalt.Of<InspectorLine>(Suite, Samples.Bytes("s"), "A"),
            LineSalt.Of<RosterLine>(Suite, Samples.Bytes("t"), "A"),
        };
        salts.ShouldBeUnique();
        salts.ShouldAllBe(salt => Hex.Is(salt, 16));
    }

    [Fact]
    public void A_draw_over_other_lists_than_the_committed_ones_is_refused()
    {
        var record = new ARecord();
        var commit = record.CommitRecordOf();
        DrawRun.Refusal(commit, record.Roster, record.Inspectors, record.Recusals).ShouldBeNull();
        var other = Freezing.Of(Suite, Samples.Roster(39)).OrThrow();
        DrawRun.Refusal(commit, other, record.Inspectors, record.Recusals)!.Code.ShouldBe("roster.root");
        DrawRun.Refusal(commit, record.Roster, Freezing.Of(Suite, Samples.Inspectors(8, 3)).OrThrow(), record.Recusals)!.Code.ShouldBe("inspectors.root");
        DrawRun.Refusal(commit, record.Roster, record.Inspectors, Freezing.Of(Suite, Array.Empty<RecusalLine>()).OrThrow())!.Code.ShouldBe("recusals.root");
        DrawRun.Refusal(commit with { DrawId = "双随机" }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("record.member");
        DrawRun.Refusal(commit with { MinReveals = 4 }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("commit.witnesses");
        DrawRun.Refusal(commit with { Match = null }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("commit.match");
        DrawRun.Refusal(commit with { Kind = DrawKind.Match }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("commit.second-stage");
        DrawRun.Refusal(commit with { Parts = [commit.Parts[1], commit.Parts[0]] }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("parts.order");
        DrawRun.Refusal(commit with { Parts = [commit.Parts[0]] }, record.Roster, record.Inspectors, record.Recusals)!.Code.ShouldBe("roster.items");
    }

    [Fact]
    public void An_attribute_is_needed_of_those_whom_the_part_concerns()
    {
        var line = Samples.Roster(1)[0] with { Attributes = new Dictionary<string, string>() };
        Part.For("p", ["food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares()), [line]).Fault!.Code.ShouldBe("roster.stratum-attribute");
        Part.For("p", ["other-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares()), [line]).Succeeded.ShouldBeTrue();
        var spaced = line with { Attributes = new Dictionary<string, string> { ["risk"] = "A|B" } };
        Part.For("p", ["food-01"], ["risk"], QuotaRule.OfRatio(Samples.Shares()), [spaced]).Fault!.Code.ShouldBe("roster.stratum-attribute");
    }
}
