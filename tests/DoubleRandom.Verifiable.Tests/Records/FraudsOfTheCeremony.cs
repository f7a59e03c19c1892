using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>Frauds in how a draw was prepared, held and opened, each signed and cosigned as if it were true.</summary>
internal static class FraudsOfTheCeremony
{
    private static readonly DrawVoid PowerFailure = new("venue-power-failure", "停电", "A 与 B");

    public static readonly IReadOnlyList<Fraud> All =
    [
        new("A secret other than the committed one", "commit.server-secret", () => new ARecord { SecretTold = Samples.Bytes("another secret") }),
        new("A seed from another secret", "commit.server-secret", () => new ARecord
        {
            BendCommit = commit => commit with { ServerCommit = CommitRecord.ServerCommitOf(Samples.Suite, commit.DrawId, 1, Samples.Bytes("another")) },
        }),
        new("A quota of one too many", "quota.table", () => new ARecord
        {
            BendCommit = commit => commit with { Parts = [OffByOne(commit.Parts[0], "A", 1), commit.Parts[1]] },
        }),
        new("A quota of one too few", "quota.table", () => new ARecord
        {
            BendCommit = commit => commit with { Parts = [OffByOne(commit.Parts[0], "B", -1), commit.Parts[1]] },
        }),
        new("An item in two parts", "commit.rules", () => new ARecord
        {
            BendCommit = commit => commit with { Parts = [commit.Parts[0], commit.Parts[1] with { Items = ["food-01"] }] },
        }),
        new("A witness who reveals another value", "witness.reveals-open", () => new ARecord { LyingWitness = "w2" }),
        new("A witness who withholds without beacon", "witness.enough-reveals", () => new ARecord { WithBeacon = false, WithholdingWitness = "w3" }),
        new("Too few reveals even with a beacon", "witness.enough-reveals", () => new ARecord
        {
            WithholdingWitness = "w3",
            BendCommit = commit => commit with { MinReveals = 3 },
        }),
        new("A witness nobody listed", "witness.listed", () => new ARecord { UnlistedWitness = "w9" }),
        new("Reveals cosigned after the beacon", "beacon.time", () => new ARecord { SecondsBeforeReveals = 2000 }),
        new("A beacon of another round", "beacon.committed", () => new ARecord
        {
            BendBeacon = value => BeaconValue.OfQuicknet(((JsonInteger)value.Round).Value + 1, new byte[48]),
        }),
        new("A beacon value that does not follow from its signature", "beacon.committed", () => new ARecord
        {
            BendBeacon = value => value with
            {
                Content = Json.Object(value.Content.Members.Select(m => m.Name == "randomness" ? m with { Value = Samples.Bytes("chosen") } : m)),
            },
        }),
        new("A beacon of another kind", "beacon.committed", () => new ARecord
        {
            BendBeacon = value => value with { Kind = "nist-2", Content = BeaconValue.OfNist(7, "AB").Content },
        }),
        .. new[] { "commit", "witness commits", "reveals", "sealed", "extend", "substitute" }.Select(phase =>
            new Fraud($"The next phase begun before anybody cosigned: {phase}", "phases.cosigned", () => new ARecord
            {
                SkipCheckpointAfter = phase,
                Extensions = [("p1", "A", 1), ("p1", "B", 1)],
                Substitutions = [("b00001/SC/2", 0)],
            })),
        new("A log whose last entry nobody cosigned", "checkpoint.covers-log", () => new ARecord { SkipCheckpointAfter = "opened" }),
        new("A draw never registered", "plan.registered", () => new ARecord { Register = false }),
        new("A draw registered for another plan", "plan.registered", () => new ARecord { BendPlan = plan => plan with { PlanRef = "plan-2025" } }),
        new("An opening after the deadline", "opened.in-time", () => new ARecord
        {
            BendCommit = commit => commit with { RevealNotAfter = new RecordTime(commit.RevealNotAfter.UnixSeconds - 10_000_000) },
        }),
        new("A commit record that names another draw", "attempts.gapless", () => new ARecord { BendCommit = commit => commit with { Attempt = 2 } }),
        new("A commit record of another suite", "commit.rules", () => new ARecord { BendCommit = commit => commit with { Suite = "sm3" } }),
        new("An opening without seal or void", "phases.order", () => Opened(first: null)),
        new("A void opened with another secret", "commit.server-secret", () => Opened(PowerFailure, Samples.Bytes("another secret"))),
        new("A gap in the attempts", "attempts.gapless", () => AfterAVoid(attempt: 3, entry => entry)),
        new("An attempt that does not name the void before it", "attempt.prev-void", () => AfterAVoid(attempt: 2, _ => Samples.Bytes("another void"))),
    ];

    /// <summary>An attempt that is never sealed, and then opened.</summary>
    private static ARecord Opened(EntryBody? first, Bytes32? secret = null)
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        if (first is not null)
        {
            record.Append(1, first);
            record.Checkpoint();
        }

        record.Append(1, new DrawOpened(secret ?? record.Secret, null, []));
        record.Checkpoint();
        return record;
    }

    private static ARecord AfterAVoid(int attempt, Func<Bytes32, Bytes32> link)
    {
        var record = Opened(PowerFailure);
        record.Held(attempt, link(record.Log.Single(e => e.Body is DrawVoid).LeafHash(Samples.Suite)));
        return record;
    }

    private static Part OffByOne(Part part, string stratum, int by) => part with
    {
        QuotaTable = new QuotaTable([.. part.QuotaTable.Rows.Select(row => row.Stratum == stratum ? row with { Quota = row.Quota + by } : row)]),
    };
}
