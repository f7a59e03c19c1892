using System.Collections.Concurrent;
using System.Globalization;

namespace DoubleRandom.Web.Layout;

/// <summary>
/// What the fields of each page are called [栏目名称], learned as the pages are shown, so that what was typed can be given back under the
/// words that the person saw.
/// </summary>
public sealed class FieldLabels
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(string Route, string Field, string Language), string> labels = new();

    /// <summary>The address of a page with its gaps, e.g. <c>/items/{Id:guid}/edit</c>; "" for none.</summary>
    public static string RouteOf(Endpoint? page) => (page as RouteEndpoint)?.RoutePattern.RawText ?? "";

    /// <summary>Learns one label.</summary>
    public void Learn(string route, string field, string label)
    {
        if (labels.Count < Most)
        {
            labels.TryAdd((route, field, CultureInfo.CurrentUICulture.Name), label);
        }
    }

    /// <summary>The label of a field; where the page has not been shown since the start, the last word of the field's name.</summary>
    public string Of(string route, string field) =>
        labels.GetValueOrDefault((route, field, CultureInfo.CurrentUICulture.Name)) ?? field[(field.LastIndexOf('.') + 1)..];
}
