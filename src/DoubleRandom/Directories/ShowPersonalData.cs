using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Personal data of a subject, unmasked.</summary>
public sealed record PersonalData(string? Representative, string? Phone);

/// <summary>Shows a subject's personal data unmasked [查看个人信息]; each look leaves a line in the trail.</summary>
[PerRequest]
public sealed class ShowPersonalData(SupervisionDb db)
{
    /// <summary>The data. Refused: no right, <c>subject.unknown</c>.</summary>
    public async Task<Outcome<PersonalData>> RunAsync(Actor actor, Id<Subject> id, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.SeePersonalData) is { } no)
        {
            return no;
        }

        if (await db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } subject)
        {
            return SubjectContent.Words.Refuse("subject.unknown", null);
        }

        var act = new Act("subject.personal-data-shown");
        db.Note(actor, act, StoredKind.Of<Subject>(), id.ToString());
        return await db.CommitAsync(actor, act, stop) is { } refusal ? refusal : new PersonalData(subject.Representative, subject.Phone);
    }
}
