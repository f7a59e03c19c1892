using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Plans;

/// <summary>Which plans the list shows and in which order, as its address says.</summary>
/// <param name="Sought">Part of name or number.</param>
/// <param name="Year">The year they are for.</param>
/// <param name="State">Draft or published.</param>
/// <param name="Sort">Column.</param>
/// <param name="Descending">From the largest.</param>
public sealed record PlanFilter(string? Sought, int? Year, PlanState? State, string? Sort, bool Descending)
{
    /// <summary>The filter of an address.</summary>
    public static PlanFilter Of(PageQuery query) => new(
        query["q"], int.TryParse(query["year"], out var year) ? year : null, Choice.Chosen<PlanState>(query["state"]), query.Sort, query.Descending);

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("name", PlanText.Words["name"]) { Sorts = true, Leads = true },
        new("number", PlanText.Words["number"]) { Sorts = true },
        new("year", PlanText.Words["year"]) { Sorts = true },
        new("state", PlanText.Words["state"]),
        new("published", PlanText.Words["published-on"]),
        new("tasks", PlanText.Words["tasks.count"]) { IsNumber = true },
        new("drawn", PlanText.Words["tasks.drawn"]) { IsNumber = true });

    /// <summary>What the workbook says of a plan in a column.</summary>
    internal static object? Cell(PlanLine plan, string column) => column switch
    {
        "name" => plan.Name,
        "number" => plan.Number,
        "year" => plan.Year,
        "state" => PlanWords.Of(plan.State),
        "published" => plan.PublishedOn,
        "tasks" => plan.Tasks,
        _ => plan.Drawn,
    };

    /// <summary>The plans that it lets through, in its order.</summary>
    public async Task<IReadOnlyList<PlanLine>> RowsAsync(PlanReader plans, CancellationToken stop)
    {
        var found = await plans.ListAsync(Year, State, Sought, stop);
        var ordered = Sort switch
        {
            "name" => found.OrderBy(p => p.Name, ByWord.Order),
            "number" => found.OrderBy(p => p.Number, StringComparer.Ordinal),
            "year" => found.OrderBy(p => p.Year),
            _ => found.AsEnumerable(),
        };
        return Descending ? [.. ordered.Reverse()] : [.. ordered];
    }
}
