using DoubleRandom.Sheets;

namespace DoubleRandom.Imports;

/// <summary>What an import would do, or did [导入结果].</summary>
/// <param name="Rows">Rows that held something.</param>
/// <param name="New">Rows that become new records [新增].</param>
/// <param name="Updated">Rows that change records [更新].</param>
/// <param name="Unchanged">Rows that say what is known already [未变].</param>
/// <param name="Rejected">Rows that go back [退回].</param>
/// <param name="Errors">What is wrong, cell by cell, in the order of the file; at most <see cref="MostErrors"/>.</param>
public sealed record ImportReport(int Rows, int New, int Updated, int Unchanged, int Rejected, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Errors kept for showing; the rejected rows as a workbook carry all of them.</summary>
    public const int MostErrors = 2_000;

    /// <summary>What a file not read yet would do.</summary>
    public static readonly ImportReport Nothing = new(0, 0, 0, 0, 0, []);

    /// <summary>Errors in all.</summary>
    public int ErrorCount { get; init; }

    /// <summary>Sheets that were not read, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Columns that nobody asked for.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>SHA-256 over every row's verdict and the version of the record it met: the same file on the same directory gives the same.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Whether nothing would be written.</summary>
    public bool WritesNothing => New + Updated == 0;
}

/// <summary>What is wrong in one cell.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Row number as the spreadsheet shows it.</param>
/// <param name="Column">The column's header.</param>
/// <param name="Address">The cell's address, e.g. <c>C5</c>.</param>
/// <param name="Found">What the cell holds.</param>
/// <param name="Expected">What is expected.</param>
/// <param name="Mend">How to mend it.</param>
/// <param name="Rule">Stable code of the rule.</param>
public sealed record ImportError(string Sheet, int Row, string Column, string Address, string Found, string Expected, string Mend, string Rule)
{
    internal static ImportError Of(SheetFault fault, bool inEnglish) => new(
        fault.Sheet,
        fault.Row,
        fault.Column,
        fault.Address,
        fault.Found,
        inEnglish ? fault.ExpectedInEnglish : fault.Expected,
        inEnglish ? fault.MendInEnglish : fault.Mend,
        fault.Rule);
}
