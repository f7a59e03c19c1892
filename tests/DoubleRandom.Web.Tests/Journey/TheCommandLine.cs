using System.Diagnostics;

namespace DoubleRandom.Web.Tests.Journey;

/// <summary>The built command line as a stranger starts it: a process of its own.</summary>
internal static class TheCommandLine
{
    /// <summary>Runs one command; its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DoubleRandom.Cli.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
