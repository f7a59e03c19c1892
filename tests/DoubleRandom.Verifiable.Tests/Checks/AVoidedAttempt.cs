using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Verifiable.Tests.Record;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Checks;

/// <summary>A.10, A.11.9: a void keeps its number, is opened, and is linked from the next attempt.</summary>
public sealed class AVoidedAttempt
{
    private static readonly DrawVoid Power = new("venue-power-failure", "停电", "A 与 B");

    private static VerificationReport Check(ARecord record) => Verify.Record(record.Files, ARecord.Trust.ToBytes());

    private static LogEntry FirstAttempt(ARecord record, bool voided = true, bool opened = true)
    {
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        var entry = record.Append(1, voided ? Power : new OtherEntry("result.published", Json.Object()));
        record.Checkpoint();
        if (opened)
        {
            record.Append(1, new DrawOpened(record.Secret, null, []));
            record.Checkpoint();
        }

        return entry;
    }

    [Fact]
    public void Opened_and_linked_from_the_next_attempt_it_is_valid()
    {
        var record = new ARecord();
        var voided = FirstAttempt(record);
        record.Held(attempt: 2, prevVoid: voided.LeafHash(Samples.Suite));
        var report = Check(record);
        report.Failures.Select(check => check.English).ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void Must_be_opened_within_its_deadline()
    {
        var record = new ARecord();
        var voided = FirstAttempt(record, opened: false);
        record.Held(attempt: 2, prevVoid: voided.LeafHash(Samples.Suite));
        var deadline = record.Log.Select(e => e.Body).OfType<CommitRecord>().First().RevealNotAfter;
        Check(record).Verdict.ShouldBe(Verdict.Valid);
        Verify.Record(record.Files, ARecord.Trust.ToBytes(), new RecordTime(deadline.UnixSeconds + 1))
            .Failures.ShouldHaveSingleItem().Code.ShouldBe("opened.present");
    }

    [Fact]
    public void A_next_attempt_that_is_not_linked_is_caught()
    {
        var record = new ARecord();
        FirstAttempt(record);
        record.Held(attempt: 2, prevVoid: Samples.Bytes("another void"));
        Check(record).Failures.Select(check => check.Code).ShouldBe(["attempt.prev-void"]);
    }

    [Fact]
    public void A_next_attempt_without_a_void_is_caught()
    {
        var record = new ARecord();
        var notVoid = FirstAttempt(record, voided: false, opened: false);
        record.Held(attempt: 2, prevVoid: notVoid.LeafHash(Samples.Suite));
        Check(record).Failures.Select(check => check.Code).ShouldContain("attempt.prev-void");
    }

    [Fact]
    public void The_same_beacon_round_in_two_attempts_is_caught()
    {
        var round = BeaconChoice.OfQuicknet(30_000_000);
        var record = new ARecord { BendCommit = commit => commit with { Beacon = round } };
        var voided = FirstAttempt(record);
        record.Held(attempt: 2, prevVoid: voided.LeafHash(Samples.Suite));
        Check(record).Failures.Select(check => check.Code).ShouldContain("beacon.fresh-round");
    }

    [Fact]
    public void An_opening_with_another_secret_is_caught()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        record.Append(1, Power);
        record.Checkpoint();
        record.Append(1, new DrawOpened(Samples.Bytes("another secret"), null, []));
        record.Checkpoint();
        Check(record).Failures.Select(check => check.Code).ShouldBe(["commit.server-secret"]);
    }

    [Fact]
    public void Without_files_its_opening_may_name_no_result()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        record.Append(1, Power);
        record.Checkpoint();
        record.Append(1, new DrawOpened(record.Secret, Samples.Bytes("a result nobody can see"), []));
        record.Checkpoint();
        Check(record).Failures.Select(check => check.Code).ShouldBe(["opened.result", "files.present"]);
    }

    [Fact]
    public void The_published_second_attempt_is_reached_and_its_entries_are_written_as_they_were_read()
    {
        var example = new WorkedExample("example-sha256-void", "attempt-2/", attempt: 2);
        example.Log.Select(entry => Encoding.UTF8.GetString(entry.ToBytes())).ShouldBe(example.LogLines.Select(line => Encoding.UTF8.GetString(line.Span)));
        example.Outcome.ResultHash.ShouldBe(example.Opened.ResultHash!.Value);
        example.Outcome.ResultBytes.ToArray().ShouldBe(example.Record["attempt-2/result.json"].ToArray());
        example.Outcome.Sealed.ShouldBe(example.Log.Select(e => e.Body).OfType<DrawSealed>().Single());
    }
}
