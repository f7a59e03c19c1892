using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Storage;

/// <summary>A database that a former version made is opened by this one: histories whole, draws opened and checked.</summary>
public sealed class UpgradingAFormerVersion
{
    [Theory, OnEveryFormerVersion]
    public async Task Every_record_keeps_its_history_with_that_of_its_parts(string version, DatabaseKind kind)
    {
        await using var county = await TestCounty.UpgradedAsync(version, kind);

        var asked = await county.ReadAsync(db => db.SubstitutionRequests.SingleAsync());
        (await ActsAsync<Visit>(county, asked.Visit)).ShouldBe(["substitution.asked", "visit.released"]);
        var correction = await county.ReadAsync(db => db.ResultCorrections.SingleAsync());
        (await ActsAsync<Visit>(county, correction.Visit)).ShouldBe(["correction.asked", "result.published", "result.submitted", "visit.released"]);
        (await ActsAsync<Inspector>(county, asked.Absent)).ShouldBe(["recusal.declared", "leave.removed", "leave.added"]);
        var plan = await county.ReadAsync(db => db.Plans.SingleAsync());
        (await county.AskAsync((TrailReader r) => r.OfWholeAsync(StoredKind.Of<AnnualPlan>(), plan.Id.ToString())))
            .Where(line => line.IsOf<PlanTask>()).Select(line => line.Act).Distinct()
            .ShouldBe(["draw.voided", "draw.sealed", "draw.committed", "task.withdrawn", "result.published", "task.added"], ignoreOrder: true);
        var account = await county.ReadAsync(db => db.Users.Where(a => a.UserName == "office").Select(a => a.Id).SingleAsync());
        (await county.AskAsync((TrailReader r) => r.OfWholeAsync(StoredKind.Of<Account>(), account.ToString())))
            .Select(line => line.Kind).ShouldBe(["AccountPost", "Account"], ignoreOrder: true);
    }

    [Theory, OnEveryFormerVersion]
    public async Task Its_draws_are_opened_with_its_own_key_and_its_records_are_valid(string version, DatabaseKind kind)
    {
        await using var county = await TestCounty.UpgradedAsync(version, kind);
        county.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 2, 1, 0, 0, TimeSpan.Zero));

        var due = (await county.AskAsync((OpenDueDraws o) => o.NumbersAsync())).ShouldHaveSingleItem();
        (await county.AskAsync((OpenDueDraws o) => o.RunAsync(TestCounty.Menghai, due))).ShouldBeNull();
        var office = (await county.AskAsync((ActorReader r) => r.FindAsync("office")))!;
        foreach (var (witness, passphrase) in ((string, string)[])[("jiwei", "86Y7-mEbZ-d2aQ-FGek"), ("sifa", "MXSw-SQpW-v9CT-mwnZ")])
        {
            (await county.AskAsync((CosignDraw c) => c.RunAsync(office, due, witness, passphrase))).Refusal.ShouldBeNull();
        }

        foreach (var number in await county.ReadAsync(db => db.Draws.Where(d => d.OpenedIndex != null).Select(d => d.Number).ToListAsync()))
        {
            var record = (await county.AskAsync((ExportRecord e) => e.FilesAsync(number))).Value;
            Verify.Record(record, record["trust.json"].Span).Verdict.ShouldBe(Verdict.Valid, number);
        }
    }

    [Theory, OnEveryFormerVersion]
    public async Task Its_trail_still_refuses_to_be_changed(string version, DatabaseKind kind)
    {
        await using var county = await TestCounty.UpgradedAsync(version, kind);

        (await Should.ThrowAsync<System.Data.Common.DbException>(county.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET who = 'x'"))))
            .Message.ShouldContain("append-only");
    }

    private static async Task<IEnumerable<string>> ActsAsync<T>(TestCounty county, Id<T> id) =>
        (await county.AskAsync((TrailReader r) => r.OfWholeAsync(StoredKind.Of<T>(), id.ToString()))).Select(line => line.Act);
}
