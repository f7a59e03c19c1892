using System.Net;
using System.Text.RegularExpressions;
using DoubleRandom.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>The whole app on the data of a test county, looked at by somebody who signs in nowhere.</summary>
public sealed partial class PublicSite : WebApplicationFactory<Program>
{
    private readonly TestCounty county;

    /// <summary>Starts it.</summary>
    public PublicSite(TestCounty county)
    {
        this.county = county;
        UseKestrel(0);
        StartServer();
        Reader = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };
    }

    /// <summary>Where it listens, without a final slash.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Keeps no cookie and follows no redirect.</summary>
    public HttpClient Reader { get; }

    /// <summary>Every page of the public site that links lead to from its front page, with its HTML.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllPagesAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/portal"]);
        while (open.TryDequeue(out var address))
        {
            if (found.ContainsKey(address))
            {
                continue;
            }

            var answer = await Reader.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            found[address] = await answer.Content.ReadAsStringAsync();
            foreach (var link in Link().Matches(found[address]).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Where(IsPage))
            {
                open.Enqueue(link);
            }
        }

        return found;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data", county.DataFolder);
        builder.UseSetting("Demo", "false");
    }

    /// <summary>Links to pages; files and the orders of a table are not followed.</summary>
    private static bool IsPage(string link) =>
        !link.EndsWith(".zip", StringComparison.Ordinal) && !link.Contains("/export", StringComparison.Ordinal) && !link.Contains("sort=", StringComparison.Ordinal);

    [GeneratedRegex("href=\"(?<to>/portal[^\"]*)\"")]
    private static partial Regex Link();
}
