using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Web.Forms;

/// <summary>
/// What the fields of a page are called [栏目名称], learned as it is shown, so that what was typed can be given back under the words that
/// the person saw. A label may hold what only that person may read: it is told to nobody else and of no other page.
/// </summary>
public sealed class FieldLabels : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);
    private readonly MemoryCache labels = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>Learns one label of the page that is being shown.</summary>
    public void Learn(HttpContext http, string field, string label) =>
        labels.Set(Key(http, http.Request.Path, field), label, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = LongEnough });

    /// <summary>Learns the words of one choice of a field.</summary>
    public void Learn(HttpContext http, string field, Choice choice) => Learn(http, $"{field}={choice.Value}", choice.Text);

    /// <summary>Whether this person has seen the field on that page: hidden ones he has not.</summary>
    public bool Knows(HttpContext http, PathString page, string field) => labels.TryGetValue(Key(http, page, field), out _);

    /// <summary>A field's value in the words in which this person could choose it; what he typed as it is.</summary>
    public string ValueOf(HttpContext http, PathString page, string field, string value) => labels.Get<string>(Key(http, page, $"{field}={value}")) ?? value;

    /// <summary>The label that this person saw; where he has not seen the page of late, the last word of the field's name.</summary>
    public string Of(HttpContext http, PathString page, string field) => labels.Get<string>(Key(http, page, field)) ?? field[(field.LastIndexOf('.') + 1)..];

    /// <inheritdoc />
    public void Dispose() => labels.Dispose();

    private static (string, string, string, string) Key(HttpContext http, PathString page, string field) =>
        (http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", CultureInfo.CurrentUICulture.Name, page.Value ?? "", field);
}
