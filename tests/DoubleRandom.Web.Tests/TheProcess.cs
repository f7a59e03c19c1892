using System.Diagnostics;

namespace DoubleRandom.Web.Tests;

/// <summary>The built program as a user starts it: a process of its own, in Production, from another folder.</summary>
public sealed class TheProcess
{
    [Fact]
    public async Task Started_from_another_folder_it_serves_pages_and_assets_and_keeps_its_data_there()
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-process-");
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--empty"])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process) };
            (await client.GetStringAsync("/about")).ShouldContain("关于本平台");
            foreach (var asset in new[] { "/site.css", "/file-field.js", "/_framework/blazor.web.js" })
            {
                (await client.GetByteArrayAsync(asset)).Length.ShouldBeGreaterThan(0, asset);
            }

            Directory.EnumerateFiles(Path.Combine(folder.FullName, "data", "logs")).ShouldNotBeEmpty();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--county", "abc", "不是六位行政区划代码")]
    [InlineData("--county", "53282", "不是六位行政区划代码")]
    [InlineData("--address", "choucha.example.gov.cn", "不是网址")]
    [InlineData("--address", "javascript:alert(1)", "不是网址")]
    [InlineData("--address", "https://x.example/?a=1", "不是网址")]
    public void An_option_that_cannot_be_meant_is_refused_in_words(string option, string value, string said)
    {
        var refusal = StartOptions.Of([option, value], new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()).Refusal!;

        refusal.Because.ShouldContain(said);
        refusal.Because.ShouldContain(value);
        refusal.InEnglish.ShouldContain("not started");
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var address])
            {
                return new(address.Trim());
            }
        }

        throw new InvalidOperationException("The process ended before it listened.");
    }
}
