using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Demo;

/// <summary>What the steps of the demo work with, and what they leave for those after them.</summary>
/// <param name="services">The product over the empty database, with <paramref name="clock"/> as its clock.</param>
/// <param name="clock">The clock.</param>
/// <param name="county">The county.</param>
/// <param name="input">The invented data.</param>
internal sealed class DemoStage(IServiceProvider services, SteppedClock clock, Jurisdiction county, DemoInput input)
{
    /// <summary>The clock, which the steps move forward.</summary>
    public SteppedClock Clock => clock;

    /// <summary>The invented data.</summary>
    public DemoInput Input => input;

    /// <summary>Whoever loads the demo.</summary>
    public Actor Platform { get; } = Actor.AtTheMachine(county, DemoSetup.Words.InChinese("platform"));

    /// <summary>Accounts and passphrases that are told once, at the end.</summary>
    public List<ToldOnce> Told { get; } = [];

    /// <summary>Passphrase of each standing witness.</summary>
    public Dictionary<string, string> Passphrases { get; } = [];

    /// <summary>Numbers of the two tasks that are drawn: the one whose results are published, and the one that waits for its visits.</summary>
    public (string Finished, string Waiting) Tasks { get; set; }

    /// <summary>Where the product takes its chance from.</summary>
    public IChance Chance => services.GetRequiredService<IChance>();

    /// <summary>The actor of one of the demo's accounts.</summary>
    public Task<Actor> ActorAsync(string userName) =>
        WithAsync(async (ActorReader actors) => await actors.FindAsync(userName) ?? throw new InvalidOperationException(userName));

    /// <summary>Runs an act in a scope of its own; what it answers must not be a refusal.</summary>
    public async Task<T> AskAsync<TAct, T>(Func<TAct, Task<Outcome<T>>> ask)
        where TAct : notnull => (await WithAsync(ask)).Value;

    /// <summary>Runs an act in a scope of its own; it must not be refused.</summary>
    public async Task AskAsync<TAct>(Func<TAct, Task<Refusal?>> ask)
        where TAct : notnull
    {
        if (await WithAsync(ask) is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Code}: {refusal.InEnglish}");
        }
    }

    /// <summary>Reads the database.</summary>
    public Task<T> ReadAsync<T>(Func<SupervisionDb, Task<T>> read) => WithAsync(read);

    /// <summary>Makes an account that is told at the end.</summary>
    public async Task TellAsync(NewAccount account, CancellationToken stop) =>
        Told.Add(new(account.UserName, DemoPeople.Called(account), await AskAsync((CreateAccount c) => c.RunAsync(Platform, account, stop))));

    private Task<T> WithAsync<TPart, T>(Func<TPart, Task<T>> ask)
        where TPart : notnull => services.GetRequiredService<IServiceScopeFactory>().AskAsync(county, ask);
}

/// <summary>The invented data of the demo.</summary>
/// <param name="Folder">A folder for the input files.</param>
/// <param name="Seed">Seed of the data.</param>
/// <param name="Subjects">About how many subjects.</param>
internal sealed record DemoInput(string Folder, long Seed, int Subjects);
