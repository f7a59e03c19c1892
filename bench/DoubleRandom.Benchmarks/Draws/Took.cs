using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>How long acts took within one run; what counts is their ratio, for a machine is never quiet.</summary>
internal static class Took
{
    /// <summary>Prints on what machine and day the figures were taken.</summary>
    public static void Machine()
    {
        Console.WriteLine($"machine: {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
        Console.WriteLine($"date: {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Seconds of the fastest of several runs: the one that was disturbed least.</summary>
    public static double Fastest(int runs, Action act)
    {
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            act();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    /// <summary>Prints one figure.</summary>
    public static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>The memory the process has needed at most, in megabytes.</summary>
    public static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
