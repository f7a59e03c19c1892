using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DoubleRandom.Testing;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>The whole app on the data of a test county, looked at by somebody who signs in nowhere.</summary>
public sealed partial class PublicSite : AServedApp
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, PublicPage>>> pages;

    /// <summary>Starts it.</summary>
    public PublicSite(TestCounty county)
        : base(new(county.DataFolder))
    {
        pages = new(WalkAsync);
        Reader = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };
    }

    /// <summary>Keeps no cookie and follows no redirect.</summary>
    public HttpClient Reader { get; }

    /// <summary>Every page of the public site that links lead to from its front page.</summary>
    public Task<IReadOnlyDictionary<string, PublicPage>> AllPagesAsync() => pages.Value;

    private async Task<IReadOnlyDictionary<string, PublicPage>> WalkAsync()
    {
        var found = new SortedDictionary<string, PublicPage>(StringComparer.Ordinal);
        var open = new Queue<string>(["/portal"]);
        while (open.TryDequeue(out var address))
        {
            if (found.ContainsKey(address))
            {
                continue;
            }

            var answer = await Reader.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            found[address] = new(answer.Headers, await answer.Content.ReadAsStringAsync());
            foreach (var link in Link().Matches(found[address].Html).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Where(IsPage))
            {
                open.Enqueue(link);
            }
        }

        return found;
    }

    /// <summary>Links to pages; files and the orders of a table are not followed.</summary>
    private static bool IsPage(string link) =>
        !link.EndsWith(".zip", StringComparison.Ordinal) && !link.Contains("/export", StringComparison.Ordinal) && !link.Contains("sort=", StringComparison.Ordinal);

    [GeneratedRegex("href=\"(?<to>/portal[^\"]*)\"")]
    private static partial Regex Link();
}

/// <summary>A page as it was answered.</summary>
public sealed record PublicPage(HttpResponseHeaders Headers, string Html);
