using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DoubleRandom.Benchmarks;

/// <summary>One act measured once in a fresh process: the seconds a person waits and the memory the machine must have.</summary>
internal static class WholeProcess
{
    /// <summary>Reads and types a directory of subjects, and prints what it took.</summary>
    public static void Import(int subjects)
    {
        var path = Path.GetTempFileName();
        try
        {
            Prepare(path, subjects);
            Console.WriteLine($"machine: {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
            Console.WriteLine($"date: {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            var idle = Peak();
            var watch = Stopwatch.StartNew();
            using var file = File.OpenRead(path);
            var reading = SubjectSheet.Read(file);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read: {reading.Rows} rows × 12 columns from {file.Length / 1e6:F1} MB in {seconds:F2} s, {reading.Rejected.Count} rejected"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: peak {Peak() / 1e6:F0} MB, before reading {idle / 1e6:F0} MB"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes the file in a process of its own, so that writing does not count as reading's memory.</summary>
    private static void Prepare(string path, int subjects)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "prepare", path, subjects.ToString(CultureInfo.InvariantCulture) },
        };
        using var writer = Process.Start(start)!;
        writer.WaitForExit();
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
