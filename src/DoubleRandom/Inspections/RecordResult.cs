using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>
/// Writes the result of a visit [录入检查结果]: by its team or the clerk of a department in it (谁检查、谁录入, R16). A draft
/// keeps whatever is typed; submitting asks for all rules of the sheet and hands it to the second person.
/// </summary>
[PerRequest]
public sealed class RecordResult(SupervisionDb db, TimeProvider clock)
{
    /// <summary>
    /// Keeps a draft. The new version, for the next save. Refused: no right, <c>visit.not-yours</c>, <c>visit.withdrawn</c>, <c>result.not-open</c>,
    /// <c>row.changed-meanwhile</c> when another hand saved since <paramref name="seen"/>.
    /// </summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="id">The visit.</param>
    /// <param name="seen">Version that the form was filled from; empty when nothing was stored.</param>
    /// <param name="written">The sheet as typed.</param>
    /// <param name="stop">Stops the act.</param>
    public Task<Outcome<Guid>> SaveAsync(Actor actor, Id<Visit> id, Guid seen, WrittenResult written, CancellationToken stop = default) =>
        RunAsync(actor, id, seen, written, submit: false, stop);

    /// <summary>Submits for review. Refused as saving is, and with every fault of the sheet (§ <see cref="ResultRules"/>).</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public Task<Outcome<Guid>> SubmitAsync(Actor actor, Id<Visit> id, Guid seen, WrittenResult written, CancellationToken stop = default) =>
        RunAsync(actor, id, seen, written, submit: true, stop);

    private async Task<Outcome<Guid>> RunAsync(Actor actor, Id<Visit> id, Guid seen, WrittenResult written, bool submit, CancellationToken stop)
    {
        if ((await db.ToRecordAsync(actor, id, stop)).Refused(out var no, out var found))
        {
            return no;
        }

        var (visit, team) = found;
        if (visit.State == VisitState.Withdrawn)
        {
            return InspectionRefusals.Withdrawn(visit.WithdrawnBecause);
        }

        if (visit.State is VisitState.AwaitingReview or VisitState.Published)
        {
            return InspectionRefusals.WrongState("result.not-open", visit.State);
        }

        var rules = new ResultRules(visit, await db.ItemNamesAsync(visit, stop), team, clock.Today());
        written = Tidy(visit, written);
        if ((submit ? rules.Judge(written) : rules.JudgeDraft(written)) is { } faults)
        {
            return faults;
        }

        var stored = await db.InspectionResults.FirstOrDefaultAsync(r => r.Visit == id, stop);
        if (stored is not null && await db.StaleAsync(stored, seen, stop) is { } stale)
        {
            return stale;
        }

        var result = Write(actor, visit, stored, written);
        DateOnly? completedOn = written.Sheet.CompletedOn is { } day && day <= clock.Today() ? day : null;
        if (submit)
        {
            visit.Submit(completedOn);
            result.Submit(actor.Name, clock.Now());
        }
        else
        {
            visit.Draft(completedOn);
        }

        return await db.CommitAsync(actor, new Act(submit ? "result.submitted" : "result.drafted"), stop) is { } lost ? lost : result.Version;
    }

    private InspectionResult Write(Actor actor, Visit visit, InspectionResult? stored, WrittenResult written)
    {
        var result = stored ?? new InspectionResult { Jurisdiction = visit.Jurisdiction, Visit = visit.Id };
        result.Save(written, actor.Hand(), actor.Name, clock.Now());
        if (stored is null)
        {
            db.Add(result);
        }

        return result;
    }

    /// <summary>Texts trimmed, codes in order, one line per item; what does not go with the answer is left out of a submitted sheet only by the form.</summary>
    internal static WrittenResult Tidy(Visit visit, WrittenResult written) => new(
        written.Sheet with
        {
            WhyLate = written.Sheet.WhyLate.Trim(),
            WhyUnsigned = written.Sheet.WhyUnsigned.Trim(),
            LeaderOpinion = written.Sheet.LeaderOpinion.Trim(),
            Methods = [.. written.Sheet.Methods.Distinct().Order()],
            Officers = [.. written.Sheet.Officers.DistinctBy(o => o.Inspector).OrderBy(o => o.Inspector, StringComparer.Ordinal)],
            Items =
            [
                .. visit.Items.Select(item => Tidy(written.Sheet.Of(item))),
                .. written.Sheet.Items.Where(line => !visit.Items.Contains(line.Item)),
            ],
        },
        written.Representative.Trim());

    private static ItemFinding Tidy(ItemFinding line) => line with
    {
        Codes = [.. line.Codes.Distinct().Order()],
        Disposals = [.. line.Disposals.Distinct().Order()],
        Found = line.Found.Trim(),
        Note = line.Note.Trim(),
        WhyNot = line.WhyNot.Trim(),
    };
}

internal static class ItemNames
{
    /// <summary>The names of a visit's items by code.</summary>
    public static Task<Dictionary<string, string>> ItemNamesAsync(this SupervisionDb db, Visit visit, CancellationToken stop) =>
        db.Items.AsNoTracking().Where(i => i.Jurisdiction == visit.Jurisdiction && visit.Items.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Name, stop);
}
