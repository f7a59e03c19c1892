using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Web.Tests.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Somebody at the app with a plain HTTP client: follows no redirect, runs no script, keeps cookies, may sign in.</summary>
internal sealed partial class AVisitor(string address) : IDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "Kaimen-2026-A";

    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    private string? token;

    /// <summary>Somebody new with an account and a password of his own, signed in.</summary>
    public static async Task<AVisitor> WithAccountAsync(PublicSite site, Jurisdiction county, NewAccount account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        var machine = Actor.AtTheMachine(county, "test");
        (await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(machine, account)).Refusal.ShouldBeNull();
        var stored = await db.Users.SingleAsync(a => a.UserName == account.UserName);
        stored.MustChangePassword = false;
        stored.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(stored, Password);
        (await db.CommitAsync(machine, new Act("test.prepared"))).ShouldBeNull();
        var visitor = new AVisitor(site.Address);
        (await visitor.SignInAsync(account.UserName, Password)).ShouldBe("/");
        return visitor;
    }

    /// <summary>The client itself, for requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>Signs in at the page; where it led to.</summary>
    public async Task<string?> SignInAsync(string userName, string password, string query = "")
    {
        token = null;
        var answer = await PostAsync("/sign-in" + query, [new("_handler", "sign-in"), new("Input.UserName", userName), new("Input.Password", password)]);
        token = null; // the token names whom it was given to
        return answer.Location;
    }

    /// <summary>Opens an address.</summary>
    public async Task<AnAnswer> GetAsync(string target) => await AnAnswer.OfAsync(await client.GetAsync(target));

    /// <summary>Sends a form as a browser does, with the antiforgery token of a page of the same session.</summary>
    public async Task<AnAnswer> PostAsync(string target, IEnumerable<KeyValuePair<string, string>> fields, bool withToken = true)
    {
        token ??= await TokenAsync();
        using var form = new FormUrlEncodedContent(withToken ? [.. fields, new("__RequestVerificationToken", token)] : fields);
        return await AnAnswer.OfAsync(await client.PostAsync(target, form));
    }

    /// <summary>The token that forms of this session carry.</summary>
    public async Task<string> TokenAsync()
    {
        var page = await GetAsync("/password");
        page = page.Status == HttpStatusCode.OK ? page : await GetAsync("/sign-in");
        return Token().Match(page.Text).Groups["token"].Value;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>An answer, its text readable whether it came as a page or as a sheet or archive.</summary>
internal sealed partial record AnAnswer(HttpStatusCode Status, string? Location, string Text)
{
    /// <summary>The page as it was sent, its markup not decoded; empty for sheets and archives.</summary>
    public string Raw { get; private init; } = "";

    /// <summary>Its headers.</summary>
    public string Headers { get; private init; } = "";

    /// <summary>Reads it whole.</summary>
    public static async Task<AnAnswer> OfAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var raw = bytes is [(byte)'P', (byte)'K', ..] ? "" : Encoding.UTF8.GetString(bytes);
        return new(answer.StatusCode, Within(answer), raw.Length == 0 && bytes.Length > 0 ? Unzipped(bytes) : WebUtility.HtmlDecode(raw))
        {
            Raw = raw,
            Headers = $"{answer.Headers}{answer.Content.Headers}",
        };
    }

    /// <summary>The forms that change something, apart from the sign-out that stands on every page; filled as a browser would send them.</summary>
    public IEnumerable<AForm> Forms(string page) =>
        from Match form in Form().Matches(Raw)
        let action = WebUtility.HtmlDecode(Attribute(Tag().Match(form.Value).Value, "action")) ?? page
        where action != "/sign-out"
        select new AForm(action, [.. Fields(form.Value).Where(f => f.Key is { Length: > 0 } and not "__RequestVerificationToken")]);

    private static IEnumerable<KeyValuePair<string, string>> Fields(string form) => Control().Matches(form).Select(control =>
    {
        var (tag, name) = (control.Groups["tag"].Value, WebUtility.HtmlDecode(Attribute(control.Value, "name") ?? ""));
        return KeyValuePair.Create(
            Attribute(tag, "type") is "radio" or "checkbox" && !tag.Contains(" checked", StringComparison.Ordinal) ? "" : name,
            WebUtility.HtmlDecode(control.Value switch
            {
                ['<', 's', ..] => Chosen().Match(control.Value) is { Success: true } option ? option.Groups["value"].Value : "",
                ['<', 't', ..] => control.Groups["inside"].Value.TrimStart('\n'),
                _ => Attribute(tag, "value") ?? "",
            }));
    });

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"^<[^>]*\\s{name}=\"(?<value>[^\"]*)\"") is { Success: true } found ? found.Groups["value"].Value : null;

    /// <summary>Where it leads, without host when that is the app itself.</summary>
    private static string? Within(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } to && to.Authority == answer.RequestMessage!.RequestUri!.Authority
            ? to.PathAndQuery
            : answer.Headers.Location?.ToString();

    private static string Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("^<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<tag><input[^>]*>)|(?<tag><textarea[^>]*>)(?<inside>.*?)</textarea>|(?<tag><select[^>]*>).*?</select>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*value=\"(?<value>[^\"]*)\"[^>]*selected")]
    private static partial Regex Chosen();
}

/// <summary>A form found on a page.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="Fields">What it holds.</param>
internal sealed record AForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>Which of the page's forms it is.</summary>
    public string Handler => Fields.FirstOrDefault(f => f.Key == "_handler").Value ?? "";
}
