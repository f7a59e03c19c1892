using DoubleRandom.Publication;
using DoubleRandom.Storage;

namespace DoubleRandom.Web.Ceremony;

/// <summary>What the live screen asks every few seconds.</summary>
public static class CeremonyEndpoints
{
    /// <summary>Maps <c>GET /ceremony/{number}/state</c>: one short line that changes when the screen has to be shown anew; 404 for an unknown draw.</summary>
    public static void MapCeremony(this IEndpointRouteBuilder routes, Jurisdiction home) =>
        routes.MapGet("/ceremony/{number}/state", async (string number, HttpContext http, DrawRegister draws, SupervisionDb db) =>
        {
            db.See(home);
            http.Response.Headers.CacheControl = "no-store";
            return await draws.FindAsync(number, http.RequestAborted) is { } draw ? Results.Text(CeremonyText.StateOf(draw)) : Results.NotFound();
        }).AllowAnonymous();
}
