namespace DoubleRandom.WorkingDays;

/// <summary>One day that a notice sets apart from the week [放假或调休日].</summary>
/// <param name="Day">The day in Asia/Shanghai.</param>
/// <param name="Name">The holiday it belongs to, e.g. 春节.</param>
/// <param name="IsOff">True: a day off. False: a weekend day on which people work to make up [调休上班].</param>
public readonly record struct HolidayDay(DateOnly Day, string Name, bool IsOff);

/// <summary>
/// The holidays of one year as the State Council's notice arranges them [放假安排]. Its first days may lie in the December
/// before. Immutable; made by reading a notice's table (<see cref="HolidayTable"/>).
/// </summary>
public sealed class HolidayYear
{
    private readonly HolidayDay[] days;

    internal HolidayYear(int year, IEnumerable<HolidayDay> days) =>
        (Year, this.days) = (year, [.. days.OrderBy(day => day.Day)]);

    /// <summary>The year of the notice.</summary>
    public int Year { get; }

    /// <summary>Its days off and make-up working days, in order.</summary>
    public IReadOnlyList<HolidayDay> Days => days;
}
