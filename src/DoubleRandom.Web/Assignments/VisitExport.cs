using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Directories;
using DoubleRandom.Inspections;
using DoubleRandom.Web.Access;
using DoubleRandom.Web.Layout;

namespace DoubleRandom.Web.Assignments;

/// <summary>The list of visits: what its address asks for, its columns, and its download.</summary>
public static class VisitExport
{
    /// <summary>The most rows a list is exported with.</summary>
    public const int MostExported = 20_000;

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

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("subject", VisitText.Words["col.subject"]) { Leads = true },
        new("state", VisitText.Words["col.state"]),
        new("due", VisitText.Words["col.due"]),
        new("town", VisitText.Words["col.town"]),
        new("departments", VisitText.Words["col.departments"]),
        new("items", VisitText.Words["col.items"]) { IsNumber = true },
        new("number", VisitText.Words["col.number"]));

    /// <summary>Maps <c>GET /visits/export</c>: what the list shows this person under the same filters and columns.</summary>
    public static void MapVisits(this IEndpointRouteBuilder routes) => routes.MapGet("/visits/export", async (
        HttpContext http, VisitReader visits, InspectionReader inspections, CurrentActor who, TimeProvider time) =>
    {
        var query = PageQuery.Of(http.Request);
        var clock = await inspections.ClockAsync(http.RequestAborted);
        var asked = await QueryAsync(query, inspections, http.RequestAborted) with { Page = 1, Size = MostExported };
        var (lines, _) = await visits.ListAsync(who.Actor, asked, http.RequestAborted);
        return ListFile.Of(VisitText.Words["list.title"], Columns(query), lines, (line, column) => column switch
        {
            "subject" => line.SubjectName,
            "state" => line.State.Name(),
            "due" => VisitText.Due(line, clock.Of(line.CompletedOn), time.Today()).Text,
            "town" => Town.NameOf(line.Town),
            "departments" => VisitText.Names(line.Departments),
            "items" => line.Items,
            _ => line.Number,
        });
    }).WithMetadata(new RightsAttribute(Right.ReadVisits)).RequireAuthorization();
}
