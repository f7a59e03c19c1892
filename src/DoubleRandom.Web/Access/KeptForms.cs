using System.Buffers.Text;
using DoubleRandom.Web.Frame.Requests;
using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Web.Access;

/// <summary>A form that arrived after its session had ended: kept in memory until its owner has signed in again.</summary>
/// <param name="Path">Where it was sent to, with its query.</param>
/// <param name="Page">The page's address without its query, under which the labels of its fields are known.</param>
/// <param name="Fields">What was typed; passwords and files are not kept.</param>
/// <param name="LeftOut">Whether a file or a password was in it and must be given again.</param>
/// <param name="Owner">The account whose session had ended; null when the request no longer told.</param>
/// <param name="Browser">The form cookie of the browser that sent it; asked for where the owner is not known.</param>
public sealed record KeptForm(string Path, PathString Page, IReadOnlyList<KeyValuePair<string, string>> Fields, bool LeftOut, Guid? Owner, string? Browser)
{
    /// <summary>Whether it is the form of this person: of his account or, where no account is known, of his browser.</summary>
    public bool BelongsTo(Guid? account, HttpRequest request) => Owner is { } owner ? owner == account : Browser is not null && Browser == KeptForms.BrowserOf(request);
}

/// <summary>Keeps forms for half an hour, at most 32 million characters in all.</summary>
public sealed class KeptForms(IChance chance) : IDisposable
{
    /// <summary>The hidden field that names the kept form when it is sent at last.</summary>
    public const string KeyField = "_kept";

    private const int MostCharacters = 256 * 1024;
    private readonly MemoryCache forms = new(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });

    /// <summary>Keeps the request's form and gives the key under which it lies; null when there is nothing to keep.</summary>
    public async Task<string?> KeepAsync(HttpRequest request)
    {
        if (!IsOurs(request) || !request.HasFormContentType || request.ContentLength is null or > 4 * MostCharacters)
        {
            return null;
        }

        var form = await request.ReadFormAsync();
        var fields = form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")).ToArray();
        var kept = fields.Where(field => !IsSecret(field.Key) && field.Key is not ("__RequestVerificationToken" or KeyField)).ToArray();
        var size = kept.Sum(field => field.Key.Length + field.Value.Length);
        if (kept.Length == 0 || size > MostCharacters)
        {
            return null;
        }

        Span<byte> key = stackalloc byte[16];
        chance.Fill(key);
        var name = Base64Url.EncodeToString(key);
        var leftOut = form.Files.Count > 0 || fields.Any(field => IsSecret(field.Key));
        var http = request.HttpContext;
        var kind = new KeptForm(Preference.Local(request.Path + request.QueryString), request.Path, kept, leftOut, Session.OwnerOf(http), BrowserOf(request));
        forms.Set(name, kind, new MemoryCacheEntryOptions
        {
            Size = size + 64,
            AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(30),
        });
        return name;
    }

    /// <summary>The form under a key, or null when it has gone.</summary>
    public KeptForm? Find(string? key) => key is null ? null : forms.Get<KeptForm>(key);

    /// <summary>Forgets a form that its owner has sent at last.</summary>
    public void Forget(string key, Guid? account, HttpRequest request)
    {
        if (Find(key)?.BelongsTo(account, request) == true)
        {
            forms.Remove(key);
        }
    }

    /// <inheritdoc />
    public void Dispose() => forms.Dispose();

    /// <summary>The cookie that a browser got with its first form of ours; it outlives sign-ins and sign-outs.</summary>
    internal static string? BrowserOf(HttpRequest request) => request.Cookies["dr.form"];

    /// <summary>Whether one of our own pages sent it: what another site sends in a person's name is never given to that person to send.</summary>
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);

    private static bool IsSecret(string field) => field.Contains("Pass", StringComparison.OrdinalIgnoreCase);
}
