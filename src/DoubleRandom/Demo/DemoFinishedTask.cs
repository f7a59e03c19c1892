namespace DoubleRandom.Demo;

/// <summary>The demo's first joint task [演示已完成任务]: drawn on 5 March 2026, inspected, its results published and its record opened.</summary>
internal sealed class DemoFinishedTask : IDemoStep
{
    public string Tells => "draws";

    public async Task RunAsync(DemoStage demo, CancellationToken stop)
    {
        await DemoDraws.FoundAsync(demo, stop);
        demo.Clock.MoveTo(new(2026, 3, 5), new(9, 30));
        await DemoDraws.HoldAsync(demo, demo.Tasks.Finished, stop);
        await DemoResults.FinishAsync(demo, demo.Tasks.Finished, stop);
        await DemoDraws.OpenAsync(demo, demo.Tasks.Finished, stop);
    }
}
