using System.Globalization;

namespace DoubleRandom.Demo;

/// <summary>The clock of a demo county [演示时钟]: runs as fast as the real one, but from the demo's own date.</summary>
/// <param name="real">The real clock.</param>
/// <param name="shift">What is added to real time; negative in a demo that lies in the past.</param>
public sealed class DemoClock(TimeProvider real, TimeSpan shift) : TimeProvider
{
    private const string FileName = "demo-clock";

    /// <summary>By how much it is ahead of the real one; negative in the past.</summary>
    public TimeSpan Shift => shift;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Shift;

    /// <summary>The clock of a data folder: the demo's, where one was made there, else the real one.</summary>
    public static TimeProvider Of(string dataFolder, TimeProvider real) =>
        Path.Combine(dataFolder, FileName) is var file && File.Exists(file)
            ? new DemoClock(real, TimeSpan.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture))
            : real;

    /// <summary>From now on the folder's clock shows the given instant and runs on from there.</summary>
    public static void Set(string dataFolder, TimeProvider real, DateTimeOffset now)
    {
        Directory.CreateDirectory(dataFolder);
        File.WriteAllText(Path.Combine(dataFolder, FileName), (now - real.GetUtcNow()).ToString("c", CultureInfo.InvariantCulture));
    }
}
