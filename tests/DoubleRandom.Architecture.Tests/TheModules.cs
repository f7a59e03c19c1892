using ArchUnitNET.Loader;

namespace DoubleRandom.Architecture.Tests;

public sealed class TheModules
{
    [Fact]
    public void No_module_looks_at_one_it_may_not_see() =>
        Offenders(typeof(Jurisdiction).Assembly).ShouldBeEmpty();

    [Fact]
    public void A_module_that_looks_upstream_is_found() =>
        Offenders(typeof(Audit.Fixture.LooksAtPlans).Assembly, typeof(Jurisdiction).Assembly)
            .ShouldContain("DoubleRandom.Audit.Fixture.LooksAtPlans -> DoubleRandom.Plans.AnnualPlan");

    [Fact]
    public void Every_module_stands_in_the_table() =>
        typeof(Jurisdiction).Assembly.GetTypes()
            .Select(type => ModuleEdges.ModuleOf(type.Namespace ?? ""))
            .Where(module => module is not (null or "" or "Storage"))
            .Distinct()
            .ShouldAllBe(module => ModuleEdges.Allowed.ContainsKey(module!));

    private static IReadOnlyList<string> Offenders(params System.Reflection.Assembly[] assemblies) =>
    [
        .. new ArchLoader().LoadAssemblies(assemblies).Build().Types
            .SelectMany(type => type.Dependencies.Select(use => (From: type, To: use.Target)))
            .Where(edge => edge.To.Namespace is not null) // the compiler's own helpers stand in none
            .Where(edge => ModuleEdges.ModuleOf(edge.From.Namespace.FullName) is { } from
                && ModuleEdges.ModuleOf(edge.To.Namespace.FullName) is { } to
                && !ModuleEdges.Permits(from, to))
            .Select(edge => $"{edge.From.FullName} -> {edge.To.FullName}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
