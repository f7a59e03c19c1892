using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests;

/// <summary>A page stands still while it is looked at, whatever it does by itself.</summary>
public sealed class LookingAtAPage(ABrowser browser)
{
    private const string Restless = """
        <!doctype html><html lang="en"><head><title>Restless</title><link rel="stylesheet" href="/slow.css"></head>
        <body><main><h1>Restless</h1><p>Wide</p><form method="post" action="/"><button>Again</button></form></main>
        <script>setTimeout(() => document.forms[0].requestSubmit(), 50);</script></body></html>
        """;

    [Fact]
    public async Task A_page_that_sends_its_form_by_itself_is_seen_whole_and_goes_on_afterwards()
    {
        var documents = 0;
        var page = await browser.DesktopAsync();
        await page.RouteAsync("http://made-up/**", async route =>
        {
            if (route.Request.ResourceType == "stylesheet")
            {
                await Task.Delay(300); // meanwhile the page is 3,000 px wide
                await route.FulfillAsync(new() { ContentType = "text/css", Body = "p { width: auto !important }" });
                return;
            }

            documents++;
            await route.FulfillAsync(new() { ContentType = "text/html", Body = Restless.Replace("<p>", "<style>p { width: 3000px }</style><p>", StringComparison.Ordinal) });
        });
        await page.GotoAsync("http://made-up/", new() { WaitUntil = WaitUntilState.Commit });

        for (var look = 0; look < 5; look++)
        {
            var before = documents;
            await ABrowser.LookAtAsync(page, "restless");
            await page.WaitForResponseAsync("http://made-up/");
            documents.ShouldBeGreaterThan(before);
        }
    }

    [Fact]
    public async Task What_a_page_asks_for_while_it_is_looked_at_comes_afterwards()
    {
        var page = await browser.DesktopAsync();
        await page.RouteAsync("http://made-up/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Board</title><p>old</p>" }));
        await page.GotoAsync("http://made-up/");
        await page.RouteAsync("http://made-up/state", route => route.FulfillAsync(new() { Body = "new" }));

        await using (await AStillPage.OfAsync(page))
        {
            await page.EvaluateAsync("void fetch('/state').then(answer => answer.text()).then(text => document.querySelector('p').textContent = text)");
            await Task.Delay(300, TestContext.Current.CancellationToken);
            (await page.Locator("p").InnerTextAsync()).ShouldBe("old");
        }

        await Assertions.Expect(page.Locator("p")).ToHaveTextAsync("new");
    }
}
