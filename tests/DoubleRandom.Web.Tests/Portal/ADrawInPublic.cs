using DoubleRandom.Access;
using DoubleRandom.Audit;
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
                subject.Change(content => content with { Representative = "岩温罕", Phone = "13812345678" });
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
        draft.Change(content => content with { Name = "尚未公布的事项" });
        draft.BackToDraft();
        var plan = new AnnualPlan
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<AnnualPlan>.New(county.County.Clock),
            Number = "53282220271001",
            Year = 2027,
            Says = ("编制中的计划", []),
        };
        await county.SaveAsync([draft, plan, new PlanTask
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<PlanTask>.New(county.County.Clock),
            Plan = plan.Id,
            Number = UnpublishedTask,
            Says = new(
                "编制中的任务", TaskType.Undirected, ["SC-01"], SubjectFilter.None, QuotaWish.Of(3),
                new DateOnly(2027, 3, 10), new DateOnly(2027, 4, 30), Department.MarketSupervision, []),
        }]);
    }
}
