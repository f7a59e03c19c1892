using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Changes a subject [修改检查对象]; its code stays.</summary>
[PerRequest]
public sealed class ChangeSubject(SupervisionDb db)
{
    /// <summary>Its id. Refused: no right, <c>subject.unknown</c>, content against the rules, <c>row.changed-meanwhile</c>.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="id">The subject.</param>
    /// <param name="version">The version the form was filled from.</param>
    /// <param name="content">The whole content. Personal data that comes back exactly as it was masked stays as it is.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Outcome<Id<Subject>>> RunAsync(Actor actor, Id<Subject> id, Guid version, SubjectContent content, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditSubjects) is { } no)
        {
            return no;
        }

        if (await db.Subjects.FirstOrDefaultAsync(s => s.Id == id, stop) is not { } subject)
        {
            return SubjectContent.Words.Refuse("subject.unknown", null);
        }

        content = content with
        {
            Representative = content.Representative == Mask.Name(subject.Representative) ? subject.Representative : content.Representative,
            Phone = content.Phone == Mask.Phone(subject.Phone) ? subject.Phone : content.Phone,
        };
        if ((await db.StaleAsync(subject, version, stop) ?? Refusal.Of([.. content.Judge(actor.Jurisdiction, db.Clock.Today())])) is { } against)
        {
            return against;
        }

        subject.Rewrite(content);
        return await db.CommitAsync(actor, new Act("subject.changed"), stop) is { } refusal ? refusal : subject.Id;
    }
}
