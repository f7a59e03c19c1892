namespace DoubleRandom.Sheets;

/// <summary>What the header row of a file leaves open [未对应的列]: columns nobody asked for, and columns it does not have.</summary>
/// <param name="Unused">Headers as found that mean no column, from column A on.</param>
/// <param name="Absent">Headers of the columns that are not there, in the order of the template.</param>
/// <param name="Missing">Those of them without which the file cannot be read.</param>
public sealed record FoundColumns(IReadOnlyList<string> Unused, IReadOnlyList<string> Absent, IReadOnlyList<string> Missing)
{
    /// <summary>Whether a person can say which column another header means.</summary>
    public bool CanBeNamed => Unused.Count > 0 && Absent.Count > 0;

    /// <summary>Of the row in a file that looks most like a header; null when none names any column.</summary>
    internal static FoundColumns? Of(Stream file, string fileName, SheetColumns columns)
    {
        try
        {
            return SheetFile.HeaderOf(file, fileName, columns) is { } header
                ? new([.. header.Ignored.Distinct(StringComparer.Ordinal)], [.. columns.All.Select(c => c.Header).Where(c => header.Place(c) == 0)], header.Missing)
                : null;
        }
        catch (UnreadableSheetException)
        {
            return null;
        }
    }
}
