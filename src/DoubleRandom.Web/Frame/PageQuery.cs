using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DoubleRandom.Web.Frame;

/// <summary>The question a list page's address asks: filters, order and page, so that back and bookmarks work.</summary>
public sealed class PageQuery
{
    private const string PageKey = "page";
    private const string SortKey = "sort";
    private const string LanguageKey = "lang";

    /// <summary>Under which the address names the columns to be shown.</summary>
    public const string ColumnKey = "col";

    private readonly Dictionary<string, StringValues> query;

    private PageQuery(string path, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        Path = path;
        this.query = query.Where(pair => pair.Key != LanguageKey && !StringValues.IsNullOrEmpty(pair.Value))
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The page's path, without its query.</summary>
    public string Path { get; }

    /// <summary>The page asked for, counted from 1; anything unreadable is 1.</summary>
    public int Page => int.TryParse(this[PageKey], out var page) && page is > 0 and < 1_000_000 ? page : 1;

    /// <summary>The column asked for, or null for the page's own order.</summary>
    public string? Sort => this[SortKey]?.TrimStart('-');

    /// <summary>Whether the order is from the largest to the smallest.</summary>
    public bool Descending => this[SortKey] is ['-', ..];

    /// <summary>Whether any filter is set.</summary>
    public bool HasFilters => Filters.Any();

    /// <summary>The filters, without page, order and columns.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Filters => query.Where(pair => pair.Key is not (PageKey or SortKey or ColumnKey));

    /// <summary>The order alone.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Ordered => query.Where(pair => pair.Key == SortKey);

    /// <summary>The columns alone.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Columns => query.Where(pair => pair.Key == ColumnKey);

    /// <summary>The same list without any filter, from its first page; order and columns stay.</summary>
    public string Unfiltered => QueryHelpers.AddQueryString(Path, Ordered.Concat(Columns));

    /// <summary>One filter's trimmed value, or null when it is absent or blank.</summary>
    public string? this[string key] =>
        query.TryGetValue(key, out var values) && values[0]?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>All values of one filter that may be chosen several times.</summary>
    public IReadOnlyList<string> All(string key) =>
        query.TryGetValue(key, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>The question of this request.</summary>
    public static PageQuery Of(HttpRequest request) => new(request.Path.Value ?? "/", request.Query);

    /// <summary>The question as the browser's address bar shows it, on an error page too.</summary>
    public static PageQuery Seen(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } refused ? Of(refused.OriginalPath + refused.OriginalQueryString)
        : http.Features.Get<IExceptionHandlerPathFeature>() is { } broken ? Of(broken.Path + http.Request.QueryString)
        : Of(http.Request);

    /// <summary>The question in an address.</summary>
    public static PageQuery Of(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? new(address, []) : new(address[..at], QueryHelpers.ParseQuery(address[at..]));
    }

    /// <summary>The same question with one filter changed (null takes it away), from its first page.</summary>
    public string With(string key, string? value) => Address(pairs =>
    {
        pairs.Remove(PageKey);
        Put(pairs, key, value);
    });

    /// <summary>The same list under two filters alone, from its first page.</summary>
    public string Only(string key, string value, string other, string its) =>
        QueryHelpers.AddQueryString(Path, Columns.Append(new(key, value)).Append(new(other, its)));

    /// <summary>The same question, another page of its answer.</summary>
    public string ToPage(int page) => Address(pairs => Put(pairs, PageKey, page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));

    /// <summary>The same question ordered by a column; once more by the same column turns the order round.</summary>
    public string SortedBy(string column) => With(SortKey, Sort == column && !Descending ? "-" + column : column);

    /// <summary>The present address.</summary>
    public override string ToString() => Address(_ => { });

    private static void Put(Dictionary<string, StringValues> pairs, string key, string? value)
    {
        if (value is null)
        {
            pairs.Remove(key);
        }
        else
        {
            pairs[key] = value;
        }
    }

    private string Address(Action<Dictionary<string, StringValues>> change)
    {
        var pairs = new Dictionary<string, StringValues>(query, StringComparer.Ordinal);
        change(pairs);
        return QueryHelpers.AddQueryString(Path, pairs);
    }
}
