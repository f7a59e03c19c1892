using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>A text table [CSV, RFC 4180]: values separated by comma, semicolon or tab, quoted where they hold separators or line breaks.</summary>
internal sealed class CsvFile(Stream content, Encoding encoding, string name)
{
    private const int End = -1;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Its one sheet, read with the separator under which the header row matches best.</summary>
    public RawSheet Sheet(SheetColumns columns)
    {
        var best = Separators.MaxBy(s => Attempt(s, columns));
        return new(name, IsHidden: false, CountsFrom1904: false, Rows(best));
    }

    private int Attempt(char separator, SheetColumns columns)
    {
        var top = new List<RawRow>();
        try
        {
            foreach (var row in Rows(separator).Take(SheetLimits.HeaderRows))
            {
                top.Add(row);
            }
        }
        catch (UnreadableSheetException)
        {
            // What came before the fault still shows which separator is meant; the fault itself is told when the rows are read.
        }

        return HeaderRow.BestScore(columns, top);
    }

    /// <summary>Its rows that hold something. A line break inside quotes is part of a cell, so a row's number is the spreadsheet's.</summary>
    private IEnumerable<RawRow> Rows(char separator)
    {
        using var reader = TextEncoding.Reader(content, encoding);
        var text = new StringBuilder();
        for (var row = 1; reader.Peek() != End; row++)
        {
            if (row > SheetLimits.Rows)
            {
                throw UnreadableSheetException.Because("import.too-many-rows", SheetLimits.Rows);
            }

            var cells = Cells(reader, separator, row, text);
            if (cells.Count > 0)
            {
                yield return new(row, cells);
            }
        }
    }

    private static List<Cell> Cells(StreamReader reader, char separator, int row, StringBuilder text)
    {
        var cells = new List<Cell>(12);
        for (var column = 1; ; column++)
        {
            if (column > SheetLimits.Columns)
            {
                throw UnreadableSheetException.Because("import.too-many-columns", "CSV", column, SheetLimits.TableColumns);
            }

            _ = text.Clear();
            var ending = reader.Peek() == '"' ? Quoted(reader, separator, row, text) : Bare(reader, separator, row, text);
            if (text.Length > 0)
            {
                cells.Add(new(text.ToString(), CellKind.Text, row, column));
            }

            if (ending == '\r' && reader.Peek() == '\n')
            {
                _ = reader.Read();
            }

            if (ending != separator)
            {
                return cells;
            }
        }
    }

    /// <summary>Reads an unquoted value and the character that ends it; a quote inside is a character like any other.</summary>
    private static int Bare(StreamReader reader, char separator, int row, StringBuilder text)
    {
        int next;
        while ((next = reader.Read()) is not (End or '\r' or '\n') && next != separator)
        {
            Append(text, (char)next, row);
        }

        return next;
    }

    /// <summary>Reads a quoted value and the character that ends it. A quote without its partner would swallow the rows that follow.</summary>
    private static int Quoted(StreamReader reader, char separator, int row, StringBuilder text)
    {
        _ = reader.Read();
        while (true)
        {
            var next = reader.Read();
            if (next == '"' && reader.Peek() != '"')
            {
                break;
            }

            if (next == '"')
            {
                _ = reader.Read();
            }

            Append(text, next == End ? throw UnreadableSheetException.Because("import.quotes", row) : (char)next, row);
        }

        var ending = reader.Read();
        return ending is End or '\r' or '\n' || ending == separator ? ending : throw UnreadableSheetException.Because("import.quotes", row);
    }

    private static void Append(StringBuilder text, char next, int row)
    {
        if (text.Append(next).Length > SheetLimits.CellCharacters)
        {
            throw UnreadableSheetException.Because("import.quotes", row);
        }
    }
}
