using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Portal;

namespace DoubleRandom.Web.Tests.Ceremony;

/// <summary>A committed draw in which nobody has contributed, and the site that shows it.</summary>
public sealed class ALiveDraw : IAsyncLifetime
{
    /// <summary>The county and its draw; tests go on with it.</summary>
    public DrawingCounty Draw { get; private set; } = null!;

    /// <summary>The site over the same database.</summary>
    public PublicSite Site { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await Draw.WithTaskAsync();
        (await Draw.CommitAsync()).Refusal.ShouldBeNull();
        Site = new PublicSite(Draw.County);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Draw.DisposeAsync();
    }
}
