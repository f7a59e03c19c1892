using System.Buffers.Text;
using DoubleRandom.Web.Layout;
using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Web.Access;

/// <summary>A form that arrived after its session had ended: kept in memory until its owner has signed in again.</summary>
/// <param name="Path">Where it was sent to, with its query.</param>
/// <param name="Fields">What was typed; passwords and files are not kept.</param>
/// <param name="LeftOut">Whether a file or a password was in it and must be given again.</param>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool LeftOut);

/// <summary>Keeps forms for half an hour, at most 32 million characters in all.</summary>
public sealed class KeptForms(IChance chance) : IDisposable
{
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
        var kept = fields.Where(field => !IsSecret(field.Key) && field.Key != "__RequestVerificationToken").ToArray();
        var size = kept.Sum(field => field.Key.Length + field.Value.Length);
        if (kept.Length == 0 || size > MostCharacters)
        {
            return null;
        }

        Span<byte> key = stackalloc byte[16];
        chance.Fill(key);
        var name = Base64Url.EncodeToString(key);
        var leftOut = form.Files.Count > 0 || fields.Any(field => IsSecret(field.Key));
        forms.Set(name, new KeptForm(Preference.Local(request.Path + request.QueryString), kept, leftOut), new MemoryCacheEntryOptions
        {
            Size = size + 64,
            AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(30),
        });
        return name;
    }

    /// <summary>The form under a key, or null when it has gone.</summary>
    public KeptForm? Find(string? key) => key is null ? null : forms.Get<KeptForm>(key);

    /// <inheritdoc />
    public void Dispose() => forms.Dispose();

    /// <summary>Whether one of our own pages sent it: what another site sends in a person's name is never given to that person to send.</summary>
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);

    private static bool IsSecret(string field) => field.Contains("Pass", StringComparison.OrdinalIgnoreCase);
}
