using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Sheets;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;
using DoubleRandom.Web.Plans;

namespace DoubleRandom.Web.Portal;

/// <summary>What the addresses of the public lists ask for, for the pages and for the files taken away.</summary>
internal static class PortalLists
{
    /// <summary>What an address asks of the item list: only what is published.</summary>
    public static ItemQuery Items(PageQuery query) => new(
        query["q"],
        Department.TryParse(query["department"], null, out var department) ? department : null,
        Choice.Chosen<Importance>(query["importance"]),
        ItemState.Published)
    {
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
        Size = PortalText.PageSize,
    };

    /// <summary>The published plans that an address asks for, in its order.</summary>
    public static async Task<IReadOnlyList<PlanLine>> PlansAsync(PageQuery query, PlanReader plans, CancellationToken stop)
    {
        var found = await plans.ListAsync(Year(query), PlanState.Published, query["q"], stop);
        var ordered = query.Sort switch
        {
            "name" => found.OrderBy(p => p.Name, ByWord.Order),
            "number" => found.OrderBy(p => p.Number, StringComparer.Ordinal),
            "year" => found.OrderBy(p => p.Year),
            "published" => found.OrderBy(p => p.PublishedOn),
            _ => found.AsEnumerable(),
        };
        return query.Descending ? [.. ordered.Reverse()] : [.. ordered];
    }

    /// <summary>The tasks of published plans that an address asks for, in its order, each with its plan.</summary>
    public static async Task<IReadOnlyList<(PlanLine Plan, TaskLine Task)>> TasksAsync(PageQuery query, PlanReader plans, CancellationToken stop)
    {
        var published = await plans.PublicAsync(Year(query), stop);
        var planOf = published.SelectMany(plan => plan.Tasks, (plan, task) => (plan.Plan, task.Id)).ToDictionary(pair => pair.Id, pair => pair.Plan);
        return [.. TaskFilter.Of(query).Apply(published.SelectMany(plan => plan.Tasks)).Select(task => (planOf[task.Id], task))];
    }

    /// <summary>Plans as a sheet.</summary>
    public static SheetPage Sheet(IReadOnlyList<PlanLine> plans) => new(
        PortalText.Words["plans"],
        [.. new[] { "plan", "number", "year", "published-on", "tasks", "tasks.drawn" }.Select(key => PortalText.Words[key])],
        plans.Select(plan => (IReadOnlyList<object?>)[plan.Name, plan.Number, plan.Year, plan.PublishedOn, plan.Tasks, plan.Drawn]));

    private static int? Year(PageQuery query) => int.TryParse(query["year"], out var year) ? year : null;
}
