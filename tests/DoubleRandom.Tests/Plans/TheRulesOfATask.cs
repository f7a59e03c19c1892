using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Plans;

public sealed class TheRulesOfATask
{
    [Theory, OnBothDatabases]
    public async Task Items_must_be_listed_published_and_of_a_department_that_takes_part(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        await county.AddItemAsync("SC-0009", state: ItemState.Draft);
        await county.AddItemAsync("SC-0010", state: ItemState.Retired);
        await county.AddItemAsync("NY-0001", "NY");

        var refusal = await TryAsync(county, ATask.Of("SC-0001", "SC-0009", "SC-0010", "NY-0001", "XX-0001"));

        refusal!.All.Select(r => (r.Code, r.Article)).ShouldBe(
            [("task.item-unknown", "R21"), ("task.item-unpublished", "R21"), ("task.item-unpublished", "R21"), ("task.item-department", "R20")]);
        refusal.All.ShouldAllBe(r => r.Field == "Items");
        (await TryAsync(county, ATask.Of("SC-0001", "NY-0001") with { Participants = [Department.Parse("NY", null)] })).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Every_refusal_of_whom_and_how_many_names_its_rule(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var task = ATask.Of("SC-0001");
        TaskDraft[] wrong =
        [
            task with { Quota = QuotaWish.Of(0) },
            task with { Quota = QuotaWish.Of(1_000_000) },
            task with { Quota = QuotaWish.Of(3) with { Shares = QuotaWish.OfEach(BasisPoints.Of(100)).Shares } },
            task.Asking(RiskClass.A, 0),
            task with { Filter = task.Filter with { Industries = ["9X"] } },
            task with { Filter = task.Filter with { Towns = ["999999999"] } },
        ];

        foreach (var draft in wrong)
        {
            (await TryAsync(county, draft)).ShouldNotBeNull().All.ShouldAllBe(refusal => refusal.Article != null);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_share_above_the_smallest_cap_is_refused_and_names_the_largest_lawful_one(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        await county.AddItemAsync("SC-0002", cap: BasisPoints.Of(300));
        await county.AddItemAsync("SC-0003");

        var refusal = await TryAsync(county, ATask.Of("SC-0001", "SC-0002", "SC-0003").Asking(RiskClass.A, 301));

        refusal!.Code.ShouldBe("task.share-above-cap");
        refusal.Article.ShouldBe("R2");
        refusal.Because.ShouldContain("最多可填 3%");
        refusal.Field.ShouldBe("Shares.A");
        (await TryAsync(county, ATask.Of("SC-0001", "SC-0002").Asking(RiskClass.A, 300))).ShouldBeNull();
        (await TryAsync(county, ATask.Of("SC-0003").Asking(RiskClass.A, 10_000))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_count_goes_up_to_the_ceiling_of_pool_times_cap(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        await county.AddSubjectsAsync(1, RiskClass.B);

        var refusal = await TryAsync(county, ATask.Of("SC-0001").Asking(12));

        refusal!.Code.ShouldBe("task.count-above-cap");
        refusal.Because.ShouldContain("101 户 × 10%，最多 11 户");
        (await TryAsync(county, ATask.Of("SC-0001").Asking(11))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Quotas_that_round_above_the_cap_together_are_refused(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", cap: BasisPoints.Of(1_000));
        foreach (var risk in Enum.GetValues<RiskClass>())
        {
            await county.AddSubjectsAsync(5, risk);
        }

        var refusal = await TryAsync(county, ATask.Of("SC-0001"));

        refusal!.Code.ShouldBe("task.sum-above-cap");
        refusal.Because.ShouldContain("合计要抽 5 户");
        refusal.Because.ShouldContain("25 户 × 10%，最多 3 户");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_zero_and_more_than_there_are_are_refused(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        await county.AddItemAsync("SC-0003");

        (await TryAsync(county, ATask.Of("SC-0003").Asking(RiskClass.A, 0)))!.Code.ShouldBe("task.share-zero");
        (await TryAsync(county, ATask.Of("SC-0003").Asking(0)))!.Code.ShouldBe("task.count-zero");
        (await TryAsync(county, ATask.Of("SC-0003") with { Quota = new(null, new Dictionary<RiskClass, int>()) }))!.Code.ShouldBe("task.quota-missing");
        (await TryAsync(county, ATask.Of("SC-0003").Asking(101)))!.Because.ShouldContain("最多可填 100 户");
        (await TryAsync(county, ATask.Of("SC-0003").Asking(RiskClass.A, 10)))!.Code.ShouldBe("task.draws-nobody");
    }

    [Theory, OnBothDatabases]
    public async Task A_filter_that_matches_nothing_is_refused_with_the_condition_to_blame(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        await county.AddItemAsync("SC-0005", kinds: [SubjectKind.Project]);

        var town = await TryAsync(county, ATask.Of("SC-0001").Directed(SubjectFilter.None with { Towns = ["532822205"], Kinds = [SubjectKind.Individual] }));
        var items = await TryAsync(county, ATask.Of("SC-0005"));
        var both = await TryAsync(county, ATask.Of("SC-0001").Directed(SubjectFilter.None with { Towns = ["532822205"], Tags = ["没有"] }));

        town!.Code.ShouldBe("task.pool-empty");
        town.Because.ShouldContain("问题出在“所属乡镇”：");
        items!.Because.ShouldContain("“所选事项的适用对象”");
        both!.Code.ShouldBe("task.pool-empty-together");
    }

    [Theory, OnBothDatabases]
    public async Task Only_subjects_in_business_count(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", cap: BasisPoints.Of(1_000));
        await county.AddSubjectsAsync(3, state: RegistrationState.Deregistered);

        (await TryAsync(county, ATask.Of("SC-0001")))!.Code.ShouldBe("task.directory-empty");
    }

    [Theory, OnBothDatabases]
    public async Task Days_lie_in_the_plans_year_and_in_order(DatabaseKind database)
    {
        await using var county = await CountyAsync(database);
        var task = ATask.Of("SC-0001");

        (await TryAsync(county, task with { To = new(2027, 1, 1) }))!.Code.ShouldBe("task.dates-outside");
        (await TryAsync(county, task with { To = new(2026, 3, 31) }))!.Code.ShouldBe("task.dates-backwards");
        (await TryAsync(county, task with { From = null }))!.Code.ShouldBe("task.dates-missing");
        (await TryAsync(county, task with { From = new(2026, 6, 30) })).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_but_the_fifteen_departments_leads_or_joins()
    {
        await using var county = await CountyAsync(DatabaseKind.Sqlite);
        var task = ATask.Of("SC-0001");

        var lead = await TryAsync(county, task with { Lead = null, Items = [] });
        var participant = await TryAsync(county, task with { Participants = [default] });
        var twice = await TryAsync(county, task with { Participants = [Department.MarketSupervision] });

        (lead!.Code, lead.Article).ShouldBe(("task.lead-missing", "R20"));
        (participant!.Code, participant.Article).ShouldBe(("task.participant-unknown", "R20"));
        twice!.Code.ShouldBe("task.lead-joins");
    }

    [Fact]
    public async Task Directed_tasks_have_conditions_and_undirected_ones_none()
    {
        await using var county = await CountyAsync(DatabaseKind.Sqlite);

        (await TryAsync(county, ATask.Of("SC-0001") with { Type = TaskType.Directed }))!.Code.ShouldBe("task.directed-needs-condition");
        (await TryAsync(county, ATask.Of("SC-0001") with { Filter = SubjectFilter.None with { Kinds = [SubjectKind.Individual] } }))!.Code.ShouldBe("task.undirected-has-condition");
        (await TryAsync(county, ATask.Of("SC-0001").Directed(SubjectFilter.None with { Industries = ["茶叶"] })))!.Code.ShouldBe("task.industry-form");
        (await TryAsync(county, ATask.Of("SC-0001").Directed(SubjectFilter.None with { Towns = ["532822100"] })))!.Code.ShouldBe("task.town-unknown");
    }

    private static async Task<TestCounty> CountyAsync(DatabaseKind database)
    {
        var county = await TestCounty.OnAsync(database);
        await county.AddItemAsync("SC-0001", cap: BasisPoints.Of(1_000));
        await county.AddSubjectsAsync(100);
        return county;
    }

    private static async Task<Refusal?> TryAsync(TestCounty county, TaskDraft draft)
    {
        var plan = (await county.AskAsync((AddPlan a) => a.RunAsync(county.Office, 2026, "计划"))).Value;
        return (await county.AskAsync((AddTask a) => a.RunAsync(county.Office, plan, draft))).Refusal;
    }
}
