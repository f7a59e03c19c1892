using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Deciding;

/// <summary>
/// Decides on a request that concerns a draw [审批抽取事项]: the head of the department, at his own desk, never who asked nor who holds the draw. What is
/// approved is carried out in the same act.
/// </summary>
[PerRequest]
public sealed class DecideDrawChange(SupervisionDb db, IEnumerable<IDecidedAct> acts, TimeProvider clock)
{
    /// <summary>Approves. Refused: no right, <c>draw.no-such-request</c>, <c>decision.…</c>, <c>draw.operator-decides</c>, or by the act; then the request still waits.</summary>
    public async Task<Refusal?> ApproveAsync(Actor actor, Id<DrawRequest> id, CancellationToken stop = default) =>
        (await FindAsync(actor, id, stop)).Refused(out var no, out var request)
            ? no
            : await ActOf(request).CarryOutAsync(actor, request, stop);

    /// <summary>Declines with a note. Refused as approving is, and when the note is missing.</summary>
    public async Task<Refusal?> DeclineAsync(Actor actor, Id<DrawRequest> id, string? note, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, stop)).Refused(out var no, out var request) || (no = Reason.Unfit(note)) is not null)
        {
            return no;
        }

        request!.Decline(actor, clock.Now(), note!);
        return await db.CommitAsync(actor, new Act("draw.change-declined") { Reason = note!.Trim() }, stop);
    }

    /// <summary>Takes back what waits: who asked, or whoever holds draws. Refused: no right, <c>draw.no-such-request</c>, <c>decision.already-decided</c>, note missing.</summary>
    public async Task<Refusal?> WithdrawAsync(Actor actor, Id<DrawRequest> id, string? note, CancellationToken stop = default)
    {
        if (!actor.May(Right.AskSubstitution) && actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        if (await db.DrawRequests.FirstOrDefaultAsync(r => r.Id == id, stop) is not { } request)
        {
            return DrawRefusals.Of("draw.no-such-request", null);
        }

        if ((Withdrawing(actor, request)
            ?? (request.State == DecisionState.Asked ? null : DecisionRefusals.AlreadyDecided(request))
            ?? Reason.Unfit(note)) is { } refused)
        {
            return refused;
        }

        request.Withdraw(actor, clock.Now(), note!);
        return await db.CommitAsync(actor, new Act("draw.change-withdrawn") { Reason = note!.Trim() }, stop);
    }

    /// <summary>Refuses whoever may not take this request back.</summary>
    internal static Refusal? Withdrawing(Actor actor, DrawRequest request) =>
        actor.Account is { } account && account == request.AskedBy ? null : actor.Refuse(Right.HoldDraws);

    /// <summary>Refuses whoever may not decide on this request.</summary>
    internal Refusal? Refuse(Actor actor, DrawRequest request, Guid? @operator) =>
        request.Refuse(actor, ActOf(request).Decides, request.Department, clock.Today())
        ?? (actor.Account == @operator ? DrawRefusals.Of("draw.operator-decides", null) : null);

    private async Task<Outcome<DrawRequest>> FindAsync(Actor actor, Id<DrawRequest> id, CancellationToken stop)
    {
        if (!actor.May(Right.Deputise) && !actor.May(Right.ApproveSubstitution) && actor.Refuse(Right.ApproveDraws) is { } no)
        {
            return no;
        }

        if (await db.DrawRequests.FirstOrDefaultAsync(r => r.Id == id, stop) is not { } request)
        {
            return DrawRefusals.Of("draw.no-such-request", null);
        }

        var @operator = await db.Draws.Where(d => d.Number == request.Draw && d.Attempt == request.Attempt).Select(d => d.Operator).FirstOrDefaultAsync(stop);
        return (Refuse(actor, request, @operator) ?? await ActOf(request).BarsAsync(actor, request, stop)) is { } barred ? barred : request;
    }

    private IDecidedAct ActOf(DrawRequest request) => acts.Single(a => a.Kind == request.Kind);
}
