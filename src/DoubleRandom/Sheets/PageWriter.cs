using System.Globalization;

namespace DoubleRandom.Sheets;

/// <summary>Writes the XML of one worksheet.</summary>
internal sealed class PageWriter(TextWriter to, string head, string spreadsheet)
{
    private const int General = 0;
    private const int Text = 1;
    private const int Header = 2;
    private const int Quoted = 3;
    private const long FifteenDigits = 999_999_999_999_999;

    /// <summary>Writes the header and as many rows as a sheet takes; whether some are left.</summary>
    public bool Write(SheetPage page, IEnumerator<IReadOnlyList<object?>> rows, bool hasRow)
    {
        to.Write(head);
        to.Write($"""<worksheet xmlns="{spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < page.Headers.Count; i++)
        {
            // Untouched cells get the text format too: a code typed there keeps all its digits.
            to.Write($"""<col min="{i + 1}" max="{i + 1}" width="{Math.Clamp((page.Headers[i].Length * 2) + 6, 14, 60)}" style="{Text}" customWidth="1"/>""");
        }

        to.Write("</cols><sheetData>");
        var number = 1;
        Row(number, page.Headers, isHeader: true);
        for (; hasRow && number < SheetLimits.Rows; hasRow = rows.MoveNext())
        {
            Row(++number, rows.Current, isHeader: false);
        }

        to.Write("</sheetData>");
        Choices(page.Choices);
        to.Write("</worksheet>");
        return hasRow;
    }

    /// <summary>Text as it stands in markup.</summary>
    public static string Markup(string text) => text.AsSpan().ContainsAny("&<>\"")
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        : text;

    private void Row(int number, IReadOnlyList<object?> values, bool isHeader)
    {
        to.Write($"""<row r="{number}">""");
        for (var i = 0; i < values.Count; i++)
        {
            switch (values[i])
            {
                case null or "":
                    break;
                case int or long when Convert.ToInt64(values[i], CultureInfo.InvariantCulture) is var whole && Math.Abs(whole) <= FifteenDigits:
                    to.Write($"""<c r="{Cell.NameOf(i + 1)}{number}" s="{General}"><v>{whole.ToString(CultureInfo.InvariantCulture)}</v></c>""");
                    break;
                case DateOnly day:
                    Words(number, i + 1, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text);
                    break;
                default:
                    var text = Convert.ToString(values[i], CultureInfo.InvariantCulture) ?? "";
                    Words(number, i + 1, text, isHeader ? Header : LooksLikeFormula(text) ? Quoted : Text);
                    break;
            }
        }

        to.Write("</row>");
    }

    private void Words(int row, int column, string text, int style)
    {
        var fitting = text.Length <= SheetLimits.CellCharacters ? text : string.Concat(text.AsSpan(0, SheetLimits.CellCharacters - 1), "…");
        to.Write($"""<c r="{Cell.NameOf(column)}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">""");
        to.Write(Markup(XmlText.Escape(fitting)));
        to.Write("</t></is></c>");
    }

    private void Choices(IReadOnlyList<IReadOnlyList<string>> choices)
    {
        // A list longer than 255 characters, or with commas in its words, cannot stand in a cell's rule.
        var offered = choices.Select((words, i) => (Column: Cell.NameOf(i + 1), List: string.Join(',', words), Count: words.Count))
            .Where(c => c.Count > 0 && c.List.Length <= 250 && c.List.Count(ch => ch == ',') == c.Count - 1).ToList();
        if (offered.Count > 0)
        {
            to.Write($"""<dataValidations count="{offered.Count}">""");
            foreach (var (column, list, _) in offered)
            {
                to.Write($"""<dataValidation type="list" allowBlank="1" sqref="{column}2:{column}{SheetLimits.Rows}"><formula1>&quot;{Markup(list)}&quot;</formula1></dataValidation>""");
            }

            to.Write("</dataValidations>");
        }
    }

    /// <summary>Whether a spreadsheet program might run the text; it is not empty.</summary>
    public static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '＝' or '＋' or '－' or '＠';
}
