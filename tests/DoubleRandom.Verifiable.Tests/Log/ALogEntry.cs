using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Log;

/// <summary>A.4, A.11.3, A.11.13: six members, known types, exact bodies.</summary>
public sealed class ALogEntry
{
    private static string Read(string text) => LogEntry.Parse(Encoding.UTF8.GetBytes(text)).Fault?.Code ?? "read";

    private static string Entry(string type, string body, int attempt = 1) =>
        $"{{\"attempt\":{attempt},\"body\":{body},\"drawId\":\"D1\",\"t\":\"2026-03-02T01:02:03Z\",\"type\":\"{type}\",\"v\":\"drdr/1\"}}";

    [Theory]
    [InlineData("result.published", "{\"anything\":[1]}", "read")]
    [InlineData("drawing.of.a.cat", "{}", "read")]
    [InlineData("draw.unknown", "{}", "entry.type")]
    [InlineData("plan.amended", "{}", "entry.type")]
    [InlineData("witness.left", "{}", "entry.type")]
    [InlineData("inspector.promoted", "{}", "entry.type")]
    [InlineData("", "{}", "entry.type")]
    [InlineData("draw.void", "{\"approval\":\"\",\"code\":\"\",\"reason\":\"\"}", "read")]
    [InlineData("draw.void", "{\"approval\":\"\",\"code\":\"\",\"more\":1,\"reason\":\"\"}", "record.members")]
    [InlineData("draw.void", "[]", "record.member")]
    [InlineData("draw.extend", "{\"approval\":\"\",\"count\":0,\"part\":\"p\",\"reason\":\"\",\"stratum\":\"\"}", "record.member")]
    [InlineData("draw.beacon", "{\"kind\":\"nist-2\",\"outputValue\":\"AB\",\"round\":7,\"signatureValue\":\"more is allowed\"}", "read")]
    [InlineData("draw.beacon", "{\"kind\":\"cn-lottery\",\"numbers\":\"01 02 03 + 04\",\"round\":\"ssq 2026031\"}", "read")]
    [InlineData("draw.beacon", "{\"kind\":\"coin\",\"round\":7}", "beacon.body")]
    public void Types_of_the_format_are_exact_and_others_are_opaque(string type, string body, string expected) =>
        Read(Entry(type, body)).ShouldBe(expected);

    [Theory]
    [InlineData(0, "read")]
    [InlineData(1, "entry.attempt")]
    public void A_registration_is_attempt_zero(int attempt, string expected) =>
        Read(Entry("plan.registered", "{\"kind\":\"both\",\"planRef\":\"p\",\"task\":\"t\"}", attempt)).ShouldBe(expected);

    [Fact]
    public void Everything_else_has_an_attempt_from_one() =>
        Read(Entry("draw.void", "{\"approval\":\"\",\"code\":\"\",\"reason\":\"\"}", 0)).ShouldBe("entry.attempt");

    [Theory]
    [InlineData("\"drdr/1\"", "\"drdr/2\"")]
    [InlineData("2026-03-02T01:02:03Z", "2026-03-02T01:02:03+08:00")]
    [InlineData("2026-03-02T01:02:03Z", "2026-02-30T01:02:03Z")]
    [InlineData("\"D1\"", "\"D 1\"")]
    public void The_frame_is_exact(string right, string wrong) =>
        Read(Entry("result.published", "{}").Replace(right, wrong, StringComparison.Ordinal)).ShouldBe("record.member");

    [Fact]
    public void A_replacement_counts_one_subject()
    {
        var body = new DrawReplace("p", "A", Samples.Bytes("old"), "closed", Samples.Bytes("evidence"), "A 与 B");
        var entry = new LogEntry("D1", 1, new RecordTime(1772410000), body);
        LogEntry.Parse(entry.ToBytes()).OrThrow().ShouldBe(entry);
        Read(Encoding.UTF8.GetString(entry.ToBytes()).Replace("\"count\":1", "\"count\":2", StringComparison.Ordinal)).ShouldBe("record.member");
    }

    [Fact]
    public void A_replacement_of_what_was_not_drawn_there_is_refused()
    {
        var record = new ARecord();
        record.Held();
        var commit = record.Log.Select(e => e.Body).OfType<CommitRecord>().Single();
        var ledger = new ChangeLedger(Samples.Suite, commit, record.Outcome, record.Inspectors, record.Recusals);
        ledger.Replace(9, new DrawReplace("p1", "A", Samples.Bytes("nothing"), "closed", default, "")).Fault!.Code.ShouldBe("replace.opening");
        ledger.Extend(9, new DrawExtend("p1", "A", 1000, "", "")).Fault!.Code.ShouldBe("extend.past-last");
        ledger.Extend(9, new DrawExtend("p1", "Z", 1, "", "")).Fault!.Code.ShouldBe("extend.past-last");
        var everybody = record.Inspectors.Lines.Select(line => new SkippedCandidate(line.Id, "on leave")).ToArray();
        ledger.Substitute(9, new InspectorSubstitute("b00001/SC/1", "", "", ""), everybody).Fault!.Code.ShouldBe("substitute.none");
        ledger.CandidatesFor("b99999/SC/1").Fault!.Code.ShouldBe("substitute.slot-unknown");
    }

    [Fact]
    public void Supplements_and_replacements_continue_the_order_where_the_last_one_stopped()
    {
        var record = new ARecord();
        record.Held();
        var commit = record.Log.Select(e => e.Body).OfType<CommitRecord>().Single();
        var quota = commit.Parts[0].QuotaTable.Rows.Single(row => row.Stratum == "A").Quota;
        var order = record.Outcome.Ranking.Of("p1", "A").Select(subject => subject.Id).ToArray();
        var drawn = record.Outcome.Result.Selected.First(s => s.Parts.Any(p => p is { Part: "p1", Stratum: "A" }));
        var old = record.Outcome.SubjectOpenings.InOrder.Single(opening => opening.SubjectOrBundle == drawn.Id);

        var ledger = new ChangeLedger(Samples.Suite, commit, record.Outcome, record.Inspectors, record.Recusals);
        ledger.Extend(20, new DrawExtend("p1", "A", 2, "", "")).OrThrow().Added.ShouldBe(order[quota..(quota + 2)]);
        ledger.Extend(21, new DrawExtend("p1", "B", 1, "", "")).OrThrow();
        ledger.Replace(22, new DrawReplace("p1", "A", old.Commitment, "closed", default, "")).OrThrow().Added.ShouldBe([order[quota + 2]]);
        ledger.Extend(23, new DrawExtend("p1", "A", 1, "", "")).OrThrow().Added.ShouldBe([order[quota + 3]]);
    }

    [Fact]
    public void The_quicknet_round_after_a_moment_is_published_after_it()
    {
        BeaconChoice.OfQuicknet(1000).PublishedAt.ShouldBe(new RecordTime(1692803367 + 2997));
        foreach (var seconds in Enumerable.Range(0, 7))
        {
            var moment = new RecordTime(1772410000 + seconds);
            var published = BeaconChoice.QuicknetAfter(moment, 60).PublishedAt!.Value.UnixSeconds - moment.UnixSeconds;
            published.ShouldBeInRange(61, 63);
        }
    }
}
