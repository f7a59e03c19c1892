using System.Collections.Frozen;

namespace DoubleRandom.WorkingDays;

/// <summary>
/// The working days of the country [法定工作日]: Monday to Friday, less the days off, plus the make-up days of the yearly
/// notices. It knows the years whose notice it has and refuses every other; it never guesses. Immutable.
/// </summary>
public sealed class StatutoryCalendar
{
    private static readonly Lazy<StatutoryCalendar> OfTheProduct = new(() => new(HolidayTable.OfTheProduct()));

    private readonly FrozenDictionary<int, HolidayYear> years;
    private readonly FrozenDictionary<DateOnly, bool> offDays;

    private StatutoryCalendar(IEnumerable<HolidayYear> years)
    {
        this.years = years.ToFrozenDictionary(year => year.Year);

        // Notices overlap at the New Year; where two speak of one day, the later notice stands.
        var merged = new Dictionary<DateOnly, bool>();
        foreach (var day in this.years.Values.OrderBy(year => year.Year).SelectMany(year => year.Days))
        {
            merged[day.Day] = day.IsOff;
        }

        offDays = merged.ToFrozenDictionary();
    }

    /// <summary>The notices that came with this version of the product: 2018 to 2026.</summary>
    public static StatutoryCalendar Product => OfTheProduct.Value;

    /// <summary>This calendar with one more notice; a notice of a known year takes the place of the former one.</summary>
    public StatutoryCalendar With(HolidayYear notice) => new([.. years.Values.Where(year => year.Year != notice.Year), notice]);

    /// <summary>Whether people work on a day. Refuses a day of a year without notice.</summary>
    public Outcome<bool> IsWorkingDay(DateOnly day) => !years.ContainsKey(day.Year)
        ? WorkingDayRefusals.YearMissing(day.Year)
        : offDays.TryGetValue(day, out var isOff) ? !isOff : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after a day, which itself does not count: a deadline of n working days runs out on it.</summary>
    /// <param name="day">Day 0, a working day or not.</param>
    /// <param name="n">1 or more.</param>
    public Outcome<DateOnly> WorkingDayAfter(DateOnly day, int n)
    {
        if (n < 1)
        {
            return WorkingDayRefusals.CountTooSmall(n);
        }

        for (var left = n; left > 0;)
        {
            if (day == DateOnly.MaxValue)
            {
                return WorkingDayRefusals.YearMissing(day.Year);
            }

            day = day.AddDays(1);
            if (IsWorkingDay(day) is var works && works.Refused(out var refusal))
            {
                return refusal;
            }

            left -= works.Value ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days lie after the first day, up to and including the last: 0 when they are the same day.</summary>
    public Outcome<int> CountBetween(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            return WorkingDayRefusals.Backwards(first, last);
        }

        var count = 0;
        while (first < last)
        {
            first = first.AddDays(1);
            if (IsWorkingDay(first) is var works && works.Refused(out var refusal))
            {
                return refusal;
            }

            count += works.Value ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Whether a notice not yet known may still move this day: the December of a year whose next year is missing, because
    /// notices have reached back as far as the last days of December.
    /// </summary>
    public bool MayStillMove(DateOnly day) => day.Month == 12 && !years.ContainsKey(day.Year + 1);
}
