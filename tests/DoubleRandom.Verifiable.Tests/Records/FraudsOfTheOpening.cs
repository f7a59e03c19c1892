using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>Frauds in what is opened, in what follows a void, and in a log of several draws of which one is here with its files.</summary>
internal static class FraudsOfTheOpening
{
    private const string Other = "D2026-002";

    private static readonly DrawVoid PowerFailure = new("venue-power-failure", "停电", "A 与 B");

    public static readonly IReadOnlyList<Fraud> All =
    [
        new("A seed of the operator alone", "witness.enough-reveals", () => new ARecord
        {
            WithBeacon = false,
            WitnessNames = [],
            BendCommit = commit => commit with { MinReveals = 0 },
        }),
        new("A secret used again after a void", "secret.fresh", () => AfterAVoid(new ARecord { ReusesSecret = true })),
        new("An attempt begun before anybody cosigned the void", "attempt.prev-void", () => AfterAVoid(new ARecord { SkipCheckpointAfter = "void" }, opensLater: true)),
        new("An attempt begun before anybody cosigned the opening of the voided one", "attempt.prev-void", () => AfterAVoid(new ARecord { SkipCheckpointAfter = "first opening" })),
        new("Keys that do not follow from the seed, where the files lie elsewhere", "sealed.keys", () => BesideAnother(new ARecord
        {
            BendSealed = body => body with { TicketCommit = Samples.Bytes("another key") },
        })),
        new("An opening that names no result, where the files lie elsewhere", "opened.result", () => BesideAnother(new ARecord { Open = false }, record => new DrawOpened(record.Secret, null, []))),
        new("A result of an attempt that was never sealed", "opened.result", () => Voided(new ARecord(), result: Samples.Bytes("a result"))),
        new("A result of an attempt that was voided instead of sealed", "opened.result", () => new ARecord { VoidedInstead = PowerFailure }),
        new("Names told of changes where the result is not told", "opened.result", () => VoidedAfterAChange()),
        new("A candidate passed over twice", "changes.recomputed", () => new ARecord
        {
            Substitutions = [("b00001/SC/2", 1)],
            BendChanges = changes => [.. changes.Select(c => c is SubstitutedInspector s ? s with { Skipped = [.. s.Skipped, .. s.Skipped] } : c)],
        }),
        new("A second stage that leaves some out", "commit.rules", () => new ARecord
        {
            Kind = DrawKind.Match,
            BendCommit = commit => commit with { Parts = [.. commit.Parts.Select(Fewer)] },
        }),
        new("A share of more than everything", "log.canonical", () => new ARecord
        {
            BendCommit = commit => commit with { Parts = [commit.Parts[0], commit.Parts[1] with { Quota = commit.Parts[1].Quota with { RatioBp = Samples.Shares(("", 20_000)) } }] },
        }),
        new("More reveals asked for than there are witnesses, in an attempt that is voided", "commit.rules", () => Voided(new ARecord
        {
            BendCommit = commit => commit with { MinReveals = 4 },
        })),
        new("A result before the opening", "result.before-opening", () => BeforeTheOpening()),
    ];

    /// <summary>A first attempt that is registered, committed, voided and, where wished, opened.</summary>
    private static ARecord Voided(ARecord record, bool opens = true, Bytes32? result = null)
    {
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        record.Append(1, PowerFailure);
        record.Checkpoint("void");
        if (opens)
        {
            record.Append(1, new DrawOpened(record.Secret, result, []));
            record.Checkpoint("first opening");
        }

        return record;
    }

    private static ARecord AfterAVoid(ARecord record, bool opensLater = false)
    {
        Voided(record, opens: !opensLater);
        record.Held(attempt: 2, record.Log.Single(e => e.Body is DrawVoid).LeafHash(Samples.Suite));
        if (opensLater)
        {
            record.Append(1, new DrawOpened(record.Secret, null, []));
            record.Checkpoint();
        }

        return record;
    }

    /// <summary>The draw in question, whose files are then replaced by those of an honest one in the same log.</summary>
    private static ARecord BesideAnother(ARecord record, Func<ARecord, DrawOpened>? opening = null)
    {
        record.Held();
        if (opening is not null)
        {
            record.Append(1, opening(record));
            record.Checkpoint();
        }

        return record.Followed(new ARecord { Roster = Freezing.Of(Samples.Suite, Samples.Roster(30)).OrThrow() }, Other);
    }

    private static ARecord VoidedAfterAChange()
    {
        var record = new ARecord { Open = false, Extensions = [("p1", "A", 1)] };
        record.Held();
        record.Append(1, PowerFailure);
        record.Checkpoint();
        record.Append(1, new DrawOpened(record.Secret, null, record.Changed));
        record.Checkpoint();
        record.Files["result.json"] = record.Outcome.ResultBytes;
        return record;
    }

    /// <summary>The part by fixed numbers, one fewer than there are.</summary>
    private static Part Fewer(Part part) => Part.For(
        part.Id, part.Items, part.StrataAttributes,
        QuotaRule.OfFixed(part.QuotaTable.Rows.ToDictionary(row => row.Stratum, row => row.Eligible - 1, StringComparer.Ordinal)), Samples.Roster(40)).OrThrow();

    private static ARecord BeforeTheOpening()
    {
        var record = new ARecord { Open = false };
        record.Held();
        record.Files["result.json"] = record.Outcome.ResultBytes;
        return record;
    }
}
