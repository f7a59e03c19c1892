using System.Globalization;

namespace DoubleRandom.Demo.Dirty;

/// <summary>A cell of a hand-made sheet, with what a CSV export of it would hold.</summary>
/// <param name="Csv">The text in the CSV file.</param>
internal abstract record SheetCell(string Csv)
{
    /// <summary>A text.</summary>
    public sealed record Text(string Value) : SheetCell(Value);

    /// <summary>A number too long for a spreadsheet: 15 digits are kept, CSV gets the scientific form.</summary>
    public sealed record Number(decimal Value) : SheetCell(Scientific(Value))
    {
        private static string Scientific(decimal value) => value.ToString("0.#####E+00", CultureInfo.InvariantCulture);
    }

    /// <summary>A date as an Excel serial number with a date format.</summary>
    public sealed record Serial(DateOnly Day) : SheetCell(Days(Day))
    {
        private static readonly DateOnly Epoch = new(1899, 12, 30);

        private static string Days(DateOnly day) => (day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A formula with the value it had when the file was saved.</summary>
    public sealed record Formula(string Expression, string Value) : SheetCell("=" + Expression);
}
