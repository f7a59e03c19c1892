using System.Globalization;

namespace DoubleRandom.Sheets;

/// <summary>The rows of one worksheet, read as they stream by.</summary>
internal sealed class Worksheet(PartReader part, SharedTexts shared, CellFormats formats)
{
    /// <summary>Its rows that hold something, from top to bottom, each with its own number: gaps stay gaps.</summary>
    public IEnumerable<RawRow> Rows()
    {
        var last = 0;
        while (part.Read())
        {
            if (part.Opens && part.Name == "row")
            {
                var row = part["r"] is { } r ? Number(r) : last + 1;
                if (row > SheetLimits.Rows)
                {
                    throw UnreadableSheetException.Because("import.too-many-rows", SheetLimits.Rows);
                }

                last = row > last ? row : throw part.Damaged();
                if (!part.IsEmpty && Cells(row) is { Count: > 0 } cells)
                {
                    yield return new(row, cells);
                }
            }
        }
    }

    private List<Cell> Cells(int row)
    {
        var cells = new List<Cell>(12);
        var depth = part.Depth;
        var last = 0;
        while (part.ReadInside(depth))
        {
            if (part.Opens && part.Name == "c")
            {
                var column = part["r"] is { } r ? Cell.ColumnOf(r) : last + 1;
                last = column > last && column <= SheetLimits.Columns ? column : throw part.Damaged();
                if (!part.IsEmpty && Content() is { } content)
                {
                    cells.Add(new(content.Text, content.Kind, row, column));
                }
            }
        }

        return cells;
    }

    private (string Text, CellKind Kind)? Content()
    {
        var type = part["t"];
        var style = part["s"];
        var depth = part.Depth;
        var isFormula = false;
        string? stored = null;
        while (part.ReadInside(depth))
        {
            if (!part.Opens)
            {
                continue;
            }

            switch (part.Name)
            {
                case "f":
                    isFormula = true;
                    break;
                case "v":
                    stored = part.ReadText();
                    break;
                case "is":
                    stored = part.ReadRichText();
                    break;
                default:
                    break;
            }
        }

        if (string.IsNullOrEmpty(stored))
        {
            return isFormula ? ("", CellKind.Formula) : null;
        }

        var content = Shown(type, style, stored);
        return isFormula ? (content.Text, CellKind.Formula) : content;
    }

    private (string Text, CellKind Kind) Shown(string? type, string? style, string stored) => type switch
    {
        "s" => (Shared(stored), CellKind.Text),
        "str" or "inlineStr" => (XmlText.Unescape(stored), CellKind.Text),
        null or "n" => formats.Show(stored, style) ?? throw part.Damaged(),
        "b" => (stored == "0" ? "FALSE" : "TRUE", CellKind.Text),
        "e" => (stored, CellKind.Error),
        "d" => (stored, CellKind.Date),
        _ => throw part.Damaged(),
    };

    private string Shared(string number)
    {
        var at = Number(number);
        return at < shared.Count ? shared[at] : throw part.Damaged();
    }

    private int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw part.Damaged();
}
