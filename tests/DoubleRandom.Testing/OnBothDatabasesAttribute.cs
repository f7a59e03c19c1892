using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace DoubleRandom.Testing;

/// <summary>Which database a test runs on.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite in a file.</summary>
    Sqlite,

    /// <summary>PostgreSQL, the test run's own cluster.</summary>
    Postgres,
}

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; its first argument is the <see cref="DatabaseKind"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(DatabaseKind.Sqlite), new TheoryDataRow(DatabaseKind.Postgres)]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Runs a theory for every former version on both databases; its arguments are the version's name and the <see cref="DatabaseKind"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryFormerVersionAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        .. FormerVersion.All().SelectMany(version => new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres }.Select(kind => new TheoryDataRow(version, kind))),
    ]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
