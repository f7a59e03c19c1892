using DoubleRandom.Access;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Audit;

/// <summary>
/// Checks every county's log when the platform starts and every night at 02:30 Shanghai time, then opens the draws that are due
/// (for the first time a quarter of an hour after the start) [夜间值守]. A
/// difference stops the draws of that county, stands on every staff page and in the machine's own log.
/// </summary>
public sealed partial class NightWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightWatch> log) : BackgroundService
{
    private static readonly TimeOnly Hour = new(2, 30);

    /// <summary>An opening cannot be taken back: whoever starts the platform on a restored backup has this long to look first.</summary>
    private static readonly TimeSpan BeforeOpening = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the platform answers while the first check runs
        await WatchAsync(opens: false, stoppingToken);
        await Task.Delay(BeforeOpening, clock, stoppingToken);
        while (true)
        {
            await WatchAsync(opens: true, stoppingToken);
            await Task.Delay(UntilNext(clock.Now()), clock, stoppingToken);
        }
    }

    /// <summary>How long it is from a moment to the next check; more than nothing, at most a day.</summary>
    public static TimeSpan UntilNext(DateTimeOffset now)
    {
        var next = now.Day().ToDateTime(Hour);
        var here = now.InShanghai().DateTime;
        return (next > here ? next : next.AddDays(1)) - here;
    }

    private async Task WatchAsync(bool opens, CancellationToken stop)
    {
        List<Jurisdiction> counties = [];
        await TriedAsync("*", async () => counties = await CountiesAsync(stop), stop);
        foreach (var county in counties)
        {
            var fits = false;
            if (!await TriedAsync(county.Code, async () => fits = await FitsAsync(county, stop), stop))
            {
                // What could not be checked stops the draws too, where that can still be written down.
                await TriedAsync(county.Code, () => AskAsync(county, (CheckLog check) => check.BrokeOffAsync(Actor.Platform(county), stop)), stop);
            }

            if (fits && opens)
            {
                await TriedAsync(county.Code, () => OpenDueAsync(county, stop), stop);
            }
        }
    }

    private async Task<bool> FitsAsync(Jurisdiction county, CancellationToken stop)
    {
        var differs = await AskAsync(county, (CheckLog check) => check.RunAsync(Actor.Platform(county), stop));
        if (differs is not null)
        {
            Differs(county.Code, differs.Because, differs.InEnglish);
        }

        return differs is null;
    }

    private async Task OpenDueAsync(Jurisdiction county, CancellationToken stop)
    {
        foreach (var number in await AskAsync(county, (OpenDueDraws due) => due.NumbersAsync(stop)))
        {
            if (await AskAsync(county, (OpenDueDraws due) => due.RunAsync(county, number, stop)) is { } refused)
            {
                StaysShut(number, refused.Because, refused.InEnglish);
            }
        }
    }

    /// <summary>Whether it came to its end; what broke is in the machine's own log.</summary>
    private async Task<bool> TriedAsync(string county, Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return true;
        }
#pragma warning disable CA1031 // The outermost loop of a host: whatever is wrong with the data or its server must not end the platform.
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            Failed(broken, county);
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Every question in a scope of its own, as a request has it.</summary>
    private async Task<TResult> AskAsync<TService, TResult>(Jurisdiction county, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<List<Jurisdiction>> CountiesAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupervisionDb>().Logs
            .IgnoreQueryFilters([SupervisionDb.FilterName]).AsNoTracking().Select(l => l.Jurisdiction).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Critical, "The log of county {County} does not fit: {Chinese} / {English}")]
    private partial void Differs(string county, string chinese, string english);

    [LoggerMessage(LogLevel.Warning, "Draw {Number} is due and could not be opened: {Chinese} / {English}")]
    private partial void StaysShut(string number, string chinese, string english);

    [LoggerMessage(LogLevel.Error, "The watch over county {County} broke off.")]
    private partial void Failed(Exception broken, string county);
}
