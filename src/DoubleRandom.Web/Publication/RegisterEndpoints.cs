using DoubleRandom.Access;
using DoubleRandom.Publication;
using DoubleRandom.Web.Layout;

namespace DoubleRandom.Web.Publication;

/// <summary>The download of the public register.</summary>
public static class RegisterEndpoints
{
    /// <summary>Maps <c>GET /portal/results.xlsx</c>: what the register's page shows under the same filters, all pages.</summary>
    public static void MapRegister(this IEndpointRouteBuilder routes) => routes.MapGet("/portal/results.xlsx", async (HttpContext http, ResultRegister register, StartOptions start) =>
    {
        var file = new MemoryStream();
        await register.ExportAsync(start.County, Asked(PageQuery.Of(http.Request)), file, http.RequestAborted);
        file.Position = 0;
        return Results.File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "results.xlsx");
    }).AllowAnonymous();

    /// <summary>What an address asks of the register.</summary>
    internal static RegisterQuery Asked(PageQuery query) => new(
        query["q"], Department.TryParse(query["department"], null, out var department) ? department : null, query["task"]);
}
