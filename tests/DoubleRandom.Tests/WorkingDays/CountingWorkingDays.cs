using DoubleRandom.WorkingDays;

namespace DoubleRandom.Tests.WorkingDays;

/// <summary>The statutory calendar that came with the product.</summary>
public sealed class CountingWorkingDays
{
    private static StatutoryCalendar Calendar => StatutoryCalendar.Product;

    [Theory]
    [InlineData("2019-12-09", "2020-01-07")]
    [InlineData("2020-01-10", "2020-02-14")]
    [InlineData("2020-09-15", "2020-10-19")]
    [InlineData("2024-01-25", "2024-02-27")]
    [InlineData("2024-09-10", "2024-10-14")]
    [InlineData("2025-01-10", "2025-02-13")]
    [InlineData("2025-09-12", "2025-10-16")]
    [InlineData("2026-01-30", "2026-03-05")]
    [InlineData("2026-02-13", "2026-03-19")]
    [InlineData("2026-09-10", "2026-10-14")]
    public void Twenty_working_days_after_a_day_do_not_count_that_day(string day, string expected)
    {
        Calendar.WorkingDayAfter(Day(day), 20).Value.ShouldBe(Day(expected));
        Calendar.CountBetween(Day(day), Day(expected)).Value.ShouldBe(20);
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Each_year_has_its_number_of_working_days(int year, int expected) =>
        Enumerable.Range(0, new DateOnly(year, 12, 31).DayOfYear)
            .Count(offset => Calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(offset)).Value)
            .ShouldBe(expected);

    [Theory]
    [InlineData("2018-12-29", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2022-12-30", true)]
    [InlineData("2022-12-31", false)]
    [InlineData("2023-01-02", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-23", false)]
    public void A_notice_rules_the_last_days_of_the_December_before_it(string day, bool works) =>
        Calendar.IsWorkingDay(Day(day)).Value.ShouldBe(works);

    [Fact]
    public void The_day_before_the_first_known_year_may_start_a_count() =>
        Calendar.WorkingDayAfter(Day("2017-12-31"), 1).Value.ShouldBe(Day("2018-01-02"));

    [Theory]
    [InlineData("2026-12-10", 20, 2027)]
    [InlineData("2027-03-01", 1, 2027)]
    [InlineData("2017-06-01", 1, 2017)]
    public void A_year_without_notice_is_refused_by_name_and_never_guessed(string day, int n, int missing)
    {
        var outcome = Calendar.WorkingDayAfter(Day(day), n);

        outcome.Refused(out var refusal).ShouldBeTrue();
        refusal.Code.ShouldBe("workdays.year-missing");
        refusal.Because.ShouldContain($"{missing} 年");
        refusal.Because.ShouldContain("导入");
        refusal.InEnglish.ShouldContain($"{missing}");
    }

    [Fact]
    public void A_count_across_a_year_without_notice_is_refused() =>
        Calendar.CountBetween(Day("2026-12-30"), Day("2027-01-05")).Refusal.ShouldNotBeNull().Code.ShouldBe("workdays.year-missing");

    [Fact]
    public void The_last_day_of_the_calendar_is_refused_like_any_other_unknown_day() =>
        Calendar.WorkingDayAfter(DateOnly.MaxValue, 1).Refusal.ShouldNotBeNull().Code.ShouldBe("workdays.year-missing");

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Less_than_one_working_day_is_refused(int n) =>
        Calendar.WorkingDayAfter(Day("2026-03-02"), n).Refusal.ShouldNotBeNull().Code.ShouldBe("workdays.count-too-small");

    [Fact]
    public void Days_in_the_wrong_order_are_refused() =>
        Calendar.CountBetween(Day("2026-03-03"), Day("2026-03-02")).Refusal.ShouldNotBeNull().Code.ShouldBe("workdays.backwards");

    [Fact]
    public void A_December_may_still_move_until_the_next_notice_is_known()
    {
        Calendar.MayStillMove(Day("2026-12-31")).ShouldBeTrue();
        Calendar.MayStillMove(Day("2026-11-30")).ShouldBeFalse();
        Calendar.MayStillMove(Day("2025-12-31")).ShouldBeFalse();
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "O", null);
}
