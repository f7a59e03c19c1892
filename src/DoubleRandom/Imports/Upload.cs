using DoubleRandom.Access;
using DoubleRandom.Sheets;

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
    /// <summary>What its header leaves open; null where that cannot be said.</summary>
    public FoundColumns? Columns { get; init; }

    /// <summary>Which header stands for which column, as its sender said: column to header.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it cannot be read as long as required columns are not named, in both languages; null when it was read.</summary>
    public UnreadUpload? Unread { get; init; }

    internal bool IsOf(Actor actor) => County == actor.Jurisdiction.Code && Account == actor.Account;
}

/// <summary>Why an upload was not read yet [尚未读入]: a person has first to say which columns its headers mean.</summary>
/// <param name="Because">In Chinese.</param>
/// <param name="InEnglish">In English.</param>
public sealed record UnreadUpload(string Because, string InEnglish)
{
    internal Refusal Refusal => new("import.missing-columns", Because, InEnglish);
}
