using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>Why an attempt is voided [作废原因]; the code stands in the log.</summary>
public enum VoidCode
{
    /// <summary>Power, network or machine failed at the venue [现场故障].</summary>
    VenueFailure,

    /// <summary>The frozen lists turned out wrong [名单有误].</summary>
    WrongLists,

    /// <summary>Names became known before the notices [名单泄露].</summary>
    NamesLeaked,

    /// <summary>A witness withheld his contribution or cosignature [见证人未完成].</summary>
    WitnessWithheld,

    /// <summary>No complete set of teams existed [无法匹配].</summary>
    NoMatch,

    /// <summary>The plan was lawfully changed [计划调整].</summary>
    PlanChanged,
}

/// <summary>Ends an attempt before any notice was served [作废]: by two people, with code and reason, for everybody to see.</summary>
[PerRequest]
public sealed class VoidDraw(SupervisionDb db, Ceremony ceremony)
{
    /// <summary>
    /// The attempt voided. Refused: no right, <c>draw.approval-missing</c>, <c>draw.same-person</c>, <c>draw.approver-has-no-right</c>,
    /// <c>draw.reason</c>, <c>draw.is-voided</c>, <c>draw.already-opened</c>, <c>draw.notice-served</c>, <c>draw.needs-cosignatures</c>.
    /// </summary>
    public async Task<Outcome<DrawKey>> RunAsync(Actor actor, string number, VoidCode code, string reason, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? DrawRefusals.Unfit(reason)) is { } no)
        {
            return no;
        }

        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out no) || (no = await RefusalAsync(opened.Value, approver, stop)) is not null)
        {
            return no;
        }

        var (open, draw) = (opened.Value, opened.Value.Draw);
        var approval = DrawRefusals.Words.InChinese("approval", actor.Name, approver!.Name);
        draw.Void(open.Pen.Write(open.Entry(new DrawVoid(CodeOf(code), reason.Trim(), approval))), reason.Trim());
        foreach (var held in await db.DrawnSubjects.Where(d => d.MatchedBy == draw.Number).ToListAsync(stop))
        {
            held.TakeBack();
        }

        foreach (var task in draw.StageOf is not null ? [] : await db.Tasks.Where(t => draw.Tasks.Contains(t.Number)).ToListAsync(stop))
        {
            task.GiveBack();
        }

        return await db.CommitAsync(actor, new Act("draw.voided") { Reason = $"{code}: {reason.Trim()} ({approval})" }, stop) is { } lost
            ? lost
            : new DrawKey(draw.Number, draw.Attempt);
    }

    internal static string CodeOf(VoidCode code) => code switch
    {
        VoidCode.VenueFailure => "venue-failure",
        VoidCode.WrongLists => "wrong-lists",
        VoidCode.NamesLeaked => "names-leaked",
        VoidCode.WitnessWithheld => "witness-withheld",
        VoidCode.NoMatch => "no-match",
        _ => "plan-changed",
    };

    private async Task<Refusal?> RefusalAsync(OpenCeremony open, Actor? approver, CancellationToken stop)
    {
        var draw = open.Draw;
        if (DrawRefusals.SecondPerson(open.Actor, approver, Right.ApproveDraws, draw.Operator) is { } alone)
        {
            return alone;
        }

        if (draw.State is DrawState.Voided or DrawState.Opened)
        {
            return DrawRefusals.Of(draw.State == DrawState.Voided ? "draw.is-voided" : "draw.already-opened", null, draw.Attempt);
        }

        if (await db.Draws.AsNoTracking().FirstOrDefaultAsync(d => d.StageOf == draw.Number && d.State != DrawState.Voided, stop) is { } stage)
        {
            return DrawRefusals.Of("draw.has-second-stage", null, stage.Number);
        }

        return draw.NoticeServedAt is { } served
            ? DrawRefusals.Of("draw.notice-served", null, served.InShanghai().ToString("yyyy-MM-dd HH:mm", null))
            : await CosignAsync(open, stop);
    }

    /// <summary>What was done so far must carry the quorum before the void is written over it.</summary>
    private async Task<Refusal?> CosignAsync(OpenCeremony open, CancellationToken stop) =>
        open.Pen.Cosign() ?? await db.CommitAsync(open.Actor, new Act("draw.cosigned"), stop) ?? open.NotCosigned();
}
