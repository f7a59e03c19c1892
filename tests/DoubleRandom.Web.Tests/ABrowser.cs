using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DoubleRandom.Web.Tests.ABrowser))]

namespace DoubleRandom.Web.Tests;

/// <summary>
/// One Chromium for all browser tests; each page gets a context of its own. What a test expects to see may take half a minute to
/// come, as a page does: how busy the machine is decides nothing.
/// </summary>
public sealed class ABrowser : IAsyncLifetime
{
    private const float Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where screenshots go: <c>artifacts/screens</c> of the repository.</summary>
    public static string Screens { get; } = Path.Combine(TheSource.Root, "artifacts", "screens");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--lang=zh-CN",
            ],
        });
    }

    /// <summary>A page as on an old desktop PC, 1440 × 900.</summary>
    public Task<IPage> DesktopAsync(bool scripts = true) => OpenAsync(1440, 900, scripts);

    /// <summary>A page as on a phone, 390 × 844.</summary>
    public Task<IPage> PhoneAsync(bool scripts = true) => OpenAsync(390, 844, scripts);

    /// <summary>Looks at a page as it stands: kept as a picture, nothing for axe to find, no wider than the window.</summary>
    public static async Task LookAtAsync(IPage page, string name)
    {
        await using var still = await AStillPage.OfAsync(page);
        await LookAsync(page, name);
    }

    /// <summary>Looks at a page as at a desk and as on a phone; leaves it as at a desk.</summary>
    public static async Task LookAtBothWaysAsync(IPage page, string name)
    {
        await using var still = await AStillPage.OfAsync(page);
        foreach (var (width, height, end) in ((int, int, string)[])[(1440, 900, "desktop"), (390, 844, "phone")])
        {
            await page.SetViewportSizeAsync(width, height);
            await LookAsync(page, $"{name}-{end}");
        }

        await page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>Keeps what is seen, the whole page long.</summary>
    public static Task ScreenshotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Screens, name + ".png"), FullPage = true });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await ScreenshotAsync(page, name);
        await ShouldBeAccessibleAsync(page);
        await ShouldFitAsync(page);
    }

    /// <summary>Nothing that axe can find keeps a person from using the page.</summary>
    private static async Task ShouldBeAccessibleAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations
            .Select(rule => $"{rule.Id}: {rule.Help}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}");
        found.ShouldBeEmpty(page.Url);
    }

    /// <summary>The page is no wider than the window: tables scroll inside their cards.</summary>
    private static async Task ShouldFitAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);

    private static string Executable() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named
        : new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("No Chromium: install Debian's package chromium, or name one in CHROMIUM.");

    private async Task<IPage> OpenAsync(int width, int height, bool scripts)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = scripts,
        });
        return AStillPage.Following(await context.NewPageAsync());
    }
}

/// <summary>The repository's own files, as the build saw them.</summary>
internal static class TheSource
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DoubleRandom.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No DoubleRandom.slnx above {here}.");
    }
}
