using DoubleRandom.Access;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Plans;

/// <summary>Downloads of planning.</summary>
public static class PlansEndpoints
{
    /// <summary>
    /// Maps <c>GET /plans/export</c>: the plans that the list shows under the same filters and columns; and <c>GET /plans/{number}/export</c>:
    /// the tasks that the plan's page shows under the same filters.
    /// </summary>
    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/export", async (HttpContext http, PlanReader plans) =>
        {
            var query = PageQuery.Of(http.Request);
            var rows = await PlanFilter.Of(query).RowsAsync(plans, http.RequestAborted);
            return ListFile.Of(PlanText.Words["plans"], PlanFilter.Columns(query), rows, PlanFilter.Cell);
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/plans/{number}/export", async (string number, HttpContext http, PlanReader plans) =>
        {
            if (await plans.FindAsync(number, http.RequestAborted) is not { } plan)
            {
                return Results.NotFound();
            }

            using var file = new MemoryStream();
            PlanExport.Write(file, plan, TaskFilter.Of(PageQuery.Of(http.Request)).Apply(plan.Tasks));
            return Results.File(file.ToArray(), ListFile.Workbook, $"{plan.Plan.Name}.xlsx");
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
    }
}

/// <summary>Which tasks of a plan a page shows and in which order, as its address says.</summary>
/// <param name="Sought">Part of name or number.</param>
/// <param name="Lead">Code of the lead department.</param>
/// <param name="State">State.</param>
/// <param name="Sort">Column.</param>
/// <param name="Descending">From the largest.</param>
public sealed record TaskFilter(string? Sought, string? Lead, TaskState? State, string? Sort, bool Descending)
{
    /// <summary>The filter of an address.</summary>
    public static TaskFilter Of(PageQuery query) => new(
        query["q"], query["lead"], Choice.Chosen<TaskState>(query["state"]), query.Sort, query.Descending);

    /// <summary>The tasks that it lets through, in its order.</summary>
    public IReadOnlyList<TaskLine> Apply(IEnumerable<TaskLine> tasks)
    {
        var shown = tasks.Where(t => (Sought is null || t.Draft.Name.Contains(Sought, StringComparison.OrdinalIgnoreCase) || t.Number.Contains(Sought, StringComparison.Ordinal))
            && (Lead is null || t.Lead.Code == Lead)
            && (State is null || t.State == State));
        var ordered = Sort switch
        {
            "name" => shown.OrderBy(t => t.Draft.Name, ByWord.Order),
            "days" => shown.OrderBy(t => t.From),
            "lead" => shown.OrderBy(t => t.Lead),
            "number" => shown.OrderBy(t => t.Number, StringComparer.Ordinal),
            _ => shown,
        };
        return Descending ? [.. ordered.Reverse()] : [.. ordered];
    }
}
