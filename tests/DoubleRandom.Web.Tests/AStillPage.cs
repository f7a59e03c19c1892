using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests;

/// <summary>
/// A page while it is looked at: what it does by itself, such as sending its form again after a few seconds or reading its board
/// anew, waits until the looking is over. Else the next document comes, without its styles at first, between two looks.
/// </summary>
internal sealed class AStillPage : IAsyncDisposable
{
    private const string Everything = "**/*";

    /// <summary>Keeps back the forms that are sent from now on, and says so a moment later, when what was sent before has set out.</summary>
    private const string HoldForms = """
        () => {
          if (!globalThis.letFormsGo) {
            const held = [];
            const hold = event => { event.preventDefault(); event.stopImmediatePropagation(); held.push(event.target); };
            addEventListener("submit", hold, true);
            globalThis.letFormsGo = () => {
              delete globalThis.letFormsGo;
              removeEventListener("submit", hold, true);
              held.forEach(form => form.requestSubmit());
            };
          }
          return new Promise(done => setTimeout(done, 10));
        }
        """;

    private static readonly ConditionalWeakTable<IPage, ConcurrentDictionary<IRequest, bool>> UnderWay = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IPage page;
    private readonly Func<IRoute, Task> hold;
    private readonly ConcurrentDictionary<IRequest, bool> requests;
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AStillPage(IPage page) => (this.page, hold, requests) = (page, HoldAsync, UnderWay.GetOrCreateValue(page));

    private bool HasAll => !requests.Values.Contains(true);

    /// <summary>Remembers from now on what a page asks for and has not yet got.</summary>
    public static IPage Following(IPage page)
    {
        var asked = UnderWay.GetOrCreateValue(page);
        page.Request += (_, request) => asked[request] = IsDocument(request) || IsData(request);
        page.RequestFinished += (_, request) => asked.TryRemove(request, out bool _);
        page.RequestFailed += (_, request) => asked.TryRemove(request, out bool _);
        return page;
    }

    /// <summary>Begins the looking, once all that the page had asked for before is there: its document, its styles, its fonts.</summary>
    /// <exception cref="TimeoutException">It did not come within half a minute.</exception>
    public static async Task<AStillPage> OfAsync(IPage page)
    {
        var still = new AStillPage(page);
        await page.RouteAsync(Everything, still.hold);
        for (var clock = Stopwatch.StartNew(); !await still.StandsAsync(); await Task.Delay(20))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"{page.Url} still waits for {string.Join(", ", still.requests.Keys.Select(request => request.Url))}.");
            }
        }

        await page.EvaluateAsync("document.fonts.ready.then(() => null)");
        return still;
    }

    /// <summary>Ends the looking: what was held is let go.</summary>
    public async ValueTask DisposeAsync()
    {
        over.SetResult();
        await page.UnrouteAsync(Everything, hold);
        await page.EvaluateAsync("globalThis.letFormsGo()");
    }

    private static bool IsDocument(IRequest request) => request.ResourceType == "document";

    private static bool IsData(IRequest request) => request.ResourceType is "fetch" or "xhr";

    /// <summary>Whether the page has all it asked for and sends no form; false when another document is on its way.</summary>
    private async Task<bool> StandsAsync()
    {
        if (!HasAll)
        {
            return false;
        }

        await page.WaitForLoadStateAsync(LoadState.Load);
        try
        {
            await page.EvaluateAsync(HoldForms);
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            return false;
        }

        return HasAll;
    }

    /// <summary>Data waits; a document cannot, as no picture is taken of a page that is being left: its form was kept back.</summary>
    private async Task HoldAsync(IRoute route)
    {
        if (IsData(route.Request))
        {
            requests.TryRemove(route.Request, out _); // it has not set out
            await over.Task;
            requests[route.Request] = true;
            if (route.Request.Failure is not null)
            {
                requests.TryRemove(route.Request, out _); // its page was left while it was held, and nothing will tell of it again
            }
        }

        await route.FallbackAsync();
    }
}
