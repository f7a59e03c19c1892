using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Testing;

/// <summary>
/// Menghai County on a real, empty database, with a clock that stands at 2026-03-02 09:00 in Shanghai and chance that repeats.
/// Every act runs in a scope of its own, as a request does.
/// </summary>
public sealed class TestCounty : IAsyncDisposable
{
    private readonly StorageChoice storage;
    private ServiceProvider services;

    private TestCounty(StorageChoice storage)
    {
        this.storage = storage;
        services = Start(new SeededChance());
    }

    /// <summary>Menghai's division code.</summary>
    public static Jurisdiction Menghai { get; } = Jurisdiction.Parse("532822", null);

    /// <summary>The clock; tests move it.</summary>
    public KillingClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Folder of the county's files.</summary>
    public string DataFolder => storage.DataFolder;

    /// <summary>Its PostgreSQL connection, or null.</summary>
    public string? Postgres => storage.Postgres;

    /// <summary>The office's clerk.</summary>
    public Actor Office { get; } = As(Role.OfficeClerk);

    /// <summary>The whole product's registrations, for what needs them.</summary>
    public IServiceProvider Services => services;

    /// <summary>An empty county.</summary>
    public static async Task<TestCounty> OnAsync(DatabaseKind kind) => new(await Templates.CopyAsync(kind));

    /// <summary>A county that a former version made, see <see cref="Templates.UpgradedAsync"/>.</summary>
    public static async Task<TestCounty> UpgradedAsync(string version, DatabaseKind kind) => new(await Templates.UpgradedAsync(version, kind));

    /// <summary>Ends the process and starts another on the same database and files: whatever lay in memory only is gone.</summary>
    /// <param name="chance">The new process's chance; null for one that goes on from another seed.</param>
    public async Task RestartAsync(IChance? chance = null)
    {
        await services.DisposeAsync();
        services = Start(chance ?? new SeededChance(++seed));
    }

    /// <summary>Somebody who holds one post in Menghai, or in another county.</summary>
    public static Actor As(Role role, string department = "", string? inspectorNumber = null, Jurisdiction? county = null) => new()
    {
        Account = new Guid(1 + (int)role, (short)(department.Length == 0 ? 0 : department[0] * 256 + department[1]), 0, new byte[8]),
        Name = $"{role} {department}".Trim(),
        Jurisdiction = county ?? Menghai,
        Posts = [new Post(role, department.Length == 0 ? null : Department.Parse(department, null))],
        InspectorNumber = inspectorNumber,
    };

    /// <summary>Runs one act or reading in its own scope, seeing Menghai's rows.</summary>
    public Task<TResult> AskAsync<TService, TResult>(Func<TService, Task<TResult>> ask)
        where TService : notnull => AskAsync(Menghai, ask);

    /// <summary>Runs one act or reading in its own scope, seeing the rows of one county.</summary>
    public async Task<TResult> AskAsync<TService, TResult>(Jurisdiction county, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads the database itself.</summary>
    public Task<TResult> ReadAsync<TResult>(Func<SupervisionDb, Task<TResult>> read) => AskAsync(read);

    private int seed = 1;

    private ServiceProvider Start(IChance chance) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(chance)
        .AddDoubleRandom(storage)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Templates.RemoveAsync(storage);
    }
}
