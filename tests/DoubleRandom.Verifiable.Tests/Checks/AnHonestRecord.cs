using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Checks;

public sealed class AnHonestRecord
{
    private static VerificationReport Check(Dictionary<string, ReadOnlyMemory<byte>> files, RecordTime? asOf = null) =>
        Verify.Record(files, ARecord.Trust.ToBytes(), asOf);

    private static void ShouldBeValid(VerificationReport report)
    {
        report.Failures.Select(check => $"{check.Code} {check.English}").ShouldBeEmpty();
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void A_record_made_through_the_interface_is_valid() => ShouldBeValid(Check(new ARecord().Held()));

    [Fact]
    public void Records_of_every_kind_of_rule_are_valid()
    {
        var records = Enumerable.Range(0, 100).Select(ManyRecords.Held).ToArray();

        records.ShouldAllBe(record => Check(record.Files, null).Verdict == Verdict.Valid);
        records.Count(record => record.Outcome.Shortages.Count > 0).ShouldBeInRange(5, 30); // no complete set of teams
        records.Count(record => record.Changed.Count > 3).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_sealed_attempt_that_was_voided_is_shown_whole_beside_the_next()
    {
        var record = new ARecord { FirstIsVoided = new("venue-power-failure", "停电", "A 与 B"), Extensions = [("p1", "A", 1)] };
        record.Held();
        record.Held(attempt: 2, record.Log.Single(e => e.Body is DrawVoid).LeafHash(Samples.Suite));
        ShouldBeValid(Check(record.Files));
    }

    [Fact]
    public void A_record_without_beacon_is_valid_when_every_witness_revealed() =>
        ShouldBeValid(Check(new ARecord { WithBeacon = false }.Held()));

    [Fact]
    public void With_a_beacon_a_witness_may_withhold() => ShouldBeValid(Check(new ARecord { WithholdingWitness = "w2" }.Held()));

    [Fact]
    public void A_draw_of_subjects_only_has_no_teams_and_is_valid()
    {
        var record = new ARecord { Kind = DrawKind.Objects, Match = null };
        ShouldBeValid(Check(record.Held()));
        record.Outcome.Sealed.Match.ShouldBeNull();
        record.Outcome.Sealed.TeamRoot.ShouldBe(Samples.Suite.Hash([]));
    }

    [Fact]
    public void A_second_stage_draws_its_whole_roster_by_fixed_numbers()
    {
        var record = new ARecord
        {
            Kind = DrawKind.Match,
            Roster = Freezing.Of(Samples.Suite, Samples.Roster(10)).OrThrow(),
            BendCommit = commit => commit with { Parts = [Whole("p1", "food-01", commit), Whole("p2", "fire-01", commit)] },
        };
        ShouldBeValid(Check(record.Held()));
        record.Outcome.Result.Selected.Count.ShouldBe(10);

        Part Whole(string id, string item, CommitRecord commit)
        {
            var eligible = Samples.Roster(10).Count(line => line.TakesPart && line.Items.Contains(item));
            return Part.For(id, [item], [], QuotaRule.OfFixed(Samples.Shares(("", eligible))), Samples.Roster(10)).OrThrow();
        }
    }

    [Fact]
    public void An_impossible_matching_leaves_the_subjects_drawn_and_the_record_valid()
    {
        var record = new ARecord { Inspectors = Freezing.Of(Samples.Suite, Samples.Inspectors(1, 1)).OrThrow() };
        ShouldBeValid(Check(record.Held()));
        record.Outcome.Sealed.Match.ShouldBe(new SealedMatch((MatchLevel?)null));
        record.Outcome.Result.Selected.ShouldNotBeEmpty();
        record.Outcome.Shortages.ShouldNotBeEmpty();
    }

    [Fact]
    public void Supplements_replacements_and_substitutions_in_the_fixed_order_are_valid()
    {
        var record = new ARecord
        {
            Extensions = [("p1", "A", 2), ("p2", "", 1), ("p1", "A", 1)],
            Replacements = [("p1", "A")],
            Substitutions = [("b00001/SC/1", 0), ("b00002/SC/2", 1), ("b00001/SC/1", 0)],
        };
        ShouldBeValid(Check(record.Held()));
        record.Log.Select(e => e.Body).OfType<DrawOpened>().Single().Changes.Count.ShouldBe(7);
    }

    [Fact]
    public void A_draw_not_yet_opened_is_pending_until_its_deadline_and_invalid_after()
    {
        var record = new ARecord { Open = false };
        var files = record.Held();
        var report = Check(files);
        ShouldBeValid(report);
        report.Checks.Single(check => check.Code == "opened.present").Status.ShouldBe(CheckStatus.Pending);

        var deadline = record.Log.Select(e => e.Body).OfType<CommitRecord>().Single().RevealNotAfter;
        ShouldBeValid(Check(files, deadline));
        Check(files, new RecordTime(deadline.UnixSeconds + 1)).Failures.ShouldHaveSingleItem().Code.ShouldBe("opened.present");
    }

    [Fact]
    public void A_task_only_registered_is_pending()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Checkpoint();
        var report = Check(record.Files);
        ShouldBeValid(report);
        report.Checks.ShouldContain(check => check.Status == CheckStatus.Pending && check.Code == "attempts.gapless");
    }

    [Fact]
    public void Several_draws_share_a_log_and_the_files_belong_to_the_one_whose_roots_they_match()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-9"), "OTHER");
        record.Append(0, new OtherEntry("result.published", Json.Object(("anything", "at all"))), "OTHER");
        record.Checkpoint();
        ShouldBeValid(Check(record.Held()));
    }

    [Fact]
    public void A_second_opened_draw_of_the_log_is_checked_by_the_log_alone()
    {
        var record = new ARecord();
        record.Held(drawId: "D2026-002");
        var report = Check(record.Held());
        ShouldBeValid(report);
        report.Checks.ShouldContain(check => check.DrawId == "D2026-002" && check.Code == "files.present" && check.Status == CheckStatus.NotChecked);
        report.Checks.ShouldContain(check => check.DrawId == "D2026-001" && check.Code == "result.hash" && check.Status == CheckStatus.Pass);
    }

    [Fact]
    public void Signature_lines_of_unknown_keys_are_ignored_whatever_they_say()
    {
        var files = new ARecord().Held();
        var name = files.Keys.First(key => key.StartsWith("checkpoints/", StringComparison.Ordinal));
        files[name] = new[] { files[name].ToArray(), "— stranger.example AAAA\n"u8.ToArray(), "— other !!!\n"u8.ToArray() }.SelectMany(b => b).ToArray();
        ShouldBeValid(Check(files));
    }

    [Fact]
    public void Every_notice_leads_to_the_sealed_root_and_no_other_subjects_does()
    {
        var record = new ARecord();
        record.Held();
        var place = record.Log.Select(e => e.Body.Type).ToList().IndexOf("draw.sealed");
        foreach (var subject in record.Outcome.Result.Selected)
        {
            var proof = NoticeProof.For(ARecord.DrawId, 1, place, record.Outcome.SubjectOpenings, subject.Id).OrThrow();
            var read = NoticeProof.Parse(proof.ToBytes()).OrThrow();
            read.Contradiction(Samples.Suite, record.Log).ShouldBeNull();
            read.Subject.ShouldBe(subject.Id);
        }

        NoticeProof.For(ARecord.DrawId, 1, place, record.Outcome.SubjectOpenings, "S999").Fault!.Code.ShouldBe("notice.not-drawn");
    }
}
