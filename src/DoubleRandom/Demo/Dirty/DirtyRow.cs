namespace DoubleRandom.Demo.Dirty;

/// <summary>What is special about one row of the dirty file, and what an import owes it.</summary>
/// <param name="Row">The row as a spreadsheet shows it, from 1.</param>
/// <param name="Fault">Stable name, e.g. <c>wrong-check-character</c>.</param>
/// <param name="Column">The header of the column.</param>
/// <param name="Found">What stands there, as CSV holds it.</param>
/// <param name="Rejected">Whether the row must be rejected; false when it is right after mending, or merely looks bad.</param>
public sealed record DirtyRow(int Row, string Fault, string Column, string Found, bool Rejected)
{
    private static readonly Words Words = new(typeof(DirtyRow));

    /// <summary>The fault in the language of the present request.</summary>
    public string Sentence => Words[Fault];
}
