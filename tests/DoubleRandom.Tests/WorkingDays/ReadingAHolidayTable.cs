using DoubleRandom.WorkingDays;

namespace DoubleRandom.Tests.WorkingDays;

/// <summary>A new year's notice, typed as a table. The days of 2027 in here are invented for these tests.</summary>
public sealed class ReadingAHolidayTable
{
    private const string Header = "date,name,is_off_day\n";

    [Fact]
    public void A_new_year_extends_the_calendar_and_reaches_back_into_December()
    {
        var notice = Read("2026-12-31,元旦,1\n2027-01-01,元旦,1\n2027-01-02,元旦,0\n").Value;

        var calendar = StatutoryCalendar.Product.With(notice);

        notice.Year.ShouldBe(2027);
        calendar.WorkingDayAfter(new(2026, 12, 30), 1).Value.ShouldBe(new(2027, 1, 2));
        StatutoryCalendar.Product.IsWorkingDay(new(2026, 12, 31)).Value.ShouldBeTrue("the former calendar stays as it was");
    }

    [Fact]
    public void A_second_notice_of_a_year_takes_the_place_of_the_first()
    {
        var once = StatutoryCalendar.Product.With(Read("2027-01-01,元旦,1\n").Value);
        var again = once.With(Read("2027-01-04,元旦,1\n").Value);

        again.IsWorkingDay(new(2027, 1, 1)).Value.ShouldBeTrue();
        again.IsWorkingDay(new(2027, 1, 4)).Value.ShouldBeFalse();
    }

    [Fact]
    public void Remarks_empty_lines_quotes_and_a_byte_order_mark_do_no_harm() =>
        HolidayTable.Read(new StringReader("\uFEFFdate,name,is_off_day\r\n\r\n# 元旦\r\n\"2027-01-01\",\"元旦\",\"1\"\r\n")).Value.Days
            .ShouldBe([new HolidayDay(new(2027, 1, 1), "元旦", IsOff: true)]);

    [Theory]
    [InlineData("2027-01-01,元旦\n", "holidays.columns")]
    [InlineData("2027/1/1,元旦,1\n", "holidays.date")]
    [InlineData("2027-02-30,元旦,1\n", "holidays.date")]
    [InlineData("2027-01-01,,1\n", "holidays.name")]
    [InlineData("2027-01-01,元旦,是\n", "holidays.flag")]
    [InlineData("2027-01-01,元旦,1\n2027-01-01,元旦,1\n", "holidays.repeated")]
    [InlineData("2026-06-19,端午节,1\n2027-01-01,元旦,1\n", "holidays.other-year")]
    [InlineData("2027-01-01,元旦,1\n2027-01-04,元旦,0\n", "holidays.make-up-weekday")]
    [InlineData("2027-01-02,元旦,0\n", "holidays.no-day-off")]
    [InlineData("", "holidays.no-day-off")]
    public void A_faulty_table_is_refused_with_its_reason(string lines, string code) => Read(lines).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void All_faulty_lines_are_refused_at_once_by_their_numbers()
    {
        Read("x,元旦,1\n2027-01-01,元旦,1\n2027-01-02,元旦,9\n").Refused(out var refusal).ShouldBeTrue();

        refusal.All.Select(one => one.Code).ShouldBe(["holidays.date", "holidays.flag"]);
        refusal.Because.ShouldContain("第 2 行");
        refusal.Further[0].Because.ShouldContain("第 4 行");
    }

    [Theory]
    [InlineData("")]
    [InlineData("日期,名称,放假\n2027-01-01,元旦,1\n")]
    public void A_table_without_its_header_is_refused(string text) =>
        HolidayTable.Read(new StringReader(text)).Refusal.ShouldNotBeNull().Code.ShouldBe("holidays.header");

    [Fact]
    public void A_table_far_too_long_is_refused_before_it_is_read_whole() =>
        Read(string.Concat(Enumerable.Repeat("2027-01-01,元旦,1\n", 10_000))).Refusal.ShouldNotBeNull().Code.ShouldBe("holidays.too-long");

    private static Outcome<HolidayYear> Read(string lines) => HolidayTable.Read(new StringReader(Header + lines));
}
