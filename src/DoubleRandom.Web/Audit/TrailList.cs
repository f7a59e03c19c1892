using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Audit;

/// <summary>The list of the trail: what its address asks for, its columns, and its download.</summary>
public static class TrailList
{
    /// <summary>What an address asks of the trail; the newest line comes first unless the oldest is asked for.</summary>
    public static TrailQuery Query(PageQuery query) => new(query["act"], query["who"], query["kind"], Day(query["from"]), Day(query["to"]))
    {
        Key = query["key"],
        OldestFirst = query is { Sort: "when", Descending: false },
    };

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("when", TrailWords.Words["when"]) { Sorts = true, Leads = true },
        new("who", TrailWords.Words["who"]),
        new("act", TrailWords.Words["act"]),
        new("why", TrailWords.Words["why"]),
        new("record", TrailWords.Words["record"]),
        new("changes", TrailWords.Words["changes"]));

    /// <summary>Maps <c>GET /trail/export</c>: the lines that the page shows under the same filters, order and columns, as masked as there.</summary>
    public static void MapTrail(this IEndpointRouteBuilder routes) => routes.MapGet("/trail/export", async (HttpContext http, NamedTrail trail) =>
    {
        var query = PageQuery.Of(http.Request);
        var (lines, total) = await trail.PageAsync(Query(query), 1, ListFile.Most, http.RequestAborted);
        return ListFile.Of(TrailWords.Words["title"], Columns(query), lines, Cell, total);
    }).WithMetadata(new RightsAttribute(Right.ReadAudit)).RequireAuthorization();

    /// <summary>A day that people keep records of; anything else in an address is none.</summary>
    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) && day.Year is >= 1900 and < 9999 ? day : null;

    /// <summary>What the workbook says of a line in a column; the record by its key too, which the page keeps under the pointer.</summary>
    private static object? Cell(NamedLine named, string column) => column switch
    {
        "when" => named.Line.At,
        "who" => named.Line.Who,
        "act" => TrailWords.Act(named.Line),
        "why" => named.Line.Reason is { } why ? TrailWords.Reason(why) : null,
        "record" => $"{TrailWords.Kind(named.Line)} {named.Record}{(named.Record == named.Line.Key ? "" : " " + named.Line.Key)}",
        _ => string.Join('\n', named.Changes),
    };
}
