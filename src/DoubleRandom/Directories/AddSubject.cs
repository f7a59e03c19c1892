using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Puts a subject into the directory [新增检查对象] (R4).</summary>
[PerRequest]
public sealed class AddSubject(SupervisionDb db)
{
    /// <summary>
    /// Its id. Without a code, where its kind allows that, the platform gives its own number. A form sent twice brings the same
    /// <paramref name="form"/> and gets the subject that was made of it.
    /// </summary>
    /// <remarks>Refused: no right, <c>credit-code.*</c>, <c>subject.code-needed</c>, <c>subject.code-taken</c>, content against the rules.</remarks>
    public async Task<Outcome<Id<Subject>>> RunAsync(Actor actor, string? code, SubjectContent content, Guid? form = null, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.EditSubjects) is { } no)
        {
            return no;
        }

        var faults = content.Judge(actor.Jurisdiction, db.Clock.Today()).ToList();
        var normal = CreditCode.Normalise(code);
        if (normal.Length > 0)
        {
            var read = SubjectCode.Read(normal);
            if (read.Refused(out var wrong))
            {
                faults.Insert(0, wrong.At(nameof(Subject.Code)));
            }
        }
        else if (SubjectContent.NeedsCode(content.Kind))
        {
            faults.Insert(0, SubjectContent.Words.Refuse("subject.code-needed", "R4").At(nameof(Subject.Code)));
        }

        if (Refusal.Of(faults) is { } against)
        {
            return against;
        }

        var id = Id<Subject>.Of(form, db.Clock);
        if (await IsAddedAsync(id, content, stop))
        {
            return id;
        }

        if (normal.Length > 0 && await db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.Code == normal, stop) is { } taken)
        {
            return SubjectContent.Words.Refuse("subject.code-taken", null, normal, taken.Name).At(nameof(Subject.Code));
        }

        var subject = new Subject
        {
            Jurisdiction = actor.Jurisdiction,
            Id = id,
            Code = normal.Length > 0 ? normal : await SubjectNumber.NextAsync(db, actor.Jurisdiction, stop),
            Says = content,
        };
        db.Add(subject);
        return await db.CommitAsync(actor, new Act("subject.added"), stop) is { } refusal && !await IsAddedAsync(id, content, stop) ? refusal : id;
    }

    private Task<bool> IsAddedAsync(Id<Subject> id, SubjectContent content, CancellationToken stop) =>
        db.Subjects.AnyAsync(s => s.Id == id && s.Name == content.Name, stop);
}
