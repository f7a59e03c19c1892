using System.CommandLine;
using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli;

/// <summary>
/// Opens the county's database for a command [打开数据库]: <c>--data</c>, <c>--database</c>, <c>--county</c>, and as whom with <c>--as</c>;
/// without it as whoever runs this machine.
/// </summary>
internal sealed class ProductHost
{
    private const string Menghai = "532822";
    private static readonly Words Words = new(typeof(ProductHost));

    private readonly Option<string?> data = new("--data") { Description = Words.Both("data"), HelpName = "FOLDER" };
    private readonly Option<string?> database = new("--database") { Description = Words.Both("database"), HelpName = "CONNECTION" };
    private readonly Option<string> county = new("--county") { Description = Words.Both("county"), HelpName = "CODE", DefaultValueFactory = _ => Menghai };
    private readonly Option<string?> account = new("--as") { Description = Words.Both("as"), HelpName = "NAME" };

    /// <summary>Gives the command the options that say which database and as whom, and what it does there.</summary>
    /// <param name="command">The command.</param>
    /// <param name="act">What it does; its exit code.</param>
    /// <param name="begins">
    /// Whether a county may begin with it, so that it creates the database where there is none. Any other command refuses
    /// (<c>database.missing</c>): a mistyped folder must not be answered from an empty database.
    /// </param>
    public Command Does(Command command, Func<ParseResult, IServiceProvider, Actor, CancellationToken, Task<int>> act, bool begins = false)
    {
        command.Options.Add(data);
        command.Options.Add(database);
        command.Options.Add(county);
        command.Options.Add(account);
        command.SetAction((line, stop) => RunAsync(line, act, begins, stop));
        return command;
    }

    private async Task<int> RunAsync(ParseResult line, Func<ParseResult, IServiceProvider, Actor, CancellationToken, Task<int>> act, bool begins, CancellationToken stop)
    {
        if (!Jurisdiction.TryParse(line.GetValue(county), CultureInfo.InvariantCulture, out var where))
        {
            return line.Refuse(Words.Refuse("county.unknown", null, line.GetValue(county)));
        }

        var storage = new StorageChoice(
            Path.GetFullPath(line.GetValue(data) ?? Environment.GetEnvironmentVariable("DOUBLERANDOM_DATA") ?? "data"), line.GetValue(database));
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(DemoClock.Of(storage.DataFolder, TimeProvider.System))
            .AddDoubleRandom(storage)
            .BuildServiceProvider();
        if (!begins && !await services.HasDatabaseAsync(stop))
        {
            return line.Refuse(Words.Refuse("database.missing", null, storage.Postgres is null ? storage.SqliteFile : "PostgreSQL"));
        }

        if (await services.PrepareDatabaseAsync(stop) is { } other)
        {
            return line.Refuse(other);
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(where);
        var actor = line.GetValue(account) is { } name
            ? await scope.ServiceProvider.GetRequiredService<ActorReader>().FindAsync(name, stop)
            : Actor.AtTheMachine(where, Environment.UserName);
        return actor is null
            ? line.Refuse(Words.Refuse("account.unknown", null, line.GetValue(account)))
            : await act(line, scope.ServiceProvider, actor, stop);
    }
}
