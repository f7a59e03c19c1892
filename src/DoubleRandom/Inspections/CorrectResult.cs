using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>
/// Corrects a published result [更正检查结果, R39]: whoever may record it writes the whole sheet anew with a reason; a second
/// person decides. The published edition stands until then and stays visible afterwards.
/// </summary>
[PerRequest]
public sealed class CorrectResult(SupervisionDb db, Publishing publishing, DecisionClock term, TimeProvider clock)
{
    /// <summary>
    /// Asks for a correction. Refused: no right, <c>visit.not-yours</c>, <c>correction.not-published</c>, <c>correction.waits</c>,
    /// <c>correction.nothing-changed</c>, reason missing, every fault of the sheet.
    /// </summary>
    public async Task<Outcome<Id<ResultCorrection>>> AskAsync(Actor actor, Id<Visit> id, WrittenResult written, string? reason, CancellationToken stop = default)
    {
        if ((await db.ToRecordAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var (visit, team) = found;
        if (visit.State != VisitState.Published)
        {
            return InspectionRefusals.WrongState("correction.not-published", visit.State);
        }

        if (await db.ResultCorrections.AnyAsync(c => c.Visit == id && c.State == DecisionState.Asked, stop))
        {
            return InspectionRefusals.CorrectionWaits();
        }

        written = RecordResult.Tidy(visit, written);
        var result = await db.InspectionResults.AsNoTracking().SingleAsync(r => r.Visit == id, stop);
        Refusal?[] faults =
        [
            Reason.Unfit(reason),
            .. new ResultRules(visit, await db.ItemNamesAsync(visit, stop), team, clock.Today()).Judge(written)?.All ?? [],
        ];
        if (Refusal.Of([.. faults.OfType<Refusal>()]) is { } refusal)
        {
            return refusal;
        }

        if (AuditJson.Of(written.Sheet) == AuditJson.Of(result.Sheet) && written.Representative == result.Representative)
        {
            return InspectionRefusals.NothingChanged();
        }

        var correction = new ResultCorrection
        {
            Jurisdiction = visit.Jurisdiction,
            Id = Id<ResultCorrection>.New(clock),
            Visit = id,
            Corrects = result.Edition,
            Sheet = written.Sheet,
            Representative = written.Representative,
            Reason = reason!.Trim(),
            Hand = actor.Hand(),
            AskedBy = actor.Account,
            AskedByName = actor.Name,
            AskedAt = clock.Now(),
            DecideBy = await term.DecideByAsync(stop),
        };
        db.Add(correction);
        db.Touch(visit); // two corrections asked for at the same moment have both found none
        return await db.CommitAsync(actor, new Act("correction.asked") { Reason = correction.Reason }, stop) is { } lost ? lost : correction.Id;
    }

    /// <summary>Approves: the new edition is public at once, the former one stays readable. Refused: no right, own hand, on the team, decided already, <c>log.…</c>.</summary>
    public async Task<Refusal?> ApproveAsync(Actor actor, Id<ResultCorrection> id, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var (visit, correction) = found;
        if (await db.InspectionResults.Where(r => r.Visit == visit.Id).Select(r => r.Edition).SingleAsync(stop) is var edited && edited != correction.Corrects)
        {
            return InspectionRefusals.CorrectionOvertaken(edited);
        }

        var opened = await publishing.OpenAsync(actor, stop);
        if (opened.Refused(out no))
        {
            return no;
        }

        await using var log = opened.Value;
        var result = await db.InspectionResults.SingleAsync(r => r.Visit == visit.Id, stop);
        correction.Approve(actor, clock.Now());
        result.Correct(correction, actor.Name, clock.Now());
        visit.Correct(correction.Sheet.CompletedOn);
        var edition = new ResultEdition
        {
            Jurisdiction = visit.Jurisdiction,
            Visit = visit.Id,
            Edition = result.Edition,
            Sheet = correction.Sheet,
            Representative = correction.Representative,
            WrittenBy = correction.AskedByName,
            ApprovedBy = actor.Name,
            ApprovedAt = clock.Now(),
            Reason = correction.Reason,
        };
        var rows = await publishing.AddAsync(visit, edition, stop);
        return await Publishing.CommitAsync(log, new Act("result.corrected") { Reason = correction.Reason }, visit, edition, rows, stop);
    }

    /// <summary>Declines with a note: the published edition stands. Refused as approving is, and when the note is missing.</summary>
    public async Task<Refusal?> DeclineAsync(Actor actor, Id<ResultCorrection> id, string? note, CancellationToken stop = default)
    {
        if ((await FindAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        if (Reason.Unfit(note) is { } missing)
        {
            return missing;
        }

        found.Correction.Decline(actor, clock.Now(), note!);
        return await db.CommitAsync(actor, new Act("correction.declined") { Reason = note!.Trim() }, stop);
    }

    /// <summary>Why the person may not decide on the correction; null when he may.</summary>
    public async Task<Refusal?> BarredAsync(Actor actor, ResultCorrection correction, CancellationToken stop = default) =>
        await db.SeenBy(actor).AsNoTracking().FirstOrDefaultAsync(v => v.Id == correction.Visit, stop) is { } visit
            ? await BarredAsync(actor, correction, visit, stop)
            : InspectionRefusals.NoSuchCorrection();

    private async Task<Outcome<(Visit Visit, ResultCorrection Correction)>> FindAsync(Actor actor, Id<ResultCorrection> id, CancellationToken stop)
    {
        if (!actor.May(Right.Deputise) && actor.Refuse(Right.ReviewResults) is { } no)
        {
            return no;
        }

        if (await db.ResultCorrections.FirstOrDefaultAsync(c => c.Jurisdiction == actor.Jurisdiction && c.Id == id, stop) is not { } correction
            || await db.SeenBy(actor).FirstOrDefaultAsync(v => v.Id == correction.Visit, stop) is not { } visit)
        {
            return InspectionRefusals.NoSuchCorrection();
        }

        return await BarredAsync(actor, correction, visit, stop) is { } barred ? barred : (visit, correction);
    }

    private async Task<Refusal?> BarredAsync(Actor actor, ResultCorrection correction, Visit visit, CancellationToken stop) =>
        correction.Refuse(actor, Right.ReviewResults, visit.Lead, clock.Today())
        ?? (correction.Hand == actor.Hand() ? InspectionRefusals.OwnHand() : null)
        ?? ((await db.TeamAsync(visit.Id, stop)).Has(actor) ? InspectionRefusals.OnTheTeam() : null);
}
