using System.Globalization;

namespace DoubleRandom.WorkingDays;

/// <summary>
/// A notice typed as a table [放假安排表]: a first line <c>date,name,is_off_day</c>, then a line for each day off (1) and each
/// make-up working day (0). Lines that begin with <c>#</c> are remarks.
/// </summary>
public static class HolidayTable
{
    internal const int LongestName = 40;
    private const int LongestTable = 400;
    private const int MostRefusals = 20;
    private const string Header = "date,name,is_off_day";

    /// <summary>
    /// Reads one year's table as people import it. The year is that of the last date; earlier dates lie in it or in the
    /// December before. All faulty lines are refused together.
    /// </summary>
    public static Outcome<HolidayYear> Read(TextReader table)
    {
        var lines = LinesOf(table).Take(LongestTable + 1).ToArray();
        if (lines.Length > LongestTable)
        {
            return WorkingDayRefusals.TableTooLong(LongestTable);
        }

        if (lines.Length == 0 || !lines[0].Text.Replace(" ", "", StringComparison.Ordinal).Equals(Header, StringComparison.OrdinalIgnoreCase))
        {
            return WorkingDayRefusals.HeaderMissing(Header);
        }

        var refusals = new List<Refusal>();
        var days = new List<(int Line, HolidayDay Day)>();
        foreach (var (number, text) in lines.Skip(1))
        {
            if (DayOf(number, text) is var day && day.Refused(out var refusal))
            {
                refusals.Add(refusal);
            }
            else
            {
                days.Add((number, day.Value));
            }
        }

        if (refusals.Count == 0 && days.Count > 0)
        {
            refusals.AddRange(Contradictions(days, days.Max(day => day.Day.Day).Year));
        }

        if (refusals.Count == 0 && !days.Exists(day => day.Day.IsOff))
        {
            refusals.Add(WorkingDayRefusals.NoDayOff());
        }

        return Refusal.Of(refusals.Take(MostRefusals).ToArray()) is { } all
            ? all
            : new HolidayYear(days.Max(day => day.Day.Day).Year, days.Select(day => day.Day));
    }

    /// <summary>The table of a notice, as <see cref="Read"/> reads it.</summary>
    public static string Write(HolidayYear notice) => string.Concat(
        notice.Days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd},{day.Name},{(day.IsOff ? 1 : 0)}\n")).Prepend(Header + "\n"));

    /// <summary>The table of the product: all known notices, each line with the year of its notice in front.</summary>
    internal static IEnumerable<HolidayYear> OfTheProduct()
    {
        var resource = typeof(HolidayTable).Assembly.GetManifestResourceStream(typeof(StatutoryCalendar), "StatutoryCalendar.csv")!;
        using var reader = new StreamReader(resource);
        return LinesOf(reader).Skip(1)
            .Select(line => (Year: int.Parse(line.Text.AsSpan(0, 4), CultureInfo.InvariantCulture), DayOf(line.Number, line.Text[5..]).Value))
            .GroupBy(line => line.Year, line => line.Value)
            .Select(year => new HolidayYear(year.Key, year))
            .ToArray();
    }

    private static Outcome<HolidayDay> DayOf(int number, string text)
    {
        var cells = text.Split(',').Select(cell => cell.Trim().Trim('"').Trim()).ToArray();
        if (cells.Length != 3)
        {
            return WorkingDayRefusals.WrongColumns(number, cells.Length);
        }

        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return WorkingDayRefusals.WrongDate(number, cells[0]);
        }

        if (cells[1].Length is 0 or > LongestName)
        {
            return WorkingDayRefusals.WrongName(number);
        }

        return cells[2] is "0" or "1" ? new HolidayDay(day, cells[1], cells[2] == "1") : WorkingDayRefusals.WrongFlag(number, cells[2]);
    }

    private static IEnumerable<Refusal> Contradictions(List<(int Line, HolidayDay Day)> days, int year)
    {
        var seen = new HashSet<DateOnly>();
        foreach (var (line, day) in days)
        {
            if (!seen.Add(day.Day))
            {
                yield return WorkingDayRefusals.Repeated(line, day.Day);
            }

            if (day.Day.Year != year && (day.Day.Year, day.Day.Month) != (year - 1, 12))
            {
                yield return WorkingDayRefusals.NotOfYear(line, day.Day, year);
            }

            if (!day.IsOff && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return WorkingDayRefusals.MakeUpOnWeekday(line, day.Day);
            }
        }
    }

    /// <summary>The lines that say something, numbered as an editor shows them.</summary>
    private static IEnumerable<(int Number, string Text)> LinesOf(TextReader table)
    {
        for (var number = 1; table.ReadLine() is { } text; number++)
        {
            text = text.Trim().TrimStart('\uFEFF');
            if (text.Length > 0 && text[0] != '#')
            {
                yield return (number, text);
            }
        }
    }
}
