using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Tests;

/// <summary>
/// Frauds by an operator who holds the log's key and signs everything anew, with witnesses who cosign what is consistent:
/// each is caught, and the check that catches it says so by name.
/// </summary>
public sealed class AFraudulentOperator
{
    private static void IsCaught(string code, ARecord record) => IsCaught(code, record.Held());

    private static void IsCaught(string code, Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        var report = Verify.Record(files, ARecord.Trust.ToBytes());
        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Failures.Select(check => check.Code).ShouldContain(code);
    }

    [Fact]
    public void A_chosen_subject_is_caught() => IsCaught("selection.recomputed", new ARecord
    {
        BendResult = result => result with
        {
            Selected = [result.Selected[0] with { Id = "S040" }, .. result.Selected.Skip(1)],
        },
    });

    [Fact]
    public void A_chosen_subject_spoils_the_seal() => IsCaught("sealed.body", new ARecord
    {
        BendResult = result => result with { Selected = [.. result.Selected.Skip(1)] },
    });

    [Fact]
    public void A_subject_that_does_not_take_part_is_caught_by_the_rules_alone() => IsCaught("selection.independent-rules", new ARecord
    {
        BendResult = result => result with { Selected = [result.Selected[0] with { Id = "S011" }, .. result.Selected.Skip(1)] },
    });

    [Fact]
    public void A_subject_drawn_twice_is_caught_by_the_rules_alone() => IsCaught("selection.independent-rules", new ARecord
    {
        BendResult = result => result with { Selected = [result.Selected[0], .. result.Selected.SkipLast(1)] },
    });

    [Fact]
    public void A_chosen_inspector_is_caught() => IsCaught("matching.recomputed", new ARecord
    {
        BendResult = result => WithInspector(result, member: 0, AnotherLeader(result)),
    });

    [Theory]
    [InlineData(1, "SC01", 0)] // one person twice
    [InlineData(0, "SC02", -1)] // no leader
    [InlineData(0, "YJ01", -1)] // another department
    [InlineData(0, "XX77", -1)] // nobody
    public void An_unlawful_team_is_caught_by_the_rules_alone(int member, string inspector, int copyOf) =>
        IsCaught("match.independent-rules", new ARecord
        {
            BendResult = result => WithInspector(result, member, copyOf < 0 ? inspector : result.Bundles[0].Team[copyOf].Inspector),
        });

    [Fact]
    public void A_team_of_one_is_caught_by_the_rules_alone() => IsCaught("match.independent-rules", new ARecord
    {
        BendResult = result => WithFirst(result, bundle => bundle with { Team = [bundle.Team[0]] }),
    });

    [Fact]
    public void A_drawn_subject_left_out_is_caught_by_the_rules_alone() => IsCaught("selection.independent-rules", new ARecord
    {
        BendResult = result => result with { Selected = [.. result.Selected.Skip(1)] },
    });

    [Fact]
    public void An_unqualified_team_is_caught_by_the_rules_alone()
    {
        var firstOnly = new ARecord();
        firstOnly.Held();
        IsCaught("match.independent-rules", new ARecord
        {
            Match = Samples.Rules with { Cover = Matching.Cover.Every },
            BendResult = _ => firstOnly.Outcome.Result,
        });
    }

    [Fact]
    public void A_department_that_sends_nobody_is_caught_by_the_rules_alone() => IsCaught("match.independent-rules", new ARecord
    {
        BendResult = result => result with { Bundles = [.. result.Bundles.Select(b => b with { Team = [.. b.Team.Where(m => m.Department == "SC")] })] },
    });

    [Fact]
    public void A_team_without_a_leader_is_caught_by_the_rules_alone() => IsCaught("match.independent-rules", new ARecord
    {
        BendResult = result => WithFirst(result, bundle => bundle with { Team = [.. bundle.Team.Select(m => m with { IsLeader = false })] }),
    });

    [Fact]
    public void An_opening_without_seal_or_void_is_caught()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        record.Append(1, new DrawOpened(record.Secret, null, []));
        record.Checkpoint();
        IsCaught("phases.order", record.Files);
    }

    [Fact]
    public void A_subject_without_a_team_is_caught_by_the_rules_alone() => IsCaught("match.independent-rules", new ARecord
    {
        BendResult = result => result with { Bundles = [.. result.Bundles.Skip(1)] },
    });

    [Fact]
    public void A_recused_inspector_is_caught_by_the_rules_alone()
    {
        var honest = new ARecord();
        honest.Held();
        var bundle = honest.Outcome.Result.Bundles[0];
        var recusal = Samples.Recusal(9, bundle.Team[0].Inspector, bundle.Subjects[0]);
        IsCaught("match.independent-rules", new ARecord
        {
            Recusals = Freezing.Of(Samples.Suite, [recusal]).OrThrow(),
            BendResult = _ => honest.Outcome.Result,
        });
    }

    [Fact]
    public void An_inspector_over_the_cap_is_caught_by_the_rules_alone()
    {
        var honest = new ARecord();
        honest.Held();
        var tired = honest.Inspectors.Lines.Select(line => line with { Cap = 0, Load = 0 });
        IsCaught("match.independent-rules", new ARecord
        {
            Inspectors = Freezing.Of(Samples.Suite, tired).OrThrow(),
            BendResult = _ => honest.Outcome.Result,
        });
    }

    [Fact]
    public void A_chosen_substitute_is_caught() => IsCaught("changes.recomputed", new ARecord
    {
        Substitutions = [("b00001/SC/2", 0)],
        BendChanges = changes => [.. changes.Select(change => Befriend((SubstitutedInspector)change))],
    });

    [Fact]
    public void A_chosen_supplement_is_caught() => IsCaught("changes.recomputed", new ARecord
    {
        Extensions = [("p1", "A", 1)],
        BendChanges = changes => [.. changes.Select(change => (AddedSubjects)change with { Added = ["S001"] })],
    });

    [Fact]
    public void A_change_that_is_not_told_is_caught() => IsCaught("changes.recomputed", new ARecord
    {
        Extensions = [("p1", "A", 1)],
        BendChanges = _ => [],
    });

    [Fact]
    public void A_match_relaxed_without_need_is_caught() => IsCaught("sealed.body", new ARecord
    {
        BendSealed = body => body with { Match = new SealedMatch(body.Match!.Level! with { CapExtra = 1 }) },
    });

    [Fact]
    public void A_key_that_does_not_follow_from_the_seed_is_caught() => IsCaught("sealed.keys", new ARecord
    {
        BendSealed = body => body with { TicketCommit = Samples.Bytes("another key") },
    });

    [Fact]
    public void A_secret_other_than_the_committed_one_is_caught() =>
        IsCaught("commit.server-secret", new ARecord { SecretTold = Samples.Bytes("another secret") });

    [Fact]
    public void A_seed_from_another_secret_is_caught() => IsCaught("commit.server-secret", new ARecord
    {
        BendCommit = commit => commit with { ServerCommit = CommitRecord.ServerCommitOf(Samples.Suite, commit.DrawId, 1, Samples.Bytes("another")) },
    });

    [Theory]
    [InlineData("A", 1)]
    [InlineData("B", -1)]
    public void A_quota_off_by_one_is_caught(string stratum, int by) => IsCaught("quota.table", new ARecord
    {
        BendCommit = commit => commit with { Parts = [OffByOne(commit.Parts[0], stratum, by), commit.Parts[1]] },
    });

    [Fact]
    public void An_item_in_two_parts_is_caught() => IsCaught("commit.rules", new ARecord
    {
        BendCommit = commit => commit with { Parts = [commit.Parts[0], commit.Parts[1] with { Items = ["food-01"] }] },
    });

    [Fact]
    public void A_witness_who_reveals_another_value_is_caught() => IsCaught("witness.reveals-open", new ARecord { LyingWitness = "w2" });

    [Fact]
    public void A_witness_who_withholds_without_beacon_is_caught() =>
        IsCaught("witness.enough-reveals", new ARecord { WithBeacon = false, WithholdingWitness = "w3" });

    [Fact]
    public void Too_few_reveals_are_caught_even_with_a_beacon() => IsCaught("witness.enough-reveals", new ARecord
    {
        WithholdingWitness = "w3",
        BendCommit = commit => commit with { MinReveals = 3 },
    });

    [Fact]
    public void A_witness_nobody_listed_is_caught() => IsCaught("witness.listed", new ARecord { UnlistedWitness = "w9" });

    [Fact]
    public void Reveals_cosigned_after_the_beacon_are_caught() => IsCaught("beacon.time", new ARecord { SecondsBeforeReveals = 2000 });

    [Fact]
    public void A_beacon_of_another_round_is_caught() => IsCaught("beacon.committed", new ARecord
    {
        BendBeacon = value => BeaconValue.OfQuicknet(((JsonInteger)value.Round).Value + 1, new byte[48]),
    });

    [Fact]
    public void A_beacon_value_that_does_not_follow_from_its_signature_is_caught() => IsCaught("beacon.committed", new ARecord
    {
        BendBeacon = value => value with
        {
            Content = Json.Object(value.Content.Members.Select(m => m.Name == "randomness" ? m with { Value = Samples.Bytes("chosen") } : m)),
        },
    });

    [Fact]
    public void A_beacon_of_another_kind_is_caught() => IsCaught("beacon.committed", new ARecord
    {
        BendBeacon = value => value with { Kind = "nist-2", Content = BeaconValue.OfNist(7, "AB").Content },
    });

    [Theory]
    [InlineData("commit")]
    [InlineData("witness commits")]
    [InlineData("reveals")]
    [InlineData("sealed")]
    [InlineData("extend")]
    [InlineData("substitute")]
    public void A_phase_that_was_not_cosigned_before_the_next_is_caught(string phase) => IsCaught("phases.cosigned", new ARecord
    {
        SkipCheckpointAfter = phase,
        Extensions = [("p1", "A", 1), ("p1", "B", 1)],
        Substitutions = [("b00001/SC/2", 0)],
    });

    [Fact]
    public void A_log_whose_last_entry_nobody_cosigned_is_caught() => IsCaught("checkpoint.covers-log", new ARecord { SkipCheckpointAfter = "opened" });

    [Fact]
    public void A_draw_never_registered_is_caught() => IsCaught("plan.registered", new ARecord { Register = false });

    [Fact]
    public void A_draw_registered_for_another_plan_is_caught() =>
        IsCaught("plan.registered", new ARecord { BendPlan = plan => plan with { PlanRef = "plan-2025" } });

    [Fact]
    public void An_opening_after_the_deadline_is_caught() => IsCaught("opened.in-time", new ARecord
    {
        BendCommit = commit => commit with { RevealNotAfter = new RecordTime(commit.RevealNotAfter.UnixSeconds - 10_000_000) },
    });

    [Fact]
    public void A_commit_record_that_names_another_draw_is_caught() =>
        IsCaught("attempts.gapless", new ARecord { BendCommit = commit => commit with { Attempt = 2 } });

    [Fact]
    public void A_commit_record_of_another_suite_is_caught() =>
        IsCaught("commit.rules", new ARecord { BendCommit = commit => commit with { Suite = "sm3" } });

    private static SubstitutedInspector Befriend(SubstitutedInspector change) =>
        change with { Inspector = change.Inspector == "SC08" ? "SC06" : "SC08" };

    private static DrawResult WithFirst(DrawResult result, Func<Matching.Bundle, Matching.Bundle> bend) =>
        result with { Bundles = [bend(result.Bundles[0]), .. result.Bundles.Skip(1)] };

    private static DrawResult WithInspector(DrawResult result, int member, string inspector) => WithFirst(result, bundle => bundle with
    {
        Team = [.. bundle.Team.Select((m, i) => i == member ? m with { Inspector = inspector } : m)],
    });

    private static string AnotherLeader(DrawResult result) =>
        new[] { "SC01", "SC03", "SC05" }.First(id => result.Bundles[0].Team.All(member => member.Inspector != id));

    private static Part OffByOne(Part part, string stratum, int by) => part with
    {
        QuotaTable = new QuotaTable([.. part.QuotaTable.Rows.Select(row => row.Stratum == stratum ? row with { Quota = row.Quota + by } : row)]),
    };
}
