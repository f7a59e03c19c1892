using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Demo.County;
using DoubleRandom.Storage;
using Microsoft.Data.Sqlite;

namespace DoubleRandom.Web;

/// <summary>The first start on an empty database: its tables, the demo county where it is wanted, and the accounts that are told once.</summary>
public static class FirstStart
{
    private const long DemoSeed = 532822;
    private static readonly Words Words = new(typeof(FirstStart));

    /// <summary>Brings the database up to date; where nobody has an account yet, loads the demo county or creates the administrator.</summary>
    /// <remarks>
    /// The demo is made in a folder of its own and moved into place when it is whole, so that a kill leaves nothing half-loaded. On
    /// PostgreSQL a mark stands while it is being loaded, and a start that finds the mark says what to do.
    /// </remarks>
    /// <returns>False when the start was refused; the reason has been told.</returns>
    public static async Task<bool> PrepareAsync(StartOptions start)
    {
        var mark = Path.Combine(start.Storage.DataFolder, "demo-loading");
        if (File.Exists(mark))
        {
            Console.Error.WriteLine($"{Words.InChinese("demo-half")}\n{Words.InEnglish("demo-half", mark)}");
            return false;
        }

        var (other, hasAccounts) = await LookAsync(start);
        if (other is not null)
        {
            Console.Error.WriteLine($"{other.Because}\n{other.InEnglish}");
            return false;
        }

        if (hasAccounts)
        {
            return true;
        }

        if (!start.WantsDemo)
        {
            Tell([await AdministratorAsync(start)]);
        }
        else if (start.Storage.Postgres is null)
        {
            Tell(await StagedDemoAsync(start));
        }
        else
        {
            await File.WriteAllTextAsync(mark, "");
            Tell(await DemoAsync(start, start.Storage));
            File.Delete(mark);
        }

        return true;
    }

    private static async Task<(Refusal? OtherVersion, bool HasAccounts)> LookAsync(StartOptions start)
    {
        await using var services = ServicesOf(start.Storage, TimeProvider.System);
        if (await services.PrepareDatabaseAsync() is { } other)
        {
            return (other, false);
        }

        await using var scope = services.CreateAsyncScope();
        return (null, await scope.ServiceProvider.GetRequiredService<AccountReader>().AnyAsync());
    }

    private static async Task<ToldOnce> AdministratorAsync(StartOptions start)
    {
        await using var services = ServicesOf(start.Storage, TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(start.County);
        var platform = Actor.AtTheMachine(start.County, Environment.UserName);
        var name = Words.InChinese("administrator");
        var password = await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(platform, new("admin", name, [new Post(Role.Administrator, null)]));
        return new("admin", name, password.Value);
    }

    private static async Task<IReadOnlyList<ToldOnce>> StagedDemoAsync(StartOptions start)
    {
        var stage = Path.Combine(start.Storage.DataFolder, "demo-stage");
        if (Directory.Exists(stage))
        {
            Directory.Delete(stage, recursive: true);
        }

        var told = await DemoAsync(start, new StorageChoice(stage));
        SqliteConnection.ClearAllPools();
        foreach (var empty in Directory.GetFiles(start.Storage.DataFolder, Path.GetFileName(start.Storage.SqliteFile) + "*"))
        {
            File.Delete(empty);
        }

        Move(stage, start.Storage.DataFolder);
        return told;
    }

    private static async Task<IReadOnlyList<ToldOnce>> DemoAsync(StartOptions start, StorageChoice storage)
    {
        var clock = new SteppedClock(DemoSetup.Start);
        await using var services = ServicesOf(storage, clock);
        _ = await services.PrepareDatabaseAsync();
        var files = Path.Combine(storage.DataFolder, "demo-files");
        var told = await new DemoSetup(services, clock, start.County, Console.Error.WriteLine).RunAsync(files, DemoSeed, DemoCounty.TrueSize);
        Directory.Delete(files, recursive: true);
        DemoClock.Set(storage.DataFolder, TimeProvider.System, clock.GetUtcNow());
        return told;
    }

    private static ServiceProvider ServicesOf(StorageChoice storage, TimeProvider clock) =>
        new ServiceCollection().AddLogging().AddSingleton(clock).AddDoubleRandom(storage).BuildServiceProvider();

    /// <summary>Moves the content of a folder into another; the database file goes last, so that it is never without its keys.</summary>
    private static void Move(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from))
        {
            var target = Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(folder)));
            Move(folder, target.FullName);
        }

        foreach (var file in Directory.GetFiles(from).OrderBy(file => Path.GetExtension(file) == ".db"))
        {
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        Directory.Delete(from);
    }

    /// <summary>To the terminal, never to a log: each password is told once and must be changed at the first sign-in.</summary>
    private static void Tell(IReadOnlyList<ToldOnce> accounts)
    {
        Console.Out.WriteLine(Words.InChinese("accounts"));
        Console.Out.WriteLine(Words.InEnglish("accounts"));
        foreach (var (userName, who, password) in accounts)
        {
            Console.Out.WriteLine($"  {userName,-14} {password}   {who}");
        }

        Console.Out.WriteLine();
    }
}
