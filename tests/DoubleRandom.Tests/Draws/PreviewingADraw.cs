using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Checks;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Draws;

public sealed class PreviewingADraw
{
    private const string Second = "532822202603021002";

    [Theory, OnBothDatabases]
    public async Task A_preview_tells_exclusions_by_reason_and_the_chance_of_each_stratum_and_writes_nothing(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync(quota: QuotaWish.OfEach(BasisPoints.Of(2_500)));
        var left = await draw.LeaveOutAsync("915328220000000004", LeftOutReason.PendingCase);
        left.Refusal.ShouldBeNull();

        var preview = (await PreviewAsync(draw, DrawingCounty.First)).Value;

        (preview.Listed, preview.Eligible).ShouldBe((25, 23));
        preview.Excluded.Select(e => (e.Code, e.Count)).ShouldBe([("deregistered", 1), ("pending-case", 1)], ignoreOrder: true);
        preview.Parts.Single().Strata.Sum(s => s.Eligible).ShouldBe(23);
        preview.Parts.Single().Strata.ShouldAllBe(s => s.Chance == BasisPoints.Of(s.Quota * 10_000 / s.Eligible));
        preview.TrialsFailed.ShouldBe(0);
        (await draw.County.ReadAsync(db => db.Draws.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_drawn_this_year_is_excluded_until_the_year_ends_or_the_attempt_is_voided(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.CosignAsync();
        await draw.WithTaskAsync(Second);

        (await PreviewAsync(draw, Second)).Value.Excluded.ShouldContain(e => e.Code == ExclusionReason.DrawnThisYear && e.Count == 6);
        await draw.VoidAsync();
        (await PreviewAsync(draw, Second)).Value.Excluded.ShouldNotContain(e => e.Code == ExclusionReason.DrawnThisYear);
    }

    [Theory, OnBothDatabases]
    public async Task A_lawful_ground_lets_them_take_part_again_with_approval_and_stands_in_the_record(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.WithTaskAsync(Second);
        var wish = new DrawWish(Second) { Repeat = RepeatGround.ManyComplaints };

        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, wish))).Refusal!.Code.ShouldBe("draw.repeat-not-approved");
        (await draw.DecidedAsync(new(DrawRequestKind.Repeat, Second, "投诉较多") { Code = nameof(RepeatGround.GraveRecord) })).Refusal.ShouldBeNull();
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, wish))).Refusal!.Code.ShouldBe("draw.repeat-not-approved");
        (await draw.DecidedAsync(new(DrawRequestKind.Repeat, Second, "投诉较多") { Code = nameof(RepeatGround.ManyComplaints) })).Refusal.ShouldBeNull();
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, wish))).Refusal.ShouldBeNull();

        (await draw.County.ReadAsync(db => db.Draws.SingleAsync(d => d.Number == Second))).Title.ShouldContain("投诉举报多");
    }

    [Theory, OnBothDatabases]
    public async Task An_item_at_its_organs_yearly_cap_is_left_out_even_where_the_ground_lets_a_subject_be_drawn_again(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.County.AskAsync(async (SupervisionDb db) =>
        {
            (await db.Items.SingleAsync(i => i.Code == "SC-01")).Change(content => content with { MostPerYear = 1 });
            return await db.CommitAsync(draw.County.Office, new Act("test.cap"));
        });
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        await draw.WithTaskAsync(Second);

        var preview = (await draw.County.AskAsync((PreviewDraw p) => p.RunAsync(draw.County.Office, new DrawWish(Second) { Repeat = RepeatGround.GraveRecord }))).Value;

        preview.SkippedItems.ShouldContain(e => e.Code == ExclusionReason.OrganCap && e.Count == 6);
    }

    [Theory, OnBothDatabases]
    public async Task More_than_the_cap_allows_is_refused_and_the_largest_lawful_numbers_are_named(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.SaveAsync([
            draw.ATask(DrawingCounty.First, QuotaWish.Of(13), "SC-01"),
            draw.ATask(Second, QuotaWish.OfEach(BasisPoints.Of(6_000)), "SC-01"),
            draw.ATask("532822202603021003", QuotaWish.Of(25), "YJ-03"),
        ]);

        var count = (await PreviewAsync(draw, DrawingCounty.First)).Refusal!;
        var share = (await PreviewAsync(draw, Second)).Refusal!;
        var more = (await PreviewAsync(draw, "532822202603021003")).Refusal!;

        (count.Code, count.Article).ShouldBe(("draw.over-cap", "R2"));
        count.Because.ShouldContain("最多可抽 12 户");
        share.Code.ShouldBe("draw.share-over-cap");
        share.Because.ShouldContain("最高可填 50%");
        more.Code.ShouldBe("draw.more-than-there-are");
        more.Because.ShouldContain("最多可填 24");
    }

    [Theory, OnBothDatabases]
    public async Task A_filter_that_meets_nobody_and_an_item_not_published_are_refused_in_words(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        var empty = draw.ATask(DrawingCounty.First, QuotaWish.Of(1), "SC-01");
        empty.Change(draft => draft with { Filter = SubjectFilter.None with { Towns = ["532822205"] } });
        var retired = draw.AnItem("SC-09", "SC", 500);
        retired.Retire();
        await draw.SaveAsync([empty, retired, draw.ATask(Second, QuotaWish.Of(1), "SC-09")]);

        (await PreviewAsync(draw, DrawingCounty.First)).Refusal!.Code.ShouldBe("draw.nobody-eligible");
        var refusal = (await PreviewAsync(draw, Second)).Refusal!;
        (refusal.Code, refusal.Article).ShouldBe(("draw.item-not-published", "R21"));
        (await PreviewAsync(draw, "1")).Refusal!.Code.ShouldBe("draw.no-such-task");
    }

    [Theory, OnBothDatabases]
    public async Task When_no_teams_can_exist_the_refusal_names_the_shortage_and_its_lawful_cure(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database, inspectorsOfLead: 1);
        await draw.WithTaskAsync();

        var preview = (await PreviewAsync(draw, DrawingCounty.First)).Value;
        var refusal = (await draw.CommitAsync()).Refusal!;

        preview.TrialsFailed.ShouldBe(preview.TrialsTried);
        preview.Shortages.ShouldNotBeEmpty();
        refusal.Code.ShouldBe("draw.no-match");
        refusal.Because.ShouldContain("市场监管");
        refusal.Because.ShouldContain("不得人工指定");
        refusal.Because.ShouldContain("录入名录库");
    }

    [Theory, OnBothDatabases]
    public async Task Inspectors_on_leave_with_lapsing_certificates_or_narrower_scope_are_not_matched(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database, inspectorsOfLead: 10);
        await draw.WithTaskAsync();
        var office = draw.County.Office;
        await draw.County.AskAsync(async (SupervisionDb db) =>
        {
            var sc = await db.Inspectors.Where(i => i.Department == Department.MarketSupervision).OrderBy(i => i.Number).ToListAsync();
            sc[0].Change(content => content with { CertificateUntil = new DateOnly(2026, 4, 1) });
            sc[1].Change(content => content with { ItemScope = ["SC-77"] });
            sc[2].Change(content => content with { Duty = DutyState.Seconded });
            db.Add(new Leave
            {
                Jurisdiction = office.Jurisdiction,
                Id = Id<Leave>.New(draw.County.Clock),
                Inspector = sc[3].Id,
                From = new DateOnly(2026, 3, 9),
                To = new DateOnly(2026, 3, 12),
                Reason = "病假",
            });
            return await db.CommitAsync(office, new Act("test.inspectors"));
        });
        await draw.DrawAsync();

        var holders = await draw.County.ReadAsync(db => (from p in db.TeamPlaces join i in db.Inspectors on p.Holder equals i.Id select i.Number).Distinct().ToListAsync());
        holders.ShouldNotContain(n => n == "SC0001" || n == "SC0002" || n == "SC0003" || n == "SC0004");
        await draw.OpenAsync();
        (await draw.VerifyAsync()).Verdict.ShouldBe(Verdict.Valid);
    }

    [Theory, OnBothDatabases]
    public async Task A_commitment_over_other_data_than_the_preview_showed_is_refused(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        var seen = (await PreviewAsync(draw, DrawingCounty.First)).Value.Fingerprint;
        await draw.SaveAsync([draw.ASubject(50)]);

        var wish = new DrawWish(DrawingCounty.First) { Seen = seen };
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, wish))).Refusal!.Code.ShouldBe("draw.changed-since-preview");
        var again = wish with { Seen = (await PreviewAsync(draw, DrawingCounty.First)).Value.Fingerprint };
        (await draw.County.AskAsync((CommitDraw c) => c.RunAsync(draw.County.Office, again))).Refusal.ShouldBeNull();
    }

    private static Task<Outcome<DrawPreview>> PreviewAsync(DrawingCounty draw, string task) =>
        draw.County.AskAsync((PreviewDraw p) => p.RunAsync(draw.County.Office, new DrawWish(task)));
}
