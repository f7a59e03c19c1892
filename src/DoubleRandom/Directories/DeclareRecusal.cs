using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Declares that an inspector withdraws from a subject [登记回避] (R35): the draw never matches the two.</summary>
[PerRequest]
public sealed class DeclareRecusal(SupervisionDb db, TimeProvider clock)
{
    /// <summary>Its id.</summary>
    /// <remarks>Refused: no right, <c>inspector.unknown</c>, <c>recusal.no-such-subject</c>, <c>reason.missing</c>, <c>recusal.declared-already</c>.</remarks>
    public async Task<Outcome<Id<Recusal>>> RunAsync(
        Actor actor, Id<Inspector> inspector, string subjectCode, string reason, CancellationToken stop = default)
    {
        var kept = await db.KeptByAsync(actor, inspector, stop);
        if (kept.Refused(out var no))
        {
            return no;
        }

        var code = CreditCode.Normalise(subjectCode);
        if (await db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } subject)
        {
            return InspectorContent.Words.Refuse("recusal.no-such-subject", null, code).At("Subject");
        }

        if (Reason.Unfit(reason) is { } missing)
        {
            return missing;
        }

        if (await db.Recusals.AsNoTracking().AnyAsync(r => r.Inspector == inspector && r.Subject == subject.Id, stop))
        {
            return InspectorContent.Words.Refuse("recusal.declared-already", "R35").At("Subject");
        }

        var recusal = new Recusal
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Id<Recusal>.New(clock),
            Inspector = inspector,
            Subject = subject.Id,
            Reason = reason.Trim(),
            DeclaredOn = clock.Today(),
        };
        db.Add(recusal);
        return await db.CommitAsync(actor, new Act("recusal.declared"), stop) is { } refusal ? refusal : recusal.Id;
    }
}
