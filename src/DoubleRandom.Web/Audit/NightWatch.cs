using DoubleRandom.NightWork;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Audit;

/// <summary>
/// Keeps the hours of the platform's own work [夜间值守], which the modules declare: their checks when the platform starts and every night at 02:30
/// Shanghai time, then, where the checks of a county found nothing, their acts (for the first time a quarter of an hour after the start).
/// </summary>
public sealed partial class NightWatch(IServiceScopeFactory scopes, IEnumerable<INightWork> works, TimeProvider clock, ILogger<NightWatch> log) : BackgroundService
{
    private static readonly TimeOnly Hour = new(2, 30);

    /// <summary>An opening cannot be taken back: whoever starts the platform on a restored backup has this long to look first.</summary>
    private static readonly TimeSpan BeforeOpening = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the platform answers while the first check runs
        await WatchAsync(acts: false, stoppingToken);
        await Task.Delay(BeforeOpening, clock, stoppingToken);
        while (true)
        {
            await WatchAsync(acts: true, stoppingToken);
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

    private async Task WatchAsync(bool acts, CancellationToken stop)
    {
        List<Jurisdiction> counties = [];
        await TriedAsync("*", async () => counties = await CountiesAsync(stop), stop);
        foreach (var county in counties)
        {
            var night = new Night(scopes, county, Tell);
            if (await AllWellAsync(night, works.Where(work => work.IsCheck), stop) && acts)
            {
                await AllWellAsync(night, works.Where(work => !work.IsCheck), stop);
            }
        }
    }

    /// <summary>Runs each of the works, whatever the others found; true when none found anything wrong and none broke off.</summary>
    private async Task<bool> AllWellAsync(Night night, IEnumerable<INightWork> share, CancellationToken stop)
    {
        var well = true;
        foreach (var work in share)
        {
            var isWell = false;
            if (!await TriedAsync(night.County.Code, async () => isWell = await work.RunAsync(night, stop), stop))
            {
                await TriedAsync(night.County.Code, () => work.BrokeOffAsync(night, stop), stop);
            }

            well &= isWell;
        }

        return well;
    }

    private void Tell(NightFinding finding)
    {
        if (finding.IsGrave)
        {
            Grave(finding.What, finding.Why.Because, finding.Why.InEnglish);
        }
        else
        {
            Undone(finding.What, finding.Why.Because, finding.Why.InEnglish);
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

    private async Task<List<Jurisdiction>> CountiesAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupervisionDb>().Logs
            .IgnoreQueryFilters([SupervisionDb.FilterName]).AsNoTracking().Select(l => l.Jurisdiction).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Critical, "{What}: {Chinese} / {English}")]
    private partial void Grave(string what, string chinese, string english);

    [LoggerMessage(LogLevel.Warning, "{What}: {Chinese} / {English}")]
    private partial void Undone(string what, string chinese, string english);

    [LoggerMessage(LogLevel.Error, "The watch over county {County} broke off.")]
    private partial void Failed(Exception broken, string county);
}
