using DoubleRandom.Access;
using DoubleRandom.Storage;

namespace DoubleRandom.Web;

/// <summary>The first start on an empty database: its tables, and the accounts that are told to the terminal once.</summary>
public static class FirstStart
{
    private static readonly Words Words = new(typeof(FirstStart));

    /// <summary>Brings the database up to date and, where nobody has an account yet, creates the administrator.</summary>
    public static async Task PrepareAsync(this WebApplication app, StartOptions start)
    {
        await app.Services.PrepareDatabaseAsync();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(start.County);
        if (await scope.ServiceProvider.GetRequiredService<AccountReader>().AnyAsync())
        {
            return;
        }

        var platform = Actor.AtTheMachine(start.County, Environment.UserName);
        var create = scope.ServiceProvider.GetRequiredService<CreateAccount>();
        var password = await create.RunAsync(platform, new("admin", Words.InChinese("administrator"), [new Post(Role.Administrator, null)]));
        Tell([("admin", Words.InChinese("administrator"), password.Value)]);
    }

    /// <summary>To the terminal, never to a log: each password is told once and must be changed at the first sign-in.</summary>
    private static void Tell(IEnumerable<(string UserName, string Who, string Password)> accounts)
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
