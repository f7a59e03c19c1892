using DoubleRandom.Access;
using DoubleRandom.NightWork;

namespace DoubleRandom.Publication;

/// <summary>Has every county's whole log checked by night and at the start; a difference, or a check that broke off, stops its draws [夜间核对日志].</summary>
internal sealed class CheckLogByNight : INightWork
{
    public bool IsCheck => true;

    public async Task<bool> RunAsync(Night night, CancellationToken stop)
    {
        if (await night.AskAsync((CheckLog check) => check.RunAsync(Actor.Platform(night.County), stop)) is not { } differs)
        {
            return true;
        }

        night.Tell(new NightFinding($"The log of county {night.County.Code} does not fit", differs, IsGrave: true));
        return false;
    }

    /// <summary>What could not be checked stops the draws too, where that can still be written down.</summary>
    public Task BrokeOffAsync(Night night, CancellationToken stop) =>
        night.AskAsync((CheckLog check) => check.BrokeOffAsync(Actor.Platform(night.County), stop));
}
