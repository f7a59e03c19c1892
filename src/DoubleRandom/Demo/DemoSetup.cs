using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Demo;

/// <summary>
/// Fills an empty database with the demo county [装入演示县] through the product's own imports and use cases, under a clock that starts at
/// 2026-03-02 and is moved forward: directories, the plan of 2026, one finished joint task with published results, one drawn and
/// waiting for its visits.
/// </summary>
/// <param name="services">The product over the empty database, with <paramref name="clock"/> as its clock.</param>
/// <param name="clock">The clock.</param>
/// <param name="county">The county.</param>
/// <param name="say">Told what is being done, in Chinese; for the terminal.</param>
public sealed class DemoSetup(IServiceProvider services, SteppedClock clock, Jurisdiction county, Action<string> say)
{
    private static readonly Words Words = new(typeof(DemoSetup));

    /// <summary>When the demo starts: 2026-03-02 09:00 in Shanghai.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Loads everything; the accounts and passphrases are to be told once.</summary>
    /// <param name="folder">A folder for the input files; it is emptied afterwards.</param>
    /// <param name="seed">Seed of the invented data.</param>
    /// <param name="subjects">About how many subjects.</param>
    /// <param name="stop">Stops the loading.</param>
    /// <exception cref="InvalidOperationException">A step was refused: a bug.</exception>
    public async Task<IReadOnlyList<ToldOnce>> RunAsync(string folder, long seed, int subjects, CancellationToken stop = default)
    {
        var told = new List<ToldOnce>();
        var platform = Actor.AtTheMachine(county, Words.InChinese("platform"));
        foreach (var account in DemoPeople.Offices)
        {
            told.Add(new(account.UserName, DemoPeople.Called(account), await AskAsync((CreateAccount c) => c.RunAsync(platform, account, stop))));
        }

        say(Words.Say("directories", subjects));
        DemoFiles.WriteInputs(folder, seed, subjects);
        await ImportAsync(platform, ImportKind.Items, Path.Combine(folder, DemoFiles.Items), stop);
        var items = await ReadAsync(db => db.Items.Select(i => new SeenItem(i.Id, i.Version)).ToListAsync(stop));
        await AskAsync((PublishItem p) => p.RunAsync(platform, items, stop));
        await ImportAsync(platform, ImportKind.Subjects, Path.Combine(folder, DemoFiles.Subjects), stop);
        await ImportAsync(platform, ImportKind.Inspectors, Path.Combine(folder, DemoFiles.Inspectors), stop);

        say(Words.InChinese("plan"));
        var plan = await new DemoPlan(this).PublishAsync(stop);

        say(Words.InChinese("draws"));
        var draws = new DemoDraws(this, clock);
        told.AddRange(await draws.FoundAsync(platform, stop));
        clock.MoveTo(new(2026, 3, 5), new(9, 30));
        await draws.HoldAsync(plan.Finished, stop);
        await new DemoResults(this, clock).FinishAsync(plan.Finished, stop);
        await draws.OpenAsync(plan.Finished, stop);
        clock.MoveTo(new(2026, 3, 31), new(9, 30));
        await draws.HoldAsync(plan.Waiting, stop);
        told.AddRange(await TeamAccountsAsync(platform, plan.Waiting, stop));
        clock.MoveTo(new(2026, 4, 1), new(9, 0));
        return told;
    }

    /// <summary>Where the product takes its chance from.</summary>
    internal IChance Chance => services.GetRequiredService<IChance>();

    /// <summary>The actor of one of the demo's accounts.</summary>
    internal Task<Actor> ActorAsync(string userName) =>
        WithAsync(async (ActorReader actors) => await actors.FindAsync(userName) ?? throw new InvalidOperationException(userName));

    /// <summary>Runs an act in a scope of its own; what it answers must not be a refusal.</summary>
    internal async Task<T> AskAsync<TAct, T>(Func<TAct, Task<Outcome<T>>> ask)
        where TAct : notnull => (await WithAsync(ask)).Value;

    /// <summary>Runs an act in a scope of its own; it must not be refused.</summary>
    internal async Task AskAsync<TAct>(Func<TAct, Task<Refusal?>> ask)
        where TAct : notnull
    {
        if (await WithAsync(ask) is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Code}: {refusal.InEnglish}");
        }
    }

    /// <summary>Reads the database.</summary>
    internal Task<T> ReadAsync<T>(Func<SupervisionDb, Task<T>> read) => WithAsync(read);

    private async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task ImportAsync(Actor actor, ImportKind kind, string file, CancellationToken stop)
    {
        await using var content = File.OpenRead(file);
        var upload = await AskAsync((PreviewImport p) => p.RunAsync(actor, kind, Path.GetFileName(file), content, stop));
        await AskAsync((CommitImport c) => c.RunAsync(actor, upload.Id, stop));
    }

    /// <summary>The team of the first visit that waits can sign in, each of its inspectors.</summary>
    private async Task<List<ToldOnce>> TeamAccountsAsync(Actor platform, string draw, CancellationToken stop)
    {
        var team = await ReadAsync(async db =>
        {
            var first = await db.Visits.Where(v => v.Draw == draw).OrderBy(v => v.Number).Select(v => v.Id).FirstAsync(stop);
            var members = db.VisitMembers.Where(m => m.Visit == first).Select(m => m.Inspector);
            return await db.Inspectors.AsNoTracking().Where(i => members.Contains(i.Id)).OrderBy(i => i.Number).ToListAsync(stop);
        });
        var told = new List<ToldOnce>();
        foreach (var inspector in team)
        {
            var account = DemoPeople.OfInspector(inspector.Number, inspector.Name, inspector.Department);
            told.Add(new(account.UserName, DemoPeople.Called(account), await AskAsync((CreateAccount c) => c.RunAsync(platform, account, stop))));
        }

        return told;
    }
}
