using System.Globalization;

namespace DoubleRandom.Sheets;

/// <summary>A day as sheets write it: 2019-03-05, 2019/3/5, 2019.3.5, 2019年3月5日, 20190305, or a spreadsheet's day number.</summary>
internal static class SheetDate
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"];
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>
    /// The day of a cell. A time of day behind the date is accepted and left out. A bare day number needs five digits (from 1927),
    /// so that a lone year is never taken for a day of 1905.
    /// </summary>
    public static DateOnly? Read(Cell cell, bool countsFrom1904)
    {
        var text = SheetText.Folded(SheetText.Clean(cell.Text));
        if (cell.Kind == CellKind.Number && text.IndexOf('.', StringComparison.Ordinal) == 5)
        {
            text = text[..5];
        }

        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 10_000 ? FromDayNumber(number, countsFrom1904) : null;
        }

        text = text.Contains('年', StringComparison.Ordinal) ? Joined(text) : text;
        var end = text.AsSpan().IndexOfAny(' ', 'T');
        if (end > 0)
        {
            if (!TimeOnly.TryParseExact(text.AsSpan(end + 1).Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                return null;
            }

            text = text[..end];
        }

        return DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First
            ? day
            : null;
    }

    /// <summary>
    /// The day of a spreadsheet's day number, or null where there is none. Number 60 is 1900-02-29, a day spreadsheets believe in
    /// and the calendar does not.
    /// </summary>
    public static DateOnly? FromDayNumber(double number, bool countsFrom1904)
    {
        var days = Math.Floor(number) + (countsFrom1904 ? 1462 : 0);
        return days is < 1 or 60 or > 2_958_465 ? null : DayZero.AddDays((int)days + (days < 60 ? 1 : 0));
    }

    /// <summary>A day number as text: <c>2019-03-05</c>, with its time of day where it has one; null where there is no such day.</summary>
    public static string? Text(double number, bool countsFrom1904)
    {
        if (FromDayNumber(number, countsFrom1904) is not { } day)
        {
            return null;
        }

        var seconds = (int)Math.Round((number - Math.Floor(number)) * 86_400);
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return seconds is 0 or 86_400 ? text : text + TimeSpan.FromSeconds(seconds).ToString(@"\ hh\:mm\:ss", CultureInfo.InvariantCulture);
    }

    private static string Joined(string text)
    {
        var day = text.IndexOfAny(['日', '号']);
        return day < 0 ? text.Replace(" ", "", StringComparison.Ordinal)
            : text[..day].Replace(" ", "", StringComparison.Ordinal) + "日" + (day + 1 == text.Length ? "" : " " + text[(day + 1)..].Trim());
    }
}
