using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Deciding;

/// <summary>
/// Asks for what the operator of a draw may not decide alone [提出申请]: void, supplement, replacement, early opening, repeat, leaving out,
/// substitution. What could not be carried out is refused at once, so that nobody is asked in vain.
/// </summary>
[PerRequest]
public sealed class AskDrawChange(SupervisionDb db, IEnumerable<IDecidedAct> acts, DecisionClock term, TimeProvider clock)
{
    /// <summary>The request as it waits. Refused: no right, <c>reason.missing</c>, <c>draw.asked-already</c>, <c>row.changed-meanwhile</c> (another asked at the same moment), or by the act.</summary>
    public async Task<Outcome<DrawRequest>> RunAsync(Actor actor, DrawWanted wanted, CancellationToken stop = default)
    {
        var act = acts.Single(a => a.Kind == wanted.Kind);
        if ((actor.Refuse(act.Asks) ?? Reason.Unfit(wanted.Reason)) is { } no)
        {
            return no;
        }

        if ((await act.JudgeAsync(wanted, stop)).Refused(out no, out var concerned)
            || (no = actor.Refuse(act.Asks, concerned.Department) ?? await AskedAlreadyAsync(wanted, concerned.Attempt, stop)) is not null)
        {
            return no;
        }

        var request = new DrawRequest
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<DrawRequest>.New(clock),
            Kind = wanted.Kind,
            Draw = wanted.Draw,
            Attempt = concerned.Attempt,
            Department = concerned.Department,
            Reason = wanted.Reason.Trim(),
            Code = wanted.Code,
            Part = wanted.Part,
            Stratum = wanted.Stratum,
            Count = wanted.Count,
            SubjectCode = wanted.SubjectCode,
            Slot = wanted.Slot,
            Evidence = wanted.Evidence?.Trim(),
            AskedBy = actor.Account,
            AskedByName = actor.Name,
            AskedAt = clock.Now(),
            DecideBy = await term.DecideByAsync(stop),
        };
        db.Add(request);
        db.Touch(concerned.Row);
        return await db.CommitAsync(actor, new Act("draw.change-asked") { Reason = request.Reason }, stop) is { } lost ? lost : request;
    }

    private async Task<Refusal?> AskedAlreadyAsync(DrawWanted wanted, int attempt, CancellationToken stop) =>
        await db.DrawRequests.AsNoTracking().FirstOrDefaultAsync(
            r => r.State == DecisionState.Asked && r.Kind == wanted.Kind && r.Draw == wanted.Draw && r.Attempt == attempt
                && r.Part == wanted.Part && r.Stratum == wanted.Stratum && r.SubjectCode == wanted.SubjectCode && r.Slot == wanted.Slot, stop) is { } waiting
            ? DrawRefusals.Of("draw.asked-already", null, waiting.AskedByName, waiting.AskedAt.InShanghai().ToString("yyyy-MM-dd HH:mm", null))
            : null;
}
