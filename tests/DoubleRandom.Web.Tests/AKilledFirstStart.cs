using System.Diagnostics;
using DoubleRandom.Web.Tests.Doors;

namespace DoubleRandom.Web.Tests;

/// <summary>The first start, killed while it loads the demo county: the next one loads it whole.</summary>
public sealed class AKilledFirstStart : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("doublerandom-killed-");

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_next_start_is_whole()
    {
        // Killed as it begins with the directories, then once more as it begins to draw.
        foreach (var stepsToldBefore in (int[])[1, 3])
        {
            using var killed = Start();
            _ = killed.StandardOutput.ReadToEndAsync();
            for (var told = 0; told < stepsToldBefore && await killed.StandardError.ReadLineAsync() is not null;)
            {
                told++;
            }

            killed.HasExited.ShouldBeFalse();
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        using var started = Start();
        try
        {
            _ = started.StandardError.ReadToEndAsync();
            var (address, administrator) = await ToldAsync(started);
            using var visitor = new AVisitor(address);
            (await visitor.SignInAsync("admin", administrator)).ShouldBe("/password", "the passwords told are those of the database that stayed");
            (await visitor.GetAsync("/portal/results")).Text.ShouldContain("/portal/results/");
            (await visitor.GetAsync("/portal/draws")).Text.Split("/portal/draws/").Length.ShouldBeGreaterThan(2);
            Directory.Exists(Path.Combine(folder.FullName, "data", "demo-stage")).ShouldBeFalse();
        }
        finally
        {
            started.Kill();
            await started.WaitForExitAsync();
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
    {
        WorkingDirectory = folder.FullName,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
    })!;

    private static async Task<(string Address, string Administrator)> ToldAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        var password = "";
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            password = line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["admin", var told, ..] ? told : password;
            if (line.Split("Now listening on: ") is [_, var address])
            {
                return (address.Trim(), password);
            }
        }

        throw new InvalidOperationException("The process ended before it listened.");
    }
}
