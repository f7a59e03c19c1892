namespace DoubleRandom.WorkingDays;

/// <summary>Every expected no of the calendar.</summary>
internal static class WorkingDayRefusals
{
    private static readonly Words Words = new(typeof(WorkingDayRefusals));

    public static Refusal YearMissing(int year) => Words.Refuse("workdays.year-missing", null, year);

    public static Refusal CountTooSmall(int n) => Words.Refuse("workdays.count-too-small", null, n);

    public static Refusal Backwards(DateOnly first, DateOnly last) => Words.Refuse("workdays.backwards", null, Iso(first), Iso(last));

    public static Refusal TableTooLong(int limit) => Words.Refuse("holidays.too-long", null, limit);

    public static Refusal HeaderMissing(string header) => Words.Refuse("holidays.header", null, header);

    public static Refusal NoDayOff() => Words.Refuse("holidays.no-day-off", null);

    public static Refusal WrongColumns(int line, int found) => Words.Refuse("holidays.columns", null, line, found);

    public static Refusal WrongDate(int line, string found) => Words.Refuse("holidays.date", null, line, Short(found));

    public static Refusal WrongName(int line) => Words.Refuse("holidays.name", null, line, HolidayTable.LongestName);

    public static Refusal WrongFlag(int line, string found) => Words.Refuse("holidays.flag", null, line, Short(found));

    public static Refusal Repeated(int line, DateOnly day) => Words.Refuse("holidays.repeated", null, line, Iso(day));

    public static Refusal NotOfYear(int line, DateOnly day, int year) => Words.Refuse("holidays.other-year", null, line, Iso(day), year, year - 1);

    public static Refusal MakeUpOnWeekday(int line, DateOnly day) => Words.Refuse("holidays.make-up-weekday", null, line, Iso(day));

    private static string Iso(DateOnly day) => day.ToString("O", null);

    private static string Short(string found) => found.Length <= 30 ? found : found[..30] + "…";
}
