namespace DoubleRandom.Sheets;

/// <summary>What is wrong in one cell of one row [错误]: where, what was found, what is expected, which rule, how to mend it.</summary>
/// <param name="sheet">The sheet's name.</param>
/// <param name="row">Row number as the spreadsheet shows it.</param>
/// <param name="column">The column's header as the template prints it.</param>
/// <param name="cell">The cell.</param>
/// <param name="rule">Stable code of the rule, e.g. <c>cell.formula</c>; its sentences are <c>rule.expected</c> and <c>rule.mend</c>.</param>
/// <param name="words">Who speaks the sentences.</param>
/// <param name="gaps">What fills their gaps.</param>
public sealed class SheetFault(string sheet, int row, string column, Cell cell, string rule, Words words, object?[] gaps)
{
    private const int ShownCharacters = 60;

    /// <summary>The sheet's name.</summary>
    public string Sheet => sheet;

    /// <summary>Row number as the spreadsheet shows it.</summary>
    public int Row => row;

    /// <summary>The column's header.</summary>
    public string Column => column;

    /// <summary>The cell's address, e.g. <c>C5</c>; the header where the file has no such column.</summary>
    public string Address => cell.Column > 0 ? $"{cell.ColumnName}{row}" : column;

    /// <summary>What the cell holds, cut to 60 characters; empty for an empty cell.</summary>
    public string Found { get; } = Shown(cell);

    /// <summary>Stable code of the rule.</summary>
    public string Rule => rule;

    /// <summary>What is expected, in Chinese.</summary>
    public string Expected => words.InChinese(rule + ".expected", gaps);

    /// <summary>What is expected, in English.</summary>
    public string ExpectedInEnglish => words.InEnglish(rule + ".expected", gaps);

    /// <summary>How to mend it, in Chinese.</summary>
    public string Mend => words.InChinese(rule + ".mend", gaps);

    /// <summary>How to mend it, in English.</summary>
    public string MendInEnglish => words.InEnglish(rule + ".mend", gaps);

    /// <summary>The whole fault as one Chinese sentence.</summary>
    public string Sentence => SheetRow.Words.InChinese(Found.Length == 0 ? "fault.empty" : "fault", Address, column, Found, Expected, Mend);

    /// <summary>The whole fault as one English sentence.</summary>
    public string SentenceInEnglish =>
        SheetRow.Words.InEnglish(Found.Length == 0 ? "fault.empty" : "fault", Address, column, Found, ExpectedInEnglish, MendInEnglish);

    private static string Shown(Cell cell)
    {
        var text = SheetText.Clean(cell.Text ?? "");
        return text.Length <= ShownCharacters ? text : string.Concat(text.AsSpan(0, ShownCharacters), "…");
    }
}
