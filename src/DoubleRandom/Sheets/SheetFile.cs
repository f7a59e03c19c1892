namespace DoubleRandom.Sheets;

/// <summary>
/// A file of sheets [表格文件]: XLSX, or CSV in UTF-8, UTF-16 or GB18030, known by its bytes and not by its name.
/// It is read once, row by row; a file that cannot be read whole is refused whole.
/// </summary>
public static class SheetFile
{
    internal static Words Words { get; } = new(typeof(SheetFile));

    /// <summary>Reads every visible sheet that has the columns' header row.</summary>
    /// <param name="content">The file; one that cannot seek is first copied, up to the limit.</param>
    /// <param name="fileName">Its name, shown as the name of a CSV's only sheet.</param>
    /// <param name="columns">What its owner knows how to read.</param>
    /// <param name="read">Makes a value of a row. Faults it finds are noted on the row, which is then rejected and the value dropped.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public static Outcome<SheetReading<T>> Read<T>(
        Stream content, string fileName, SheetColumns columns, Func<SheetRow, T> read, CancellationToken cancel = default)
    {
        try
        {
            using var whole = content.CanSeek ? null : Copied(content);
            var file = whole ?? content;
            if (file.Length > SheetLimits.FileBytes)
            {
                return Words.Refuse("import.too-large", null, SheetLimits.FileBytes >> 20);
            }

            using var workbook = FileKinds.Of(file) == FileKind.Zip ? Workbook.Open(file) : null;
            return Read(workbook?.Sheets() ?? [Text(file, fileName, columns)], columns, read, cancel);
        }
        catch (UnreadableSheetException unreadable)
        {
            return unreadable.Refusal;
        }
    }

    /// <summary>Of all visible sheets the row that names the most columns; null when none names any. The file must be able to seek.</summary>
    /// <exception cref="UnreadableSheetException">It is no sheet file.</exception>
    internal static HeaderRow? HeaderOf(Stream file, string fileName, SheetColumns columns)
    {
        file.Position = 0;
        using var workbook = FileKinds.Of(file) == FileKind.Zip ? Workbook.Open(file) : null;
        HeaderRow? best = null;
        foreach (var sheet in (workbook?.Sheets() ?? [Text(file, fileName, columns)]).Where(s => !s.IsHidden))
        {
            using var rows = sheet.Rows.GetEnumerator();
            var header = HeaderRow.Find(columns, sheet.Name, Top(rows));
            best = header?.Known > (best?.Known ?? 0) ? header : best;
        }

        return best;
    }

    private static RawSheet Text(Stream file, string fileName, SheetColumns columns)
    {
        if (file.Length == 0)
        {
            throw UnreadableSheetException.Because("import.empty");
        }

        var no = FileKinds.Of(file) switch
        {
            FileKind.Locked => "import.locked",
            FileKind.OldWorkbook => "import.old-workbook",
            FileKind.OldOffice => "import.not-a-workbook",
            FileKind.Pdf => "import.not-a-workbook",
            FileKind.Markup => "import.markup",
            _ => null,
        };
        return no is null && TextEncoding.Of(file) is { } encoding
            ? new CsvFile(file, encoding, Path.GetFileNameWithoutExtension(fileName)).Sheet(columns)
            : throw UnreadableSheetException.Because(no ?? "import.noise");
    }

    private static Outcome<SheetReading<T>> Read<T>(
        IEnumerable<RawSheet> sheets, SheetColumns columns, Func<SheetRow, T> read, CancellationToken cancel)
    {
        var reading = new SheetReading<T>();
        var nearest = (Known: 0, Refusal: (Refusal?)null);
        foreach (var sheet in sheets)
        {
            using var rows = sheet.Rows.GetEnumerator();
            var top = sheet.IsHidden ? [] : Top(rows);
            var header = HeaderRow.Find(columns, sheet.Name, top);
            var no = sheet.IsHidden ? Words.Refuse("import.hidden-sheet", null, sheet.Name)
                : header is null ? Words.Refuse("import.no-header", null, sheet.Name, string.Join('、', columns.Required.Select(c => c.Header)))
                : header.Refusal;
            if (no is not null)
            {
                reading.LeftOut.Add(new(sheet.Name, no));
                nearest = header?.Known > nearest.Known ? (header.Known, no) : nearest;
                continue;
            }

            reading.Sheets.Add(new(sheet.Name, header!.Number, header.Found, header.Ignored));
            foreach (var row in top.Where(r => r.Number > header.Number).Concat(Rest(rows)))
            {
                cancel.ThrowIfCancellationRequested();
                Take(new SheetRow(columns, header, sheet.CountsFrom1904, row), read, reading);
            }
        }

        return reading.Sheets.Count == 0 ? Unread(reading, nearest.Refusal)
            : reading.Rows == 0 ? Words.Refuse("import.no-rows", null, reading.Sheets[0].Name, reading.Sheets[0].HeaderRow)
            : reading;
    }

    private static Refusal Unread<T>(SheetReading<T> reading, Refusal? nearest) =>
        nearest ?? Refusal.Of([.. reading.LeftOut.Select(l => l.Because)]) ?? Words.Refuse("import.empty", null);

    private static void Take<T>(SheetRow row, Func<SheetRow, T> read, SheetReading<T> reading)
    {
        if (row.IsBlank)
        {
            return;
        }

        var value = read(row);
        if (row.Faults.Count == 0)
        {
            reading.Accepted.Add(new(row.Sheet, row.Number, value));
        }
        else if (reading.Rejected.Count < SheetLimits.RejectedRows)
        {
            reading.Rejected.Add(new(row.Sheet, row.Number, row.Texts(), row.Faults));
        }
        else
        {
            throw UnreadableSheetException.Because("import.too-many-rejected", SheetLimits.RejectedRows, reading.Rejected[0].Faults[0].Sentence);
        }
    }

    private static List<RawRow> Top(IEnumerator<RawRow> rows)
    {
        var top = new List<RawRow>(SheetLimits.HeaderRows);
        while (top.Count < SheetLimits.HeaderRows && rows.MoveNext())
        {
            top.Add(rows.Current);
        }

        return top;
    }

    private static IEnumerable<RawRow> Rest(IEnumerator<RawRow> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    private static MemoryStream Copied(Stream content)
    {
        var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; copy.Length <= SheetLimits.FileBytes && (read = content.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
        }

        return copy;
    }
}
