using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>What every change of a sealed attempt begins and ends with [变更]: the quorum so far, the draw computed again.</summary>
[PerRequest]
public sealed class DrawChanging(SupervisionDb db, Ceremony ceremony, DrawReplay replay)
{
    /// <summary>
    /// Refused: <c>draw.no-such</c>, <c>draw.not-sealed</c>, <c>draw.second-stage</c>, <c>draw.is-voided</c> when the request was for a former attempt,
    /// <c>draw.needs-cosignatures</c>.
    /// </summary>
    internal Task<Outcome<(OpenCeremony Open, Replayed Replayed)>> BeginAsync(Actor decider, DrawRequest request, CancellationToken stop) =>
        BeginAsync(decider, request.Draw, draw => Overtaken(draw, request) ?? draw.NotSealed(), stop);

    /// <summary>Refuses (<c>draw.is-voided</c>) what was asked of a former attempt.</summary>
    internal static Refusal? Overtaken(Draw draw, DrawRequest request) =>
        draw.Attempt == request.Attempt ? null : DrawRefusals.Of("draw.is-voided", null, request.Attempt);

    /// <summary>The same, where what else is asked of the attempt is given.</summary>
    internal async Task<Outcome<(OpenCeremony Open, Replayed Replayed)>> BeginAsync(Actor actor, string number, Func<Draw, Refusal?> refuses, CancellationToken stop)
    {
        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out var no))
        {
            return no;
        }

        var open = opened.Value;
        if ((refuses(open.Draw)
            ?? (open.Draw.State == DrawState.Sealed ? null : DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + open.Draw.State)))
            ?? open.Pen.Cosign()
            ?? await db.CommitAsync(actor, new Act("draw.cosigned"), stop)
            ?? open.NotCosigned()) is { } refusal)
        {
            return refusal;
        }

        var replayed = await replay.RunAsync(open, stop);
        return replayed.Refused(out no) ? no : (open, replayed.Value);
    }

    /// <summary>How many subjects of a task's stratum follow in the one order after all drawn, added and standing in so far; null where there is no such stratum.</summary>
    internal async Task<int?> LeftAsync(Draw draw, string task, string stratum, CancellationToken stop)
    {
        var changes = await db.DrawChanges.AsNoTracking().Where(c => c.Draw == draw.Number && c.Attempt == draw.Attempt).Select(c => c.Index).ToListAsync(stop);
        var entries = await (await LogGlance.FindAsync(db, stop))!.EntriesAsync([draw.CommitIndex, .. changes], stop);
        var part = ((CommitRecord)entries[draw.CommitIndex].Body).Parts.FirstOrDefault(p => p.Id == task);
        return part?.QuotaTable.Rows.FirstOrDefault(r => r.Stratum == stratum) is { } row
            ? row.Eligible - row.Quota - entries.Values.Sum(entry => entry.Body switch
            {
                DrawExtend extend when extend.Part == task && extend.Stratum == stratum => extend.Count,
                DrawReplace replace when replace.Part == task && replace.Stratum == stratum => 1,
                _ => 0,
            })
            : null;
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
