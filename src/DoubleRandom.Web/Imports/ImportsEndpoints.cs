using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Imports;

/// <summary>Downloads of imports: the history, templates and rejected rows.</summary>
public static class ImportsEndpoints
{
    /// <summary>Maps <c>GET /imports/export</c>, <c>GET /imports/templates/{kind}</c> and <c>GET /imports/{id}/rejected</c>.</summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/export", async (HttpContext http, ImportReader imports) =>
        {
            var query = PageQuery.Of(http.Request);
            var (batches, total) = await imports.PageAsync(BatchList.Of(query) with { Page = 1, Size = ListFile.Most }, http.RequestAborted);
            return ListFile.Of(ImportText.Words["history"], BatchList.Columns(query), batches, BatchList.Cell, total);
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/imports/templates/{kind}", (string kind, ImportReader imports) =>
        {
            if (ImportText.Chosen(kind) is not { } of)
            {
                return Results.NotFound();
            }

            var file = new MemoryStream();
            Template.Write(file, imports.Of(of).SheetName, imports.Of(of).Columns);
            return Results.File(file.ToArray(), ImportText.Workbook, ImportText.Words.Say("template", ImportText.Of(of)).Replace('：', '-').Replace(": ", "-", StringComparison.Ordinal) + ".xlsx");
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/imports/{id}/rejected", async (string id, ImportReader imports, CurrentActor who, HttpContext http) =>
            Id<ImportBatch>.TryParse(id, null, out var batch) && await imports.RejectedAsync(who.Actor, batch, http.RequestAborted) is { } rows
                ? Results.Stream(rows, ImportText.Workbook, ImportText.Words["rejected"] + ".xlsx")
                : Results.NotFound()).WithMetadata(new RightsAttribute(Right.EditItems, Right.EditSubjects, Right.EditInspectors)).RequireAuthorization();
    }
}
