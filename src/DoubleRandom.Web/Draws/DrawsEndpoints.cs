using DoubleRandom.Access;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Draws;

/// <summary>Downloads of the draw.</summary>
public static class DrawsEndpoints
{
    /// <summary>
    /// Maps <c>GET /draws/export</c>, the draws that the list shows under the same filters, order and columns; <c>GET /draws/{number}/sheet</c>, the drawn list as XLSX, and <c>GET /draws/{number}/record</c>, the record as ZIP.
    /// </summary>
    public static void MapDraws(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/draws/export", async (HttpContext http, DrawReader draws) =>
        {
            var query = PageQuery.Of(http.Request);
            var rows = await DrawFilter.Of(query).RowsAsync(draws, http.RequestAborted);
            return ListFile.Of(DrawText.Words["draws"], DrawFilter.Columns(query), rows, DrawFilter.Cell);
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/draws/{number}/sheet", async (string number, HttpContext http, DrawnListReader drawn, CurrentActor who) =>
            await drawn.ToSheetAsync(who.Actor, number, http.RequestAborted) is var sheet && sheet.Refused(out _)
                ? Results.Redirect(DrawText.Href(number) + "/list")
                : Results.File(sheet.Value, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{number}.xlsx"))
            .WithMetadata(new RightsAttribute(Right.ReadRegisters, Right.ReadSealedDraws)).RequireAuthorization();
        routes.MapGet("/draws/{number}/record", async (string number, HttpContext http, ExportRecord export) =>
            await export.ToZipAsync(number, http.RequestAborted) is var zip && zip.Refused(out _)
                ? Results.NotFound()
                : Results.File(zip.Value, "application/zip", $"{number}.zip"))
            .WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
    }
}
