using DoubleRandom.Access;
using DoubleRandom.Draws.Holding;
using DoubleRandom.NightWork;

namespace DoubleRandom.Draws.Opening;

/// <summary>Tells the log by night of decided voids that carry the quorum by now, and opens every draw that is due, each in a scope of its own [夜间自动公开].</summary>
internal sealed class OpenDueByNight : INightWork
{
    public bool IsCheck => false;

    public async Task<bool> RunAsync(Night night, CancellationToken stop)
    {
        await night.AskAsync((VoidWriter voids) => voids.FollowAsync(Actor.Platform(night.County, Role.OfficeClerk), stop));
        foreach (var number in await night.AskAsync((OpenDueDraws due) => due.NumbersAsync(stop)))
        {
            if (await night.AskAsync((OpenDueDraws due) => due.RunAsync(night.County, number, stop)) is { } refused)
            {
                night.Tell(new NightFinding($"Draw {number} is due and could not be opened", refused));
            }
        }

        return true;
    }
}
