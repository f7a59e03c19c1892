using DoubleRandom.Inspections;
using DoubleRandom.Testing;
using DoubleRandom.WorkingDays;

namespace DoubleRandom.Tests.Inspections;

public sealed class TheTwentyDayClock
{
    [Theory]
    [InlineData("2026-01-30", "2026-03-05")]
    [InlineData("2026-02-13", "2026-03-19")]
    [InlineData("2026-09-10", "2026-10-14")]
    public void It_runs_twenty_working_days_from_the_day_after_completion(string completed, string due)
    {
        var clock = new PublicationClock(StatutoryCalendar.Product, TimeProvider.System);
        clock.Of(DateOnly.Parse(completed, null)).ShouldBe(new Deadline(DateOnly.Parse(due, null), null));
    }

    [Fact]
    public void It_does_not_run_while_the_check_is_not_completed() =>
        new PublicationClock(StatutoryCalendar.Product, TimeProvider.System).Of(null).ShouldBe(Deadline.NotRunning);

    [Fact]
    public void A_year_without_data_is_said_and_not_guessed()
    {
        var deadline = new PublicationClock(StatutoryCalendar.Product, TimeProvider.System).Of(new DateOnly(2026, 12, 20));
        deadline.On.ShouldBeNull();
        deadline.Unknown!.Because.ShouldContain("2027");
    }

    [Fact]
    public async Task The_last_overdue_day_of_completion_agrees_with_the_deadlines()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var clock = new PublicationClock(StatutoryCalendar.Product, county.Clock);
        for (var day = 0; day < 120; day++, county.Clock.Advance(TimeSpan.FromDays(1)))
        {
            var last = clock.OverdueIfCompletedBy();
            clock.IsOverdue(last).ShouldBeTrue();
            clock.IsOverdue(last.AddDays(1)).ShouldBeFalse();
        }
    }
}
