using System.Diagnostics;

namespace DoubleRandom.Web.Tests.Journey;

/// <summary>The command line as a stranger calls it, built anew where the sources are newer.</summary>
internal static class TheCommandLine
{
    /// <summary>Runs one command; its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] args)
    {
        var program = Path.Combine(TheSource.Root, "doublerandom");
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
