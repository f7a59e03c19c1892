using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Draws;

/// <summary>Which draws the list shows and in which order, as its address says.</summary>
/// <param name="Waits">What they wait for.</param>
/// <param name="Sort">Column.</param>
/// <param name="Descending">From the largest.</param>
public sealed record DrawFilter(DrawWait? Waits, string? Sort, bool Descending)
{
    /// <summary>The filter of an address.</summary>
    public static DrawFilter Of(PageQuery query) => new(Choice.Chosen<DrawWait>(query["waits"]), query.Sort, query.Descending);

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("number", DrawText.Words["number"]) { Sorts = true, Leads = true },
        new("title", DrawText.Words["title"]) { Sorts = true },
        new("state", DrawText.Words["state"]) { Sorts = true },
        new("waits", DrawText.Words["waits"]),
        new("attempt", DrawText.Words["attempt"]) { IsNumber = true },
        new("drawn", DrawText.Words["drawn"]) { Sorts = true, IsNumber = true },
        new("teams", DrawText.Words["teams"]) { Sorts = true, IsNumber = true },
        new("committed", DrawText.Words["committed-at"]) { Sorts = true },
        new("operator", DrawText.Words["operator"]) { Sorts = true });

    /// <summary>What the workbook says of a draw in a column.</summary>
    internal static object? Cell(DrawRow draw, string column) => column switch
    {
        "number" => draw.Number,
        "title" => draw.Title,
        "state" => DrawText.Of(draw.State),
        "waits" => draw.Waits is { } wait ? DrawText.Of(wait) : null,
        "attempt" => draw.Attempt,
        "drawn" => draw.Added == 0 ? draw.Drawn : DrawText.Drawn(draw.Drawn, draw.Added),
        "teams" => draw.Teams,
        "committed" => draw.CommittedAt,
        _ => draw.Operator,
    };

    /// <summary>The draws that it lets through, in its order; the newest first unless another is asked for.</summary>
    public async Task<IReadOnlyList<DrawRow>> RowsAsync(DrawReader draws, CancellationToken stop)
    {
        var found = (await draws.ListAsync(stop)).Where(d => Waits is null || d.Waits == Waits);
        var ordered = Sort switch
        {
            "number" => found.OrderBy(d => d.Number, StringComparer.Ordinal),
            "title" => found.OrderBy(d => d.Title, ByWord.Order),
            "state" => found.OrderBy(d => d.State),
            "drawn" => found.OrderBy(d => d.Drawn ?? -1),
            "teams" => found.OrderBy(d => d.Teams ?? -1),
            "committed" => found.OrderBy(d => d.CommittedAt),
            "operator" => found.OrderBy(d => d.Operator, ByWord.Order),
            _ => found,
        };
        return Descending ? [.. ordered.Reverse()] : [.. ordered];
    }
}
