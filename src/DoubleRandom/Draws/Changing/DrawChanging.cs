using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Draws.Changing;

/// <summary>What every change of a sealed attempt begins and ends with [变更]: a second person, the quorum so far, the draw computed again.</summary>
[PerRequest]
public sealed class DrawChanging(SupervisionDb db, Ceremony ceremony, DrawReplay replay)
{
    internal static string Approval(Actor actor, Actor approver) => DrawRefusals.Words.InChinese("approval", actor.Name, approver.Name);

    /// <summary>Refused: <c>draw.no-such</c>, <c>draw.not-sealed</c>, approval, <c>draw.needs-cosignatures</c>.</summary>
    internal Task<Outcome<(OpenCeremony Open, Replayed Replayed)>> BeginAsync(Actor actor, string number, Actor? approver, Right approval, CancellationToken stop) =>
        BeginAsync(actor, number, draw => (draw.StageOf is { } first ? DrawRefusals.Of("draw.second-stage", null, first) : null)
            ?? DrawRefusals.SecondPerson(actor, approver, approval, approval == Right.ApproveDraws ? draw.Operator : null), stop);

    /// <summary>The same, where what else is asked of the attempt is given.</summary>
    internal async Task<Outcome<(OpenCeremony Open, Replayed Replayed)>> BeginAsync(Actor actor, string number, Func<Draw, Refusal?> refuses, CancellationToken stop)
    {
        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out var no))
        {
            return no;
        }

        var open = opened.Value;
        if (open.Draw.State != DrawState.Sealed)
        {
            return DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + open.Draw.State));
        }

        if ((refuses(open.Draw)
            ?? open.Pen.Cosign()
            ?? await db.CommitAsync(actor, new Act("draw.cosigned"), stop)
            ?? open.NotCosigned()) is { } refusal)
        {
            return refusal;
        }

        var replayed = await replay.RunAsync(open, stop);
        return replayed.Refused(out no) ? no : (open, replayed.Value);
    }

    /// <summary>How many subjects of a part's stratum follow in the one order after all drawn, added and standing in so far.</summary>
    internal static int Left(OpenCeremony open, Part part, string stratum)
    {
        var row = part.QuotaTable.Rows.First(r => r.Stratum == stratum);
        return row.Eligible - row.Quota - open.Changes.Select(c => open.Pen.State.EntryAt(c.Index).Body).Sum(change => change switch
        {
            DrawExtend extend when extend.Part == part.Id && extend.Stratum == stratum => extend.Count,
            DrawReplace replace when replace.Part == part.Id && replace.Stratum == stratum => 1,
            _ => 0,
        });
    }

    /// <summary>Writes the entry and keeps the names that the opening will tell.</summary>
    internal void Write(OpenCeremony open, EntryBody entry, string reason, string approval, IReadOnlyList<string> names, IReadOnlyList<Passed> skipped)
    {
        // Whoever hands out the names at the same moment must not hand out the former ones.
        db.Touch(open.Draw);
        db.Add(new DrawChange
        {
            Jurisdiction = open.Draw.Jurisdiction,
            Draw = open.Draw.Number,
            Attempt = open.Draw.Attempt,
            Index = open.Pen.Write(open.Entry(entry)),
            Type = entry.Type,
            Reason = reason,
            Approval = approval,
            Skipped = skipped,
            Names = [.. names],
            At = db.Clock.Now(),
        });
    }
}
