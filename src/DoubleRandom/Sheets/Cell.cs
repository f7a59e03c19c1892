namespace DoubleRandom.Sheets;

/// <summary>What a spreadsheet keeps in a cell.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text as it was typed.</summary>
    Text,

    /// <summary>A number of at most 15 digits, written without exponent; a number in a per-cent format carries its <c>%</c>.</summary>
    Number,

    /// <summary>A number in a date format, written as <c>2019-03-05</c>, with its time of day where it has one.</summary>
    Date,

    /// <summary>A formula; the text is the value it had when the file was saved, which nobody has checked.</summary>
    Formula,

    /// <summary>An error such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A number of more than 15 digits: the spreadsheet has already replaced the last ones by zeros.</summary>
    LostDigits,
}

/// <summary>A cell [单元格] of a sheet, where the spreadsheet shows it.</summary>
/// <param name="Text">Its content as text, exactly as stored.</param>
/// <param name="Kind">What the spreadsheet keeps in it.</param>
/// <param name="Row">Row number, from 1.</param>
/// <param name="Column">Column number, from 1.</param>
public readonly record struct Cell(string Text, CellKind Kind, int Row, int Column)
{
    /// <summary>The column as a spreadsheet names it: 1 → A, 27 → AA.</summary>
    public string ColumnName => NameOf(Column);

    /// <summary>The address as a spreadsheet shows it, e.g. <c>C5</c>.</summary>
    public string Address => $"{ColumnName}{Row}";

    /// <summary>Whether a person sees nothing in it; a formula and an error are always something.</summary>
    public bool IsBlank => Kind == CellKind.Empty || (Kind == CellKind.Text && SheetText.IsBlank(Text));

    /// <summary>The name of a column number from 1: 1 → A, 27 → AA.</summary>
    public static string NameOf(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>The column number in an address such as <c>AB12</c>, or 0 when it names none.</summary>
    internal static int ColumnOf(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }

            column = (column * 26) + (letter & 31);
            if (column > SheetLimits.Columns)
            {
                return 0;
            }
        }

        return column;
    }
}

/// <summary>A row as the file holds it: its number and its cells that hold something, from left to right.</summary>
internal readonly record struct RawRow(int Number, IReadOnlyList<Cell> Cells);

/// <summary>A sheet as the file holds it; its rows can be walked once.</summary>
/// <param name="Name">As the tab shows it; for CSV the name of the file.</param>
/// <param name="IsHidden">Whether a person opening the file does not see it.</param>
/// <param name="CountsFrom1904">Whether its day numbers count from 1904.</param>
/// <param name="Rows">Its rows, top to bottom.</param>
internal sealed record RawSheet(string Name, bool IsHidden, bool CountsFrom1904, IEnumerable<RawRow> Rows);
