using System.Buffers;
using System.Globalization;
using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>How the cells of a workbook show numbers: which formats mean a day, which per cent.</summary>
internal sealed class CellFormats
{
    private const double FifteenDigits = 1e15;

    private static readonly SearchValues<char> DayMarks = SearchValues.Create("ymd年月日");

    private readonly List<Meaning> meanings = [];
    private readonly bool countsFrom1904;

    private enum Meaning : byte
    {
        Plain,
        Day,
        Percent,
    }

    private CellFormats(bool countsFrom1904) => this.countsFrom1904 = countsFrom1904;

    /// <summary>Reads the styles part; null when the workbook has none.</summary>
    public static CellFormats Read(PartReader? styles, bool countsFrom1904)
    {
        var formats = new CellFormats(countsFrom1904);
        if (styles is null)
        {
            return formats;
        }

        var codes = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        var inCells = false;
        while (styles.Read())
        {
            inCells = styles.Name == "cellXfs" ? styles.Opens && !styles.IsEmpty : inCells;
            if (styles.Opens && styles.Name == "numFmt" && styles["numFmtId"] is { } id && codes.Count < SheetLimits.Formats)
            {
                codes[id] = MeaningOf(styles["formatCode"] ?? "");
            }
            else if (styles.Opens && inCells && styles.Name == "xf" && formats.meanings.Count < SheetLimits.Formats)
            {
                var format = styles["numFmtId"] ?? "0";
                formats.meanings.Add(codes.TryGetValue(format, out var meaning) ? meaning : BuiltIn(format));
            }
        }

        return formats;
    }

    /// <summary>A stored number as its cell shows it.</summary>
    /// <returns>The text and its kind, or null when the stored text is no number.</returns>
    public (string Text, CellKind Kind)? Show(string stored, string? style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        var meaning = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < meanings.Count ? meanings[at] : Meaning.Plain;
        if (Math.Abs(number) >= FifteenDigits)
        {
            return (Math.Abs(number) < 1e28 ? ((decimal)number).ToString("0", CultureInfo.InvariantCulture) : stored, CellKind.LostDigits);
        }

        // A double keeps 15 digits for certain; the conversion rounds to them, as spreadsheets do: 0.28999999999999998 is 0.29.
        var exact = (decimal)number;
        return meaning switch
        {
            Meaning.Day when SheetDate.Text(number, countsFrom1904) is { } day => (day, CellKind.Date),
            Meaning.Percent => ((exact * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%", CellKind.Number),
            _ => (exact.ToString("0.####################", CultureInfo.InvariantCulture), CellKind.Number),
        };
    }

    private static Meaning BuiltIn(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number switch
        {
            9 or 10 => Meaning.Percent,
            (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => Meaning.Day,
            _ => Meaning.Plain,
        }
        : Meaning.Plain;

    private static Meaning MeaningOf(string code)
    {
        var bare = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            var skipTo = code[i] switch
            {
                '"' => code.IndexOf('"', i + 1),
                '[' => code.IndexOf(']', i + 1),
                '\\' or '_' or '*' => i + 1,
                _ => i - 1,
            };
            _ = skipTo == i - 1 ? bare.Append(char.ToLowerInvariant(code[i])) : bare;
            i = skipTo == i - 1 ? i : skipTo < 0 ? code.Length : skipTo;
        }

        return bare.ToString() switch
        {
            var b when b.AsSpan().ContainsAny(DayMarks) => Meaning.Day,
            var b when b.Contains('%', StringComparison.Ordinal) => Meaning.Percent,
            _ => Meaning.Plain,
        };
    }
}
