using System.Reflection;
using ArchUnitNET.Loader;

namespace DoubleRandom.Architecture.Tests;

public sealed class TheRooms
{
    [Fact]
    public void No_room_of_the_core_looks_at_one_it_may_not_see() => Offenders(RoomTables.Core, typeof(Verifiable.Verify).Assembly).ShouldBeEmpty();

    [Fact]
    public void No_room_of_the_product_looks_at_one_it_may_not_see() => Offenders(RoomTables.Product, typeof(Jurisdiction).Assembly).ShouldBeEmpty();

    [Fact]
    public void No_room_of_the_web_looks_at_one_it_may_not_see() => Offenders(RoomTables.Web, typeof(Web.StartOptions).Assembly).ShouldBeEmpty();

    [Fact]
    public void A_room_that_looks_the_wrong_way_is_found()
    {
        var own = typeof(TheRooms).Assembly;
        Offenders(RoomTables.Core, own, typeof(Verifiable.Verify).Assembly)
            .ShouldContain("DoubleRandom.Verifiable.Bytes.Fixture.LooksAtDrawing -> DoubleRandom.Verifiable.Drawing.Part");
        Offenders(RoomTables.Product, own, typeof(Jurisdiction).Assembly)
            .ShouldContain("DoubleRandom.Audit.Fixture.LooksAtPlans -> DoubleRandom.Plans.AnnualPlan");
        Offenders(RoomTables.Product, own, typeof(Jurisdiction).Assembly)
            .ShouldContain("DoubleRandom.Draws.Preparing.Fixture.LooksAtTheOpening -> DoubleRandom.Draws.Opening.OpenDraw");
        Offenders(RoomTables.Web, own, typeof(Web.StartOptions).Assembly)
            .ShouldContain("DoubleRandom.Web.Frame.Fixture.LooksAtLists -> DoubleRandom.Web.Lists.Columns");
    }

    [Fact]
    public void Every_room_stands_in_its_table()
    {
        Unknown(RoomTables.Core, typeof(Verifiable.Verify).Assembly).ShouldBeEmpty();
        Unknown(RoomTables.Product, typeof(Jurisdiction).Assembly).ShouldBeEmpty();
        Unknown(RoomTables.Web, typeof(Web.StartOptions).Assembly).ShouldBeEmpty();
        RoomTables.Product.RoomOf("DoubleRandom.Cellar.Deep").ShouldBe("Cellar");
    }

    [Fact]
    public void The_tables_themselves_have_no_circle()
    {
        foreach (var table in new[] { RoomTables.Core, RoomTables.Product, RoomTables.Web })
        {
            table.Circles().ShouldBeEmpty(table.Assembly);
        }
    }

    [Fact]
    public void A_circle_in_a_table_is_found() => new RoomTable("House", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Plans"] = ["Draws"],
        ["Draws"] = ["Access", "Plans"],
        ["Access"] = [],
    }).Circles().ShouldBe(["Draws → Plans → Draws", "Plans → Draws → Plans"]);

    /// <summary>The store sees every room and is seen by every room: the one pair of directions that no table can tell apart (ADR 0014).</summary>
    [Fact]
    public void Only_the_store_is_seen_by_all_and_sees_all() => RoomTables.Product.Common.ShouldBe("Storage");

    private static IEnumerable<string> Unknown(RoomTable table, Assembly assembly) => assembly.GetTypes()
        .Select(type => table.RoomOf(type.Namespace))
        .Where(room => room is not null && room != table.Common && !table.Sees.ContainsKey(room))
        .Distinct()!;

    private static IReadOnlyList<string> Offenders(RoomTable table, params Assembly[] assemblies) =>
    [
        .. new ArchLoader().LoadAssemblies(assemblies).Build().Types
            .SelectMany(type => type.Dependencies.Select(use => (From: type, To: use.Target)))
            .Where(edge => edge.To.Namespace is not null) // the compiler's own helpers stand in none
            .Where(edge => !edge.To.FullName.Contains("::", StringComparison.Ordinal)) // a method's type parameter, which is no type
            .Where(edge => table.RoomOf(edge.From.Namespace.FullName) is { } from
                && table.RoomOf(edge.To.Namespace.FullName) is { } to
                && !table.Permits(from, Outermost(edge.From.Name), to))
            .Select(edge => $"{edge.From.FullName} -> {edge.To.FullName}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The type that a person wrote, of one that lies in it.</summary>
    private static string Outermost(string name) => name.Split('+', '/', '<')[0];
}
