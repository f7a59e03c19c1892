using DoubleRandom.Access;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Audit;

/// <summary>
/// Checks every county's log when the platform starts and every night at 02:30 Shanghai time [定时核对]. A difference stops the draws of that
/// county, stands on every staff page and in the machine's own log.
/// </summary>
public sealed partial class LogWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LogWatch> log) : BackgroundService
{
    private static readonly TimeOnly Hour = new(2, 30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the platform answers while the first check runs
        while (true)
        {
            await CheckAllAsync(stoppingToken);
            await Task.Delay(UntilNext(clock.Now()), clock, stoppingToken);
        }
    }

    /// <summary>How long it is from a moment to the next check; more than nothing, at most a day.</summary>
    internal static TimeSpan UntilNext(DateTimeOffset now)
    {
        var next = now.Day().ToDateTime(Hour);
        var here = now.InShanghai().DateTime;
        return (next > here ? next : next.AddDays(1)) - here;
    }

    private async Task CheckAllAsync(CancellationToken stop)
    {
        foreach (var county in await CountiesAsync(stop))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
                if (await scope.ServiceProvider.GetRequiredService<CheckLog>().RunAsync(Actor.Platform(county), stop) is { } differs)
                {
                    Differs(county.Code, differs.Because, differs.InEnglish);
                }
            }
            catch (Exception broken) when (broken is DbUpdateException or InvalidOperationException or System.Data.Common.DbException)
            {
                Failed(broken, county.Code); // a broken database must not end the nightly checks of the others
            }
        }
    }

    private async Task<List<Jurisdiction>> CountiesAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupervisionDb>().Logs
            .IgnoreQueryFilters([SupervisionDb.FilterName]).AsNoTracking().Select(l => l.Jurisdiction).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Critical, "The log of county {County} does not fit: {Chinese} / {English}")]
    private partial void Differs(string county, string chinese, string english);

    [LoggerMessage(LogLevel.Error, "The log of county {County} could not be checked.")]
    private partial void Failed(Exception broken, string county);
}
