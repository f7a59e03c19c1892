using DoubleRandom.Draws.Holding;
using DoubleRandom.Publication;
using DoubleRandom.Storage;

namespace DoubleRandom.Web.Ceremony;

/// <summary>What the live screen asks every few seconds.</summary>
public static class CeremonyEndpoints
{
    /// <summary>However many watch a draw, its state is read once a second.</summary>
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Maps <c>GET /ceremony/{number}/state</c>: one short line that changes when the screen has to be shown anew; 404 for an unknown draw, and
    /// <c>GET /witness/{secret}/state</c>: what a witness's telephone has to do next; 404 where the link opens nothing.
    /// </summary>
    public static void MapCeremony(this IEndpointRouteBuilder routes, Jurisdiction home)
    {
        routes.MapGet("/ceremony/{number}/state", async (string number, HttpContext http, DrawRegister draws, SupervisionDb db) =>
        {
            db.See(home);
            http.Response.Headers.CacheControl = "no-store";
            return await draws.FindAsync(number, http.RequestAborted) is { } draw ? Results.Text(CeremonyText.StateOf(draw)) : Results.NotFound();
        }).CacheOutput(answer => answer.Expire(OneSecond)).AllowAnonymous();
        routes.MapGet("/witness/{secret}/state", async (string secret, HttpContext http, ContributeByPhone phone, SupervisionDb db) =>
        {
            db.See(home);
            http.Response.Headers.CacheControl = "no-store";
            return await phone.FindAsync(secret, http.RequestAborted) is { } call ? Results.Text(call.Step.ToString()) : Results.NotFound();
        }).AllowAnonymous();
    }
}
