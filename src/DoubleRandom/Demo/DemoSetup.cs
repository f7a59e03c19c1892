namespace DoubleRandom.Demo;

/// <summary>
/// Fills an empty database with the demo county [装入演示县] through the product's own imports and use cases, under a clock that starts at
/// 2026-03-02 and is moved forward: directories, the plan of 2026, one finished joint task with published results, one drawn and
/// waiting for its visits.
/// </summary>
/// <param name="services">The product over the empty database, with <paramref name="clock"/> as its clock.</param>
/// <param name="clock">The clock.</param>
/// <param name="county">The county.</param>
/// <param name="say">Told what is being done, in Chinese; for the terminal.</param>
public sealed class DemoSetup(IServiceProvider services, SteppedClock clock, Jurisdiction county, Action<string> say)
{
    internal static readonly Words Words = new(typeof(DemoSetup));

    private static readonly IDemoStep[] Steps = [new DemoPeople(), new DemoDirectories(), new DemoPlan(), new DemoFinishedTask(), new DemoWaitingTask()];

    /// <summary>When the demo starts: 2026-03-02 09:00 in Shanghai.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Loads everything; the accounts and passphrases are to be told once.</summary>
    /// <param name="folder">A folder for the input files; it is emptied afterwards.</param>
    /// <param name="seed">Seed of the invented data.</param>
    /// <param name="subjects">About how many subjects.</param>
    /// <param name="stop">Stops the loading.</param>
    /// <exception cref="InvalidOperationException">A step was refused: a bug.</exception>
    public async Task<IReadOnlyList<ToldOnce>> RunAsync(string folder, long seed, int subjects, CancellationToken stop = default)
    {
        var demo = new DemoStage(services, clock, county, new DemoInput(folder, seed, subjects));
        foreach (var step in Steps)
        {
            if (step.Tells is { } told)
            {
                say(Words.InChinese(told, subjects));
            }

            await step.RunAsync(demo, stop);
        }

        clock.MoveTo(new(2026, 4, 1), new(9, 0));
        return demo.Told;
    }
}
