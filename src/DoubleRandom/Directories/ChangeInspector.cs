using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.Directories;

/// <summary>Changes an inspector [修改执法检查人员]; his number stays.</summary>
[PerRequest]
public sealed class ChangeInspector(SupervisionDb db)
{
    /// <summary>His id.</summary>
    /// <remarks>Refused: no right for the old or the new department, <c>inspector.unknown</c>, content against the rules, <c>row.changed-meanwhile</c>.</remarks>
    public async Task<Outcome<Id<Inspector>>> RunAsync(Actor actor, Id<Inspector> id, Guid version, InspectorContent content, CancellationToken stop = default)
    {
        var kept = await db.KeptByAsync(actor, id, stop);
        if (kept.Refused(out var no))
        {
            return no;
        }

        content = content.Normal();
        if ((actor.Refuse(Right.EditInspectors, content.Department)
            ?? await db.StaleAsync(kept.Value, version, stop)
            ?? Refusal.Of([.. content.Judge(actor.Jurisdiction, await db.ItemCodesAsync(stop))])
            ?? await db.CertificateTakenAsync(content.Certificate, id, stop)) is { } against)
        {
            return against;
        }

        kept.Value.Rewrite(content);
        return await db.CommitAsync(actor, new Act("inspector.changed"), stop) is { } refusal ? refusal : id;
    }
}
