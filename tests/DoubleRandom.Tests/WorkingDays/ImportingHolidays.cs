using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Testing;
using DoubleRandom.WorkingDays;

namespace DoubleRandom.Tests.WorkingDays;

public sealed class ImportingHolidays
{
    private const string Holidays = "date,name,is_off_day\n2027-01-01,元旦,1\n2027-01-02,元旦,0\n";

    [Theory, OnBothDatabases]
    public async Task A_new_year_is_counted_once_its_notice_is_there_and_again_when_it_changes(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var end = new DateOnly(2026, 12, 31);
        (await county.AskAsync((CalendarReader r) => r.NowAsync())).WorkingDayAfter(end, 1).Refusal!.Code.ShouldBe("workdays.year-missing");

        (await ImportAsync(county, county.Office, Holidays)).Value.Year.ShouldBe(2027);
        (await county.AskAsync((CalendarReader r) => r.NowAsync())).WorkingDayAfter(end, 1).Value.ShouldBe(new DateOnly(2027, 1, 2));

        await ImportAsync(county, TestCounty.As(Role.Administrator), Holidays.Replace("2027-01-02,元旦,0", "2027-01-04,元旦,1", StringComparison.Ordinal));
        (await county.AskAsync((CalendarReader r) => r.NowAsync())).WorkingDayAfter(end, 1).Value.ShouldBe(new DateOnly(2027, 1, 5));

        var trail = await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<HolidayYearRow>(), "2027"));
        trail.Count.ShouldBe(2);
        trail[0].After!.ShouldContain("2027-01-04");
        (await county.AskAsync((CalendarReader r) => r.HolidaysAsync()))[0].ImportedBy.ShouldBe("Administrator");
    }

    [Fact]
    public async Task A_faulty_table_or_a_person_without_the_right_changes_nothing()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);

        (await ImportAsync(county, TestCounty.As(Role.Auditor), Holidays)).Refusal!.Code.ShouldBe("access.no-right");
        (await ImportAsync(county, county.Office, "date,name\n")).Refusal.ShouldNotBeNull();
        (await county.AskAsync((CalendarReader r) => r.HolidaysAsync())).ShouldAllBe(line => line.ImportedAt == null);
    }

    private static Task<Outcome<HolidayYear>> ImportAsync(TestCounty county, Actor actor, string table) =>
        county.AskAsync((ImportHolidays i) => i.RunAsync(actor, new StringReader(table)));
}
