using DoubleRandom.Publication;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Publication;

public sealed class FindingOnesOwnDraws
{
    [Theory, OnBothDatabases]
    public async Task Before_the_opening_nobody_is_told_anything_about_a_subject(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var code = await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).FirstAsync());

        var own = await FindAsync(draw, code);

        own.Places.ShouldBeEmpty();
        own.Pending.Single().Number.ShouldBe(DrawingCounty.First);
    }

    [Theory, OnBothDatabases]
    public async Task After_the_opening_every_subject_learns_what_the_record_says_of_it(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();
        var record = await draw.RecordAsync();
        var result = DrawResult.Parse(record["result.json"].Span).OrThrow();
        var drawn = result.Selected.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var lines = System.Text.Encoding.UTF8.GetString(record["roster.jsonl"].Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => RosterLine.Parse(System.Text.Encoding.UTF8.GetBytes(l)).OrThrow()).ToArray();

        foreach (var line in lines)
        {
            var place = (await FindAsync(draw, line.Id)).Places.Single();
            place.IsListed.ShouldBeTrue();
            (place.Excluded is null).ShouldBe(line.TakesPart);
            place.IsDrawn.ShouldBe(drawn.ContainsKey(line.Id));
            if (drawn.TryGetValue(line.Id, out var selected))
            {
                place.Ticket.ShouldBe(selected.Ticket.ToString());
                place.Parts.ShouldAllBe(p => p.Rank > 0 && string.CompareOrdinal(place.Ticket, p.GreatestDrawn) <= 0);
            }
            else if (line.TakesPart)
            {
                place.Parts.ShouldAllBe(p => p.Rank == null && string.CompareOrdinal(place.Ticket, p.GreatestDrawn) > 0);
            }
        }

        lines.Count(l => !l.TakesPart).ShouldBeGreaterThan(0);
        lines.Count(l => drawn.ContainsKey(l.Id)).ShouldBe(drawn.Count);
        (await FindAsync(draw, "91530000NOBODY0000")).Places.Single().IsListed.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_voided_attempt_is_told_beside_the_one_that_counts(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var code = await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).FirstAsync());
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        await draw.CosignAsync();
        await draw.OpenAsync();
        await draw.DrawAsync();
        await draw.OpenAsync();

        var places = (await FindAsync(draw, code)).Places;

        places.Select(p => (p.Attempt, p.IsVoided)).ShouldBe([(2, false), (1, true)]);
        places[1].IsDrawn.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_was_added_by_a_supplement_is_told_so(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var added = (await draw.ExtendAsync(1)).Value.Single();
        await draw.CosignAsync();
        await draw.OpenAsync();

        var place = (await FindAsync(draw, added)).Places.Single();

        (place.IsDrawn, place.IsAdded).ShouldBe((true, true));
    }

    [Theory, OnBothDatabases]
    public async Task What_no_record_could_have_as_a_code_is_not_looked_for(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        foreach (var code in new[] { "", "\0", "茶", "A B", new string('A', 49) })
        {
            (await county.AskAsync((OwnDrawsReader r) => r.FindAsync(code))).ShouldBeNull(code);
        }
    }

    private static async Task<OwnDraws> FindAsync(DrawingCounty draw, string code) => (await draw.County.AskAsync((OwnDrawsReader r) => r.FindAsync(code)))!;
}
