using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Web.Access;

namespace DoubleRandom.Web.Imports;

/// <summary>Downloads of imports: templates and rejected rows.</summary>
public static class ImportsEndpoints
{
    /// <summary>Maps <c>GET /imports/templates/{kind}</c> and <c>GET /imports/{id}/rejected</c>.</summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/templates/{kind}", (ImportKind kind, ImportReader imports) =>
        {
            var file = new MemoryStream();
            Template.Write(file, imports.Of(kind).SheetName, imports.Of(kind).Columns);
            return Results.File(file.ToArray(), ImportText.Workbook, ImportText.Words.Say("template", ImportText.Of(kind)).Replace('：', '-').Replace(": ", "-", StringComparison.Ordinal) + ".xlsx");
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/imports/{id}/rejected", async (Id<ImportBatch> id, ImportReader imports, CurrentActor who, HttpContext http) =>
            await imports.RejectedAsync(who.Actor, id, http.RequestAborted) is { } rows
                ? Results.Stream(rows, ImportText.Workbook, ImportText.Words["rejected"] + ".xlsx")
                : Results.NotFound()).WithMetadata(new RightsAttribute(Right.EditItems, Right.EditSubjects, Right.EditInspectors)).RequireAuthorization();
    }
}
