using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>A county with a draw that was voided once, then drawn and opened, and another that is drawn but secret still.</summary>
public sealed class ADrawInPublic : IAsyncLifetime
{
    /// <summary>Opened at its second attempt.</summary>
    public const string Opened = DrawingCounty.First;

    /// <summary>Drawn, not opened.</summary>
    public const string Secret = "532822202603021002";

    /// <summary>A task of a plan that is not published.</summary>
    public const string UnpublishedTask = "532822202603021009";

    private DrawingCounty? county;
    private PublicSite? site;

    /// <summary>The site.</summary>
    public PublicSite Site => site!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        county = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await county.County.ReadAsync(async db =>
        {
            foreach (var subject in await db.Subjects.ToListAsync())
            {
                (subject.Representative, subject.Phone) = ("岩温罕", "13812345678");
            }

            return await db.CommitAsync(county.County.Office, new Act("test.prepared"));
        });
        await county.WithTaskAsync();
        await county.WithTaskAsync(Secret, QuotaWish.Of(4));
        await DraftsAsync(county);
        await county.DrawAsync();
        (await county.VoidAsync()).Refusal.ShouldBeNull();
        await county.CosignAsync();
        await county.OpenAsync();
        await county.DrawAsync();
        await county.OpenAsync();
        await county.DrawAsync(Secret);
        await county.CosignAsync(Secret);
        site = new PublicSite(county.County);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (county is not null)
        {
            await county.DisposeAsync();
        }
    }

    private static async Task DraftsAsync(DrawingCounty county)
    {
        var draft = county.AnItem("SC-99", "SC", cap: 100);
        (draft.State, draft.Name) = (ItemState.Draft, "尚未公布的事项");
        var plan = new AnnualPlan
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<AnnualPlan>.New(county.County.Clock),
            Number = "53282220271001",
            Year = 2027,
            Name = "编制中的计划",
            State = PlanState.Draft,
        };
        await county.SaveAsync([draft, plan, new PlanTask
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<PlanTask>.New(county.County.Clock),
            Plan = plan.Id,
            Number = UnpublishedTask,
            Name = "编制中的任务",
            Type = TaskType.Undirected,
            Items = ["SC-01"],
            Filter = SubjectFilter.None,
            Quota = QuotaWish.Of(3),
            From = new DateOnly(2027, 3, 10),
            To = new DateOnly(2027, 4, 30),
            Lead = Department.MarketSupervision,
            Participants = [],
        }]);
    }
}
