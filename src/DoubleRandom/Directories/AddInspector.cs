using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Puts an inspector into the directory [新增执法检查人员] (R5).</summary>
[PerRequest]
public sealed class AddInspector(SupervisionDb db)
{
    /// <summary>His id. Refused: no right for the department, content against the rules, <c>inspector.certificate-taken</c>.</summary>
    public async Task<Outcome<Id<Inspector>>> RunAsync(Actor actor, InspectorContent content, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditInspectors, content.Department) is { } no)
        {
            return no;
        }

        content = content.Normal();
        var faults = content.Judge(actor.Jurisdiction, await db.ItemCodesAsync(stop)).ToList();
        if ((Refusal.Of(faults) ?? await db.CertificateTakenAsync(content.Certificate, null, stop)) is { } against)
        {
            return against;
        }

        var inspector = content.New(
            actor.Jurisdiction,
            Id<Inspector>.New(db.Clock),
            await InspectorNumber.NextAsync(db, actor.Jurisdiction, content.Department, stop));
        db.Add(inspector);
        return await db.CommitAsync(actor, new Act("inspector.added"), stop) is { } refusal ? refusal : inspector.Id;
    }
}

/// <summary>What the acts on inspectors ask the store.</summary>
internal static class InspectorQuestions
{
    public static Task<HashSet<string>> ItemCodesAsync(this SupervisionDb db, CancellationToken stop) =>
        db.Items.AsNoTracking().Select(i => i.Code).ToHashSetAsync(StringComparer.Ordinal, stop);

    public static async Task<Refusal?> CertificateTakenAsync(this SupervisionDb db, string certificate, Id<Inspector>? by, CancellationToken stop) =>
        await db.Inspectors.AsNoTracking().FirstOrDefaultAsync(i => i.Certificate == certificate, stop) is { } taken && taken.Id != by
            ? InspectorContent.Words.Refuse("inspector.certificate-taken", null, certificate, taken.Name, taken.Number).At(nameof(Inspector.Certificate))
            : null;

    /// <summary>The inspector whom the actor may change, or why not.</summary>
    public static async Task<Outcome<Inspector>> KeptByAsync(this SupervisionDb db, Actor actor, Id<Inspector> id, CancellationToken stop)
    {
        if (actor.Refuse(Right.EditInspectors) is { } stranger)
        {
            return stranger;
        }

        return await db.Inspectors.FirstOrDefaultAsync(i => i.Id == id, stop) is not { } inspector
            ? InspectorContent.Words.Refuse("inspector.unknown", null)
            : actor.Refuse(Right.EditInspectors, inspector.Department) is { } no ? no : inspector;
    }
}
