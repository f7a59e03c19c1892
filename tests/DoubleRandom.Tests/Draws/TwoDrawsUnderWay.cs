using DoubleRandom.Draws;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class TwoDrawsUnderWay
{
    private const string Second = "532822202603021002";

    [Theory, OnBothDatabases]
    public async Task Never_draw_one_subject_twice(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.WithTaskAsync(Second);
        (await draw.CommitAsync()).Refusal.ShouldBeNull();

        var refusal = (await draw.CommitAsync(Second)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("draw.subjects-in-other-draw");
        refusal.Because.ShouldContain(DrawingCounty.First);

        await draw.ContributeAllAsync();
        (await draw.SealAsync()).Refusal.ShouldBeNull();
        await draw.DrawAsync(Second);
        var drawn = await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).ToListAsync());
        drawn.Count.ShouldBe(12);
        drawn.ShouldBeUnique();
    }

    [Theory, OnBothDatabases]
    public async Task Go_on_side_by_side_when_they_draw_from_different_subjects_or_the_other_was_voided(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        PlanTask Of(string number, string town)
        {
            var task = draw.ATask(number, QuotaWish.Of(3), "SC-01", "YJ-03");
            task.Change(draft => draft with { Filter = SubjectFilter.None with { Towns = [town] } });
            return task;
        }

        await draw.SaveAsync([Of(DrawingCounty.First, "532822101"), Of(Second, "532822104"), draw.ATask("532822202603021003", QuotaWish.Of(3), "SC-01")]);
        (await draw.CommitAsync()).Refusal.ShouldBeNull();
        (await draw.CommitAsync(Second)).Refusal.ShouldBeNull();
        (await draw.CommitAsync("532822202603021003")).Refusal.ShouldNotBeNull().Code.ShouldBe("draw.subjects-in-other-draw");

        await draw.CosignAsync();
        await draw.CosignAsync(Second);
        (await draw.VoidAsync()).Refusal.ShouldBeNull();
        (await draw.VoidAsync(Second)).Refusal.ShouldBeNull();
        (await draw.CommitAsync("532822202603021003")).Refusal.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_to_leave_a_subject_out_and_a_commitment_at_once_do_not_both_count(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var before = await draw.County.ReadAsync(db => db.Tasks.Select(t => t.Version).SingleAsync());

        var left = await draw.LeaveOutAsync(draw.ASubject(3).Code, LeftOutReason.SpecialInspection);

        left.Refusal.ShouldBeNull();
        (await draw.County.ReadAsync(db => db.Tasks.Select(t => t.Version).SingleAsync())).ShouldNotBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task No_line_of_the_trail_tells_a_name_that_a_draw_keeps_sealed(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        var version = await draw.County.ReadAsync(db => db.Draws.Select(d => d.Version).SingleAsync());
        (await draw.ExtendAsync(2)).Refusal.ShouldBeNull();
        (await draw.County.ReadAsync(db => db.Draws.Select(d => d.Version).SingleAsync())).ShouldNotBe(version);

        await draw.CosignAsync();
        (await draw.ReplaceAsync(await draw.County.ReadAsync(db => db.DrawnSubjects.OrderBy(d => d.Place).Select(d => d.SubjectCode).FirstAsync()))).Refusal.ShouldBeNull();

        var names = await draw.County.ReadAsync(db => db.DrawnSubjects.Select(d => d.SubjectCode).ToListAsync());
        names.Count.ShouldBe(9);
        var lines = await draw.County.ReadAsync(db => db.AuditEntries.Where(e => e.Act != "test.prepared").ToListAsync());
        lines.ShouldContain(e => e.Act == "draw.extended");
        lines.ShouldAllBe(e => !names.Exists(name => (e.Key + e.Before + e.After).Contains(name)));
    }
}
