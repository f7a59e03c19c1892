using DoubleRandom.Access;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;

namespace DoubleRandom.Tests.Draws;

/// <summary>Workload spread and pair repetition after a match: what they say, and from when on to whom.</summary>
public sealed class ShowingWhatAMatchCameTo
{
    private const string First = DrawingCounty.First;
    private const string Second = "532822202603021002";
    private static readonly Actor Reviewer = TestCounty.As(Role.Reviewer, "SC");

    [Theory, OnBothDatabases]
    public async Task The_figures_are_those_of_the_drawn_list(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var list = (await draw.County.AskAsync((DrawnListReader r) => r.ListAsync(draw.County.Office, First))).Value;

        var figures = (await StaffAsync(draw, draw.County.Office, First)).ShouldNotBeNull();

        figures.Workload.Select(w => (w.Department.Code, w.Inspectors)).ShouldBe([("SC", 8), ("YJ", 5)]);
        foreach (var spread in figures.Workload)
        {
            var each = list.SelectMany(row => row.Team).Where(m => m.Department == spread.Department.Name).CountBy(m => m.Number).Select(c => c.Value).ToArray();
            (spread.Visits, spread.Most).ShouldBe((each.Sum(), each.Max()));
            spread.Least.ShouldBe(each.Length < spread.Inspectors ? 0 : each.Min());
        }

        var pairs = list.DistinctBy(row => row.Bundle)
            .SelectMany(row => row.Team.SelectMany(a => row.Team.Select(b => (A: a.Number, B: b.Number))))
            .Where(pair => string.CompareOrdinal(pair.A, pair.B) < 0)
            .CountBy(pair => pair).Select(c => c.Value).ToArray();
        figures.Pairs.ShouldBe(new(pairs.Length, (8 * 7 / 2) + (8 * 5), pairs.Max(), pairs.Count(n => n > 1), Earlier: null));
    }

    [Theory, OnBothDatabases]
    public async Task Before_the_opening_they_are_for_those_alone_who_may_read_the_list(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        await draw.ContributeAllAsync();
        (await StaffAsync(draw, draw.County.Office, First)).ShouldBeNull();

        await draw.SealAsync();
        await draw.CosignAsync();
        (await StaffAsync(draw, draw.County.Office, First)).ShouldNotBeNull();
        (await StaffAsync(draw, Reviewer, First)).ShouldBeNull();
        (await PublicAsync(draw, First)).ShouldBeNull();

        await draw.OpenAsync();
        (await StaffAsync(draw, Reviewer, First)).ShouldNotBeNull();
        (await PublicAsync(draw, First)).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Earlier_draws_of_the_year_are_compared_with_once_the_reader_may_know_of_them(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.WithTaskAsync(Second, QuotaWish.Of(8));
        await draw.DrawAsync();
        await draw.CosignAsync();
        await draw.DrawAsync(Second);
        await draw.CosignAsync(Second);
        await draw.OpenAsync(Second);

        // Of 68 pairs six and eight teams hold some twenty each: they have some in common.
        (await StaffAsync(draw, draw.County.Office, Second)).ShouldNotBeNull().Pairs.Earlier.ShouldNotBeNull().ShouldBeGreaterThan(0);
        (await StaffAsync(draw, Reviewer, Second)).ShouldNotBeNull().Pairs.Earlier.ShouldBeNull();
        (await PublicAsync(draw, Second)).ShouldNotBeNull().Pairs.Earlier.ShouldBeNull();
        (await StaffAsync(draw, draw.County.Office, First)).ShouldNotBeNull().Pairs.Earlier.ShouldBeNull();

        await draw.OpenAsync();
        var known = await PublicAsync(draw, Second);
        known.ShouldNotBeNull().Pairs.ShouldBe((await StaffAsync(draw, draw.County.Office, Second))!.Pairs);
    }

    [Theory, OnBothDatabases]
    public async Task A_voided_attempt_shows_its_own_match_and_is_no_earlier_draw(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();
        await draw.DrawAsync();

        (await PublicAsync(draw, First)).ShouldNotBeNull();
        (await PublicAsync(draw, First, attempt: 2)).ShouldBeNull();
        (await StaffAsync(draw, draw.County.Office, First, attempt: 2)).ShouldNotBeNull().Pairs.Earlier.ShouldBeNull();
    }

    private static Task<MatchFigures?> StaffAsync(DrawingCounty draw, Actor actor, string number, int attempt = 1) =>
        draw.County.AskAsync((MatchFiguresReader r) => r.FindAsync(actor, number, attempt));

    private static Task<MatchFigures?> PublicAsync(DrawingCounty draw, string number, int attempt = 1) =>
        draw.County.AskAsync((MatchFiguresReader r) => r.FindPublicAsync(number, attempt));
}
