using DoubleRandom.Access;

namespace DoubleRandom.Imports;

/// <summary>A file that waits for its sender's word [待确认的导入]: kept outside the database until it is committed or discarded.</summary>
/// <param name="Id">Its id; the batch will bear it.</param>
/// <param name="County">The county it is for.</param>
/// <param name="Account">Who sent it; null for the command line.</param>
/// <param name="Kind">What it fills.</param>
/// <param name="FileName">Its name as its sender had it, without folders, at most 200 characters.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Report">What it would do.</param>
public sealed record Upload(
    Id<ImportBatch> Id,
    string County,
    Guid? Account,
    ImportKind Kind,
    string FileName,
    string Sha256,
    DateTimeOffset At,
    ImportReport Report)
{
    internal bool IsOf(Actor actor) => County == actor.Jurisdiction.Code && Account == actor.Account;
}
