using DoubleRandom.NightWork;

namespace DoubleRandom.Draws.Opening;

/// <summary>Opens by night every draw that is due, each in a scope of its own [夜间自动公开].</summary>
internal sealed class OpenDueByNight : INightWork
{
    public bool IsCheck => false;

    public async Task<bool> RunAsync(Night night, CancellationToken stop)
    {
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
