using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>What is asked.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Slot">The place in its team.</param>
/// <param name="Reason">Why, from the closed list.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record SubstitutionWish(Id<Visit> Visit, string Slot, SubstitutionReason Reason, string? Evidence);

/// <summary>Asks for an inspector to be replaced [申请更换检查人员]. Whoever asks names nobody: the draw's own order does.</summary>
[PerRequest]
public sealed class AskSubstitution(SupervisionDb db, DecisionClock term, TimeProvider clock)
{
    /// <summary>
    /// Refused: no right (an inspector asks for his own visits, a clerk for his department's places, the office for all),
    /// <c>substitution.result-entered</c>, <c>substitution.draw-opened</c>, <c>substitution.already-asked</c>, a text missing,
    /// <c>row.changed-meanwhile</c> (another request for the place came first).
    /// </summary>
    public async Task<Outcome<Id<SubstitutionRequest>>> RunAsync(Actor actor, SubstitutionWish wish, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.AskSubstitution) is { } no)
        {
            return no;
        }

        if (await db.SeenBy(actor).AsNoTracking().FirstOrDefaultAsync(v => v.Id == wish.Visit, stop) is not { } visit)
        {
            return AssignmentRefusals.NoSuchVisit();
        }

        if (await db.VisitMembers.AsNoTracking().FirstOrDefaultAsync(m => m.Visit == visit.Id && m.Slot == wish.Slot, stop) is not { } place)
        {
            return AssignmentRefusals.NoSuchPlace(wish.Slot).At("Slot");
        }

        if (!await OnTeamAsync(actor, visit, stop) && actor.Refuse(Right.AskSubstitution, place.Department) is { } foreign)
        {
            return foreign;
        }

        var refusals = new[]
        {
            visit.State == VisitState.Pending ? null : AssignmentRefusals.ResultEntered(visit.State),
            AssignmentRefusals.NoEvidence(wish.Evidence),
            await db.Draws.AnyAsync(d => d.Number == visit.Draw && d.Attempt == visit.Attempt && d.State == DrawState.Opened, stop) ? AssignmentRefusals.DrawOpened() : null,
            await AskedAlreadyAsync(visit, wish.Slot, stop) ? AssignmentRefusals.AlreadyAsked() : null,
        };
        if (Refusal.Of([.. refusals.OfType<Refusal>()]) is { } refusal)
        {
            return refusal;
        }

        var request = new SubstitutionRequest
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<SubstitutionRequest>.New(clock),
            Draw = visit.Draw,
            Attempt = visit.Attempt,
            Slot = place.Slot,
            Visit = visit.Id,
            Absent = place.Inspector,
            Reason = wish.Reason,
            Evidence = wish.Evidence!.Trim(),
            AskedBy = actor.Account,
            AskedByName = actor.Name,
            AskedAt = clock.Now(),
            DecideBy = await term.DecideByAsync(stop),
        };
        db.Add(request);

        // Two requests for one place at the same moment have both found none: the place lets only one of them pass.
        db.Touch(await db.TeamPlaces.SingleAsync(p => p.Draw == visit.Draw && p.Attempt == visit.Attempt && p.Slot == place.Slot, stop));
        return await db.CommitAsync(actor, new Act("substitution.asked") { Reason = request.Evidence }, stop) is { } lost ? lost : request.Id;
    }

    private Task<bool> OnTeamAsync(Actor actor, Visit visit, CancellationToken stop) => actor.InspectorNumber is { } number
        ? db.Visits.Where(v => v.Id == visit.Id).Of(db, number).AnyAsync(stop)
        : Task.FromResult(false);

    private Task<bool> AskedAlreadyAsync(Visit visit, string slot, CancellationToken stop) => db.SubstitutionRequests.AnyAsync(
        r => r.Draw == visit.Draw && r.Attempt == visit.Attempt && r.Slot == slot && r.State == DecisionState.Asked, stop);
}
