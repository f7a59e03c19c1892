namespace DoubleRandom.Sheets;

/// <summary>The header row [表头] of a sheet: where each known column stands, and which columns nobody asked for.</summary>
internal sealed class HeaderRow
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private HeaderRow(SheetColumns columns, string sheet, RawRow row)
    {
        Sheet = sheet;
        Number = row.Number;
        var cells = row.Cells.Where(c => !c.IsBlank).ToList();
        Found = new string[cells.Count == 0 ? 0 : Math.Min(cells[^1].Column, SheetLimits.Columns)];
        Array.Fill(Found, "");
        foreach (var cell in cells)
        {
            Found[cell.Column - 1] = SheetText.Clean(cell.Text).Replace("\n", "", StringComparison.Ordinal);
            if (columns.Meant(cell.Text) is not { } column)
            {
                Ignored.Add(Found[cell.Column - 1]);
            }
            else if (!places.TryAdd(column.Header, cell.Column))
            {
                Twice.Add(column.Header);
            }
        }

        Missing = [.. columns.Required.Where(c => !places.ContainsKey(c.Header)).Select(c => c.Header)];
    }

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; }

    /// <summary>Its row number.</summary>
    public int Number { get; }

    /// <summary>The headers as found, from column A on; empty where there is none.</summary>
    public string[] Found { get; }

    /// <summary>Headers that mean no column.</summary>
    public List<string> Ignored { get; } = [];

    /// <summary>Columns whose header stands more than once.</summary>
    public List<string> Twice { get; } = [];

    /// <summary>Required columns that are not there.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>How many known columns it names.</summary>
    public int Known => places.Count;

    /// <summary>The column number of a known header, or 0 when the sheet does not have it.</summary>
    public int Place(string header) => places.GetValueOrDefault(header);

    /// <summary>The row that names the most required columns, then the most known ones; null when none names any.</summary>
    public static HeaderRow? Find(SheetColumns columns, string sheet, IEnumerable<RawRow> rows) =>
        rows.Select(r => new HeaderRow(columns, sheet, r)).Where(h => h.Known > 0).MaxBy(h => h.Score(columns));

    /// <summary>The score of the best row, to compare ways of reading.</summary>
    public static int BestScore(SheetColumns columns, IEnumerable<RawRow> rows) => Find(columns, "", rows)?.Score(columns) ?? 0;

    /// <summary>Why the table under this header cannot be read, or null.</summary>
    public Refusal? Refusal =>
        Twice.Count > 0 ? SheetFile.Words.Refuse("import.duplicate-columns", null, Sheet, Number, string.Join('、', Twice.Distinct()))
        : Missing.Count > 0 ? SheetFile.Words.Refuse(
            "import.missing-columns", null, Sheet, Number, string.Join('、', Missing.Select(WithNearest)), string.Join('、', Found.Where(f => f.Length > 0).Take(60)))
        : Found.Length > SheetLimits.TableColumns ? SheetFile.Words.Refuse(
            "import.too-many-columns", null, Sheet, Found.Length, SheetLimits.TableColumns)
        : null;

    private int Score(SheetColumns columns) => ((columns.Required.Count - Missing.Count) * 1000) + Known;

    private string WithNearest(string missing)
    {
        var name = SheetText.Header(missing);
        var nearest = Ignored.MinBy(i => Distance(name, SheetText.Header(i)));
        return nearest is not null && Distance(name, SheetText.Header(nearest)) <= (name.Length + 1) / 2 ? $"{missing}（≈ {nearest}）" : missing;
    }

    /// <summary>How many characters must be changed, added or removed; a name inside the other counts as one step.</summary>
    private static int Distance(string one, string other)
    {
        if (other.Length is 0 or > 40)
        {
            return int.MaxValue;
        }

        if (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))
        {
            return 1;
        }

        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var row = new int[above.Length];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                row[j + 1] = Math.Min(Math.Min(row[j], above[j + 1]) + 1, above[j] + (one[i] == other[j] ? 0 : 1));
            }

            above = row;
        }

        return above[^1];
    }
}
