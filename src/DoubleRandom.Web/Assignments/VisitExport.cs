using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Directories;
using DoubleRandom.Inspections;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Assignments;

/// <summary>The list of visits: what its address asks for, its columns, and its download.</summary>
public static class VisitExport
{
    /// <summary>What an address asks of the list.</summary>
    public static async Task<VisitQuery> QueryAsync(PageQuery query, InspectionReader inspections, CancellationToken stop) => new()
    {
        Text = query["q"],
        Task = query["task"],
        Department = query["department"],
        Own = query["own"] is not null,
        States = query["state"] switch
        {
            "open" => [VisitState.Pending, VisitState.Draft, VisitState.Returned],
            { } name when Choice.Chosen<VisitState>(name) is { } state => [state],
            _ => [],
        },
        ToPublish = query["state"] == "due",
        Late = query["state"] == "late" ? await inspections.LateTodayAsync(stop) : null,
        Page = query.Page,
    };

    /// <summary>
    /// One page of what an address asks for, in the order that it asks for, and how many visits there are. An order over dates that the calendar
    /// decides, or over words, is made of all of them; visits without a deadline stand last either way.
    /// </summary>
    public static async Task<(IReadOnlyList<VisitLine> Lines, int Total)> ListAsync(
        VisitReader visits, Actor actor, VisitQuery asked, PageQuery query, PublicationClock clock, CancellationToken stop)
    {
        if (!Columns(query).All.Any(column => column.Sorts && column.Key == query.Sort))
        {
            return await visits.ListAsync(actor, asked, stop);
        }

        var (found, total) = await visits.ListAsync(actor, asked with { Page = 1, Size = int.MaxValue }, stop);
        var ordered = query.Sort switch
        {
            "state" => Ordered(found, line => line.State),
            "due" => found.OrderBy(line => Due(line) is null).ThenBy(line => (query.Descending ? -1 : 1) * (Due(line)?.DayNumber ?? 0)),
            "town" => Ordered(found, line => line.Town),
            "items" => Ordered(found, line => line.Items),
            "number" => Ordered(found, line => line.Number),
            _ => query.Descending ? found.OrderByDescending(line => line.SubjectName, ByWord.Order) : found.OrderBy(line => line.SubjectName, ByWord.Order),
        };
        return ([.. ordered.Skip((asked.Page - 1) * asked.Size).Take(asked.Size)], total);

        DateOnly? Due(VisitLine line) => VisitText.DueOn(line, clock.Of(line.CompletedOn));

        IOrderedEnumerable<VisitLine> Ordered<T>(IEnumerable<VisitLine> lines, Func<VisitLine, T> by) => query.Descending ? lines.OrderByDescending(by) : lines.OrderBy(by);
    }

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("subject", VisitText.Words["col.subject"]) { Sorts = true, Leads = true },
        new("state", VisitText.Words["col.state"]) { Sorts = true },
        new("due", VisitText.Words["col.due"]) { Sorts = true },
        new("town", VisitText.Words["col.town"]) { Sorts = true },
        new("departments", VisitText.Words["col.departments"]),
        new("items", VisitText.Words["col.items"]) { Sorts = true, IsNumber = true },
        new("number", VisitText.Words["col.number"]) { Sorts = true });

    /// <summary>Maps <c>GET /visits/export</c>: what the list shows this person under the same filters, order and columns.</summary>
    public static void MapVisits(this IEndpointRouteBuilder routes) => routes.MapGet("/visits/export", async (
        HttpContext http, VisitReader visits, InspectionReader inspections, CurrentActor who, TimeProvider time) =>
    {
        var query = PageQuery.Of(http.Request);
        var clock = await inspections.ClockAsync(http.RequestAborted);
        var asked = await QueryAsync(query, inspections, http.RequestAborted) with { Page = 1, Size = ListFile.Most };
        var (lines, total) = await ListAsync(visits, who.Actor, asked, query, clock, http.RequestAborted);
        return ListFile.Of(VisitText.Words["list.title"], Columns(query), lines, (line, column) => column switch
        {
            "subject" => line.SubjectName,
            "state" => line.State.Name(),
            "due" => VisitText.Due(line, clock.Of(line.CompletedOn), time.Today()).Text,
            "town" => Town.NameOf(line.Town),
            "departments" => VisitText.Names(line.Departments),
            "items" => line.Items,
            _ => line.Number,
        }, total);
    }).WithMetadata(new RightsAttribute(Right.ReadVisits)).RequireAuthorization();
}
