using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Portal;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>A county ready to draw, online.</summary>
internal sealed class ADrawingHouse : IAsyncDisposable
{
    private readonly List<AVisitor> visitors = [];

    private ADrawingHouse(DrawingCounty county)
    {
        County = county;
        DemoClock.Set(county.County.DataFolder, TimeProvider.System, county.County.Clock.Now());
        Site = new PublicSite(county.County);
    }

    /// <summary>The county.</summary>
    public DrawingCounty County { get; }

    /// <summary>The app.</summary>
    public PublicSite Site { get; }

    /// <summary>Opens it.</summary>
    public static async Task<ADrawingHouse> OpenAsync(int inspectorsOfLead = 8) => new(await DrawingCounty.OnAsync(DatabaseKind.Sqlite, inspectorsOfLead));

    /// <summary>Somebody new, signed in.</summary>
    public async Task<AVisitor> PersonAsync(string name, Role role, Department? department = null)
    {
        var visitor = await AVisitor.WithAccountAsync(Site, TestCounty.Menghai, new NewAccount(name, name, [new Post(role, department)]));
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public AVisitor Nobody()
    {
        var nobody = new AVisitor(Site.Address);
        visitors.Add(nobody);
        return nobody;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        await Site.DisposeAsync();
        await County.DisposeAsync();
    }
}
