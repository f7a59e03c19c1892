using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Assignments;

/// <summary>The list of requests to replace inspectors: its columns and its download.</summary>
public static class SubstitutionSheet
{
    /// <summary>What an address asks for.</summary>
    public static SubstitutionQuery Of(PageQuery query) => new()
    {
        State = Choice.Chosen<DecisionState>(query["state"]),
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
    };

    /// <summary>The columns of the list.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("visit", VisitText.Words["sub.visit"]) { Sorts = true, Leads = true },
        new("absent", VisitText.Words["sub.absent"]),
        new("reason", VisitText.Words["sub.reason"]),
        new("evidence", VisitText.Words["sub.evidence"]),
        new("asked-by", VisitText.Words["sub.asked-by"]) { Sorts = true },
        new("asked-at", VisitText.Words["sub.asked-at"]) { Sorts = true },
        new("state", VisitText.Words["sub.state"]),
        new("substitute", VisitText.Words["sub.outcome"]));

    /// <summary>Maps <c>GET /substitutions/export</c>: the requests that the list shows this person under the same filter, order and columns.</summary>
    public static void MapSubstitutions(this IEndpointRouteBuilder routes) => routes.MapGet("/substitutions/export", async (HttpContext http, SubstitutionReader substitutions, CurrentActor who) =>
    {
        var query = PageQuery.Of(http.Request);
        var (lines, total) = await substitutions.PageAsync(who.Actor, Of(query) with { Page = 1, Size = ListFile.Most }, http.RequestAborted);
        return ListFile.Of(VisitText.Words["sub.list.title"], Columns(query), lines, Cell, total);
    }).WithMetadata(new RightsAttribute(Right.ReadVisits)).RequireAuthorization();

    private static object? Cell(SubstitutionLine line, string column) => column switch
    {
        "visit" => line.VisitNumber,
        "absent" => $"{line.Absent} {line.Department.Name}",
        "reason" => line.Reason.Name(),
        "evidence" => line.Evidence,
        "asked-by" => line.Decision.AskedBy,
        "asked-at" => line.Decision.AskedAt,
        "state" => line.Decision.State.Name(),
        _ => line.Substitute ?? line.Decision.Note,
    };
}
