using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Draws;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>
/// Decides on a request to replace an inspector [审批更换]: the head of the department that the place belongs to, never who
/// asked nor who is replaced. Approval gives the place to the next in the draw's own order, on every visit of the team where
/// nothing is recorded yet.
/// </summary>
[PerRequest]
public sealed class DecideSubstitution(SupervisionDb db, TimeProvider clock, ISubstitutionOrder order)
{
    /// <summary>
    /// The substitute. Refused: no right, <c>decision.…</c>, <c>substitution.absent-decides</c>,
    /// <c>substitution.result-entered</c>, <c>substitution.place-changed</c>, or by the draw's order.
    /// </summary>
    public async Task<Outcome<Id<Directories.Inspector>>> ApproveAsync(Actor actor, Id<SubstitutionRequest> id, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var (request, place) = found;
        var visits = await db.Visits.Where(v => v.Jurisdiction == actor.Jurisdiction && v.Draw == request.Draw && v.Attempt == request.Attempt
            && db.VisitMembers.Any(m => m.Visit == v.Id && m.Slot == request.Slot)).ToListAsync(stop);
        var open = visits.Where(v => v.State == VisitState.Pending).ToList();
        if (open.Find(v => v.Id == request.Visit) is null)
        {
            return AssignmentRefusals.ResultEntered(visits.Single(v => v.Id == request.Visit).State);
        }

        if (place.Inspector != request.Absent)
        {
            return AssignmentRefusals.PlaceChanged();
        }

        var asked = new PlaceToFill(
            request.Draw, request.Attempt, request.Slot, request.Reason.ToString(), request.Evidence, $"{request.AskedByName}; {actor.Name}")
        {
            NotAvailable = await ReplacedBeforeAsync(request, stop),
        };
        if ((await order.FillAsync(actor, asked, stop)).Refused(out var exhausted, out var substitute))
        {
            return exhausted;
        }

        var ids = open.ConvertAll(v => v.Id);
        foreach (var member in await db.VisitMembers.Where(m => m.Slot == request.Slot && ids.Contains(m.Visit)).ToListAsync(stop))
        {
            member.Inspector = substitute;
        }

        open.ForEach(visit => visit.TeamChanged());
        request.Approve(actor, clock.Now(), substitute);
        return await db.CommitAsync(actor, new Act("substitution.approved"), stop) is { } lost ? lost : substitute;
    }

    /// <summary>Declines with a note. Refused as approving is, and when the note is missing.</summary>
    public async Task<Refusal?> DeclineAsync(Actor actor, Id<SubstitutionRequest> id, string? note, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        if (Reason.Unfit(note) is { } missing)
        {
            return missing;
        }

        found.Request.Decline(actor, clock.Now(), note!);
        return await db.CommitAsync(actor, new Act("substitution.declined") { Reason = note!.Trim() }, stop);
    }

    private async Task<Outcome<(SubstitutionRequest Request, VisitMember Place)>> FindAsync(Actor actor, Id<SubstitutionRequest> id, CancellationToken stop)
    {
        if (!actor.May(Right.Deputise) && actor.Refuse(Right.ApproveSubstitution) is { } no)
        {
            return no;
        }

        if (await db.SubstitutionRequests.FirstOrDefaultAsync(r => r.Jurisdiction == actor.Jurisdiction && r.Id == id, stop) is not { } request)
        {
            return AssignmentRefusals.NoSuchRequest();
        }

        var place = await db.VisitMembers.SingleAsync(m => m.Visit == request.Visit && m.Slot == request.Slot, stop);
        if (request.Refuse(actor, Right.ApproveSubstitution, place.Department, clock.Today()) is { } barred)
        {
            return barred;
        }

        return actor.InspectorNumber is { } number && await db.Inspectors.AnyAsync(i => i.Id == request.Absent && i.Number == number, stop)
            ? AssignmentRefusals.AbsentDecides()
            : (request, place);
    }

    /// <summary>
    /// Who was replaced in this draw before does not come back by the order of another place: away on a leave that the directory does not
    /// know, gone, bound elsewhere; recused from a subject of this very team.
    /// </summary>
    private async Task<IReadOnlyList<Passed>> ReplacedBeforeAsync(SubstitutionRequest request, CancellationToken stop)
    {
        var before = await (
            from r in db.SubstitutionRequests.AsNoTracking()
            join i in db.Inspectors on r.Absent equals i.Id
            where r.Draw == request.Draw && r.Attempt == request.Attempt && r.State == DecisionState.Approved
            select new { i.Id, i.Number, r.Reason, r.Slot, r.DecidedAt }).ToListAsync(stop);
        var ids = before.ConvertAll(b => b.Id);
        var leaves = (await db.Leaves.AsNoTracking().Where(l => ids.Contains(l.Inspector)).ToListAsync(stop)).ToLookup(l => l.Inspector);
        return [.. before
            .Select(b => (b.Number, Code: b.Reason switch
            {
                SubstitutionReason.OnLeave when leaves[b.Id].Any(l => l.To >= b.DecidedAt!.Value.Day()) => null, // the directory knows it and its end
                SubstitutionReason.OnLeave => ExclusionReason.OnLeave,
                SubstitutionReason.LeftPost => "transferred",
                SubstitutionReason.OtherDuty => ExclusionReason.OtherDuty,
                SubstitutionReason.RecusalUpheld when BundleOf(b.Slot) == BundleOf(request.Slot) => ExclusionReason.Recusal,
                _ => null, // an expired certificate is the directory's to tell
            }))
            .Where(b => b.Code is not null)
            .Select(b => new Passed(b.Number, b.Code!))];
    }

    private static string BundleOf(string slot) => slot[..slot.IndexOf('/', StringComparison.Ordinal)];
}
