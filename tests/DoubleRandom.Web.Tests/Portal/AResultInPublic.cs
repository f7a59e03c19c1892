using DoubleRandom.Inspections;
using DoubleRandom.Testing;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>A county with two published results of one subject, one of which was corrected, and a visit that is not published.</summary>
public sealed class AResultInPublic : IAsyncLifetime
{
    /// <summary>The subject.</summary>
    public const string Subject = "D0001";

    private TestCounty? county;
    private PublicSite? site;

    /// <summary>The site.</summary>
    public PublicSite Site => site!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.SubmittedAsync(county, subjects: 2);
        (await visit.ApproveAsync(AVisit.Reviewer)).ShouldBeNull();
        var corrected = AVisit.ASheetWith("SC-0001", line => line with
        {
            Codes = [ResultCode.NotDisclosed],
            Found = "年报地址未更新",
            Disposals = [Disposal.OrderedToCorrect],
        });
        var correction = await county.AskAsync((CorrectResult c) => c.AskAsync(AVisit.Leader, visit.Id, corrected, "企业提出异议，经核查属实"));
        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(AVisit.Reviewer, correction.Value))).ShouldBeNull();
        site = new PublicSite(county);
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
}
