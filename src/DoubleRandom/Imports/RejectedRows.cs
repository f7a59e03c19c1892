using DoubleRandom.Sheets;

namespace DoubleRandom.Imports;

/// <summary>Rejected rows as a workbook [退回行]: the cells as they were sent, and the reasons in a last column, ready to be mended and sent again.</summary>
public static class RejectedRows
{
    private static readonly Words Words = new(typeof(RejectedRows));

    /// <summary>Writes one sheet for each sheet that had rejected rows. The column of reasons is ignored when the file comes back.</summary>
    public static void Write<T>(Stream to, SheetReading<T> reading) => Write(to, reading.Sheets, reading.Rejected);

    /// <summary>Writes one sheet for each sheet that had rejected rows.</summary>
    /// <param name="to">Where to; stays open.</param>
    /// <param name="sheets">The sheets read, with their headers.</param>
    /// <param name="rejected">The rows that go back.</param>
    public static void Write(Stream to, IReadOnlyList<ReadSheet> sheets, IReadOnlyCollection<RejectedRow> rejected)
    {
        var bySheet = rejected.ToLookup(r => r.Sheet, StringComparer.Ordinal);
        var pages = sheets.Where(s => bySheet.Contains(s.Name)).Select(s => Page(s, bySheet[s.Name])).ToList();
        SheetWriter.Write(to, pages.Count > 0 ? pages : [.. sheets.Take(1).Select(s => Page(s, []))]);
    }

    private static SheetPage Page(ReadSheet sheet, IEnumerable<RejectedRow> rows)
    {
        var reason = Words["reason"];
        var kept = Enumerable.Range(0, sheet.Headers.Count).Where(i => !IsReason(sheet.Headers[i])).ToList();
        return new(
            sheet.Name,
            [.. kept.Select(i => sheet.Headers[i]), reason],
            rows.Select(r => (IReadOnlyList<object?>)[.. kept.Select(i => i < r.Cells.Count ? r.Cells[i] : ""), Reasons(r)]));
    }

    private static bool IsReason(string header) => header == Words.InChinese("reason") || header == Words.InEnglish("reason");

    private static string Reasons(RejectedRow row) =>
        string.Join('\n', row.Faults.Select((f, i) => (row.Faults.Count > 1 ? $"{i + 1}. " : "") + f.Sentence).Prepend(Words.Say("row", row.Row)));
}
