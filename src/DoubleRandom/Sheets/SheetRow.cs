using System.Globalization;

namespace DoubleRandom.Sheets;

/// <summary>
/// A row [行] under its header. Each typed reading notes what is wrong and goes on, so that a person sees all faults of a row at once;
/// what a faulty cell would have held comes back empty.
/// </summary>
public sealed class SheetRow
{
    private readonly SheetColumns columns;
    private readonly HeaderRow header;
    private readonly bool countsFrom1904;
    private readonly Cell[] cells;
    private readonly List<SheetFault> faults = [];

    internal SheetRow(SheetColumns columns, HeaderRow header, bool countsFrom1904, RawRow row)
    {
        (this.columns, this.header, this.countsFrom1904, Number) = (columns, header, countsFrom1904, row.Number);
        cells = new Cell[header.Found.Length];
        foreach (var cell in row.Cells)
        {
            if (cell.Column <= cells.Length)
            {
                cells[cell.Column - 1] = cell;
            }
        }
    }

    /// <summary>The sheet's name.</summary>
    public string Sheet => header.Sheet;

    /// <summary>Row number as the spreadsheet shows it.</summary>
    public int Number { get; }

    /// <summary>What is wrong with it, in the order found.</summary>
    public IReadOnlyList<SheetFault> Faults => faults;

    internal static Words Words { get; } = new(typeof(SheetRow));

    internal bool IsBlank => Array.TrueForAll(cells, c => c.IsBlank);

    /// <summary>The cell under a header; an empty one where the sheet has no such column.</summary>
    public Cell this[string column]
    {
        get
        {
            var place = header.Place(column);
            return place == 0 ? new("", CellKind.Empty, Number, 0)
                : cells[place - 1] is { Text: not null } cell ? cell
                : new("", CellKind.Empty, Number, place);
        }
    }

    /// <summary>Text without what cannot be seen, of at most <paramref name="max"/> characters; empty where there is none.</summary>
    public string Text(string column, int max = 500) => Short(column, Filled(column) ? SheetText.Clean(this[column].Text) : "", max);

    /// <summary>A code: half-width, capitals, no blanks; empty where there is none. The owner judges it.</summary>
    public string Code(string column, int max = 50) => Short(column, Filled(column) ? SheetText.Code(this[column].Text) : "", max);

    /// <summary>A day from 1900-01-01 on.</summary>
    public DateOnly? Date(string column) =>
        !Filled(column) ? null : SheetDate.Read(this[column], countsFrom1904) is { } day ? day : Refused<DateOnly>(column, "cell.date");

    /// <summary>A share written as per cent with at most two decimals. A bare number below 1 may mean either of two shares, and is refused.</summary>
    public BasisPoints? Percent(string column)
    {
        if (!Filled(column))
        {
            return null;
        }

        var text = SheetText.Code(this[column].Text);
        var isVague = text.StartsWith("0.", StringComparison.Ordinal) && !text.EndsWith('%') && text.AsSpan().ContainsAnyInRange('1', '9');
        return isVague ? Refused<BasisPoints>(column, "cell.percent-vague")
            : BasisPoints.TryParsePercent(text, out var share) ? share
            : Refused<BasisPoints>(column, "cell.percent");
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Integer(string column, int min = 0, int max = int.MaxValue) =>
        !Filled(column) ? null
        : int.TryParse(SheetText.Code(this[column].Text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number
        : Refused<int>(column, "cell.integer", min, max);

    /// <summary>Several values of one cell, separated by 、 or , or ; or a line break; each once.</summary>
    public IReadOnlyList<string> List(string column, int max = 100)
    {
        var parts = Filled(column) ? SheetText.Parts(SheetText.Clean(this[column].Text)) : [];
        return parts.All(p => p.Length <= max) ? parts : [.. parts.Where(p => Short(column, p, max).Length > 0)];
    }

    /// <summary>One of the words that the owner knows, full-width or half-width.</summary>
    public T? Choice<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        !Filled(column) ? null
        : words.TryGetValue(SheetText.Clean(this[column].Text), out var value)
            || words.TryGetValue(SheetText.Folded(SheetText.Clean(this[column].Text)), out value) ? value
        : Refused<T>(column, "cell.choice", string.Join('、', words.Keys));

    /// <summary>Notes a fault that only the owner of the rule can see.</summary>
    /// <param name="column">The column at fault, as the template prints it.</param>
    /// <param name="words">Who speaks <c>rule.expected</c> and <c>rule.mend</c>.</param>
    /// <param name="rule">Stable code of the rule.</param>
    /// <param name="gaps">What fills the gaps of both sentences.</param>
    public void Refuse(string column, Words words, string rule, params object?[] gaps) =>
        faults.Add(new(Sheet, Number, column, this[column], rule, words, gaps));

    /// <summary>
    /// The cells as they were sent. What a formula showed and a number that lost its digits come back empty: written as plain text they would
    /// pass the next time, though nobody had looked at them.
    /// </summary>
    internal IReadOnlyList<string> Texts() => [.. cells.Select(c => c.Kind is CellKind.Formula or CellKind.LostDigits ? "" : c.Text ?? "")];

    private bool Filled(string column)
    {
        var cell = this[column];
        var rule = cell.Kind switch
        {
            CellKind.Formula => "cell.formula",
            CellKind.Error => "cell.error",
            CellKind.LostDigits => "cell.digits-lost",
            _ when !cell.IsBlank => null,
            _ when columns.Meant(column) is { Required: true } => "cell.required",
            _ => "",
        };
        if (rule is { Length: > 0 })
        {
            Refuse(column, Words, rule, cell.Address);
        }

        return rule is null;
    }

    private string Short(string column, string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        Refuse(column, Words, "cell.too-long", max, text.Length);
        return "";
    }

    private T? Refused<T>(string column, string rule, params object?[] gaps)
        where T : struct
    {
        Refuse(column, Words, rule, gaps);
        return null;
    }
}
