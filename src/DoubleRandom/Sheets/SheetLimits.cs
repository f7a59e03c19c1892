namespace DoubleRandom.Sheets;

/// <summary>How much a sheet file may hold. Each bound is checked while reading; what a file says of itself is not believed.</summary>
public static class SheetLimits
{
    /// <summary>Bytes of an uploaded file: 50 MB.</summary>
    public const long FileBytes = 50L * 1024 * 1024;

    /// <summary>Rows of a sheet, as spreadsheets have them.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Columns of a sheet, as spreadsheets have them.</summary>
    public const int Columns = 16_384;

    /// <summary>Columns of a table to import.</summary>
    public const int TableColumns = 256;

    /// <summary>Characters of a cell, as spreadsheets have them.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Rows from the top in which the header row is looked for.</summary>
    public const int HeaderRows = 20;

    /// <summary>Rows kept as rejected before the whole file is refused.</summary>
    public const int RejectedRows = 100_000;

    /// <summary>Parts inside a workbook.</summary>
    internal const int Parts = 5_000;

    /// <summary>Bytes that all parts read from one workbook may inflate to.</summary>
    internal const long InflatedBytes = 512L * 1024 * 1024;

    /// <summary>Inflated bytes every workbook may have, however small it is.</summary>
    internal const long InflatedBytesAlways = 16L * 1024 * 1024;

    /// <summary>How many times its own size a workbook may inflate to: real sheets stay near 10, bombs are near 1,000.</summary>
    internal const int Ratio = 150;

    /// <summary>Bytes between two tags: more than the longest cell, however it is escaped.</summary>
    internal const int BytesBetweenTags = 1024 * 1024;

    /// <summary>How deep the tags of a part may nest.</summary>
    internal const int Depth = 64;

    /// <summary>Characters of all shared texts of a workbook together.</summary>
    internal const int SharedCharacters = 64 * 1024 * 1024;

    /// <summary>Shared texts of a workbook.</summary>
    internal const int SharedTexts = 4_000_000;

    /// <summary>Cell formats of a workbook, as spreadsheets have them.</summary>
    internal const int Formats = 65_490;
}
