namespace DoubleRandom.Sheets;

/// <summary>A row that was read without fault.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Row number as the spreadsheet shows it.</param>
/// <param name="Value">What its owner made of it.</param>
public readonly record struct ReadRow<T>(string Sheet, int Row, T Value);

/// <summary>A row that goes back [退回] to who sent it.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Row number as the spreadsheet shows it.</param>
/// <param name="Cells">Its cells as text, under the headers of <see cref="ReadSheet.Headers"/>.</param>
/// <param name="Faults">Everything that is wrong with it.</param>
public sealed record RejectedRow(string Sheet, int Row, IReadOnlyList<string> Cells, IReadOnlyList<SheetFault> Faults);

/// <summary>A sheet whose rows were read.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="HeaderRow">Row number of its header.</param>
/// <param name="Headers">Its headers as found, from column A on; empty where there is none.</param>
/// <param name="Ignored">Its columns that nobody asked for.</param>
public sealed record ReadSheet(string Name, int HeaderRow, IReadOnlyList<string> Headers, IReadOnlyList<string> Ignored);

/// <summary>A sheet that was not read, and why.</summary>
public sealed record LeftOutSheet(string Name, Refusal Because);

/// <summary>What came out of a sheet file [读取结果]: rows without fault, rows that go back, sheets read and left out. Nothing is written.</summary>
/// <typeparam name="T">What its owner makes of a row.</typeparam>
public sealed class SheetReading<T>
{
    /// <summary>Rows without fault, in the order of the file.</summary>
    public List<ReadRow<T>> Accepted { get; } = [];

    /// <summary>Rows with a fault, in the order of the file.</summary>
    public List<RejectedRow> Rejected { get; } = [];

    /// <summary>The sheets that were read.</summary>
    public List<ReadSheet> Sheets { get; } = [];

    /// <summary>The sheets that were not.</summary>
    public List<LeftOutSheet> LeftOut { get; } = [];

    /// <summary>How many rows held something.</summary>
    public int Rows => Accepted.Count + Rejected.Count;

    /// <summary>All faults, in the order of the file.</summary>
    public IEnumerable<SheetFault> Faults => Rejected.SelectMany(r => r.Faults);
}
