using System.Globalization;
using System.Security.Cryptography;
using DoubleRandom.Assignments;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Items;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Publication;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using DoubleRandom.Web.Frame;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Portal;

/// <summary>The public site as a whole: it shows the home county to everybody, may be cached, and has files to take away.</summary>
public static class PortalSite
{
    private static readonly string[] Roots = ["/portal", "/log"];
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A browser looks again after ten seconds, a cache before this server after a minute.</summary>
    private const string Cacheable = "public, max-age=10, s-maxage=60";

    /// <summary>Shows the home county whoever is signed in, and says how long an answer may be kept.</summary>
    public static void UsePortal(this IApplicationBuilder app, Jurisdiction home) => app.UseWhen(
        http => Array.Exists(Roots, root => http.Request.Path.StartsWithSegments(root, StringComparison.Ordinal)),
        portal => portal.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<SupervisionDb>().See(home);
            http.Response.OnStarting(() =>
            {
                SayHowLong(http.Response);
                return Task.CompletedTask;
            });
            return next(http);
        }));

    /// <summary>
    /// Maps <c>GET /portal/draws/{number}/record.zip</c>, <c>GET /portal/results/{visit}/{edition}/statement</c> (the bytes whose hash the log holds), <c>GET /portal/results/export</c>, and as open data <c>GET /portal/{list}/export.csv</c>
    /// for items, plans, tasks and results: what their pages show under the same filters.
    /// </summary>
    public static void MapPortal(this IEndpointRouteBuilder routes, Jurisdiction home)
    {
        routes.MapGet("/portal/draws/{number}/record.zip", RecordAsync).AllowAnonymous();
        routes.MapGet("/portal/results/{visit:guid}/{edition:int}/statement", async (Guid visit, int edition, HttpContext http, ResultRegister results) =>
            await results.LoggedAsync(home, new Id<Visit>(visit), edition, http.RequestAborted) is { } logged
                ? Results.Bytes(logged.Statement, "application/json")
                : Results.NotFound()).AllowAnonymous();
        routes.MapGet("/portal/results/export", async (HttpContext http, ResultRegister results) =>
        {
            using var file = new MemoryStream();
            await results.ExportAsync(home, QueryOf(PageQuery.Of(http.Request)), file, http.RequestAborted);
            return Results.File(file.ToArray(), Sheet, PortalText.Words["results"] + ".xlsx");
        }).AllowAnonymous();
        routes.MapGet("/portal/results/export.csv", async (HttpContext http, ResultRegister results) =>
            Csv("results", await results.SheetAsync(home, QueryOf(PageQuery.Of(http.Request)), http.RequestAborted))).AllowAnonymous();
        routes.MapGet("/portal/items/export.csv", async (HttpContext http, ItemReader items) =>
            Csv("items", await items.SheetAsync(PortalLists.Items(PageQuery.Of(http.Request)), http.RequestAborted))).AllowAnonymous();
        routes.MapGet("/portal/plans/export.csv", async (HttpContext http, PlanReader plans) =>
            Csv("plans", PortalLists.Sheet(await PortalLists.PlansAsync(PageQuery.Of(http.Request), plans, http.RequestAborted)))).AllowAnonymous();
        routes.MapGet("/portal/tasks/export.csv", async (HttpContext http, PlanReader plans) =>
            Csv("tasks", PlanExport.Sheet("", await PortalLists.TasksAsync(PageQuery.Of(http.Request), plans, http.RequestAborted)))).AllowAnonymous();
    }

    /// <summary>What an address asks the register of results.</summary>
    internal static RegisterQuery QueryOf(PageQuery query) => new(
        query["q"],
        DoubleRandom.Access.Department.TryParse(query["department"], null, out var department) ? department : null,
        query["task"],
        Day(query["from"]),
        Day(query["to"]))
    {
        Sort = query.Sort,
        Descending = query.Descending,
    };

    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<IResult> RecordAsync(string number, DrawRegister draws, ExportRecord export, CancellationToken stop)
    {
        if (await draws.FindAsync(number, stop) is not { HasRecord: true })
        {
            return Results.NotFound(); // before the opening there is nothing to take away
        }

        var zip = await export.ToZipAsync(number, stop);
        return zip.Refused(out _)
            ? Results.NotFound()
            : Results.File(zip.Value, "application/zip", PortalText.RecordFile(number), entityTag: TagOf(zip.Value));
    }

    private static IResult Csv(string list, SheetPage sheet)
    {
        using var file = new MemoryStream();
        CsvWriter.Write(file, sheet);
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", PortalText.Words[list] + ".csv");
    }

    private static EntityTagHeaderValue TagOf(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");

    private static void SayHowLong(HttpResponse answer)
    {
        var mayBeKept = answer.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && !answer.Headers.ContainsKey(HeaderNames.SetCookie);
        if (!mayBeKept || answer.Headers.CacheControl.Count == 0)
        {
            answer.Headers.CacheControl = mayBeKept ? Cacheable : "no-store";
        }

        answer.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie); // language and text size
    }
}
