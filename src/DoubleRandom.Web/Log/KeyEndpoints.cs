using DoubleRandom.Draws.Holding;
using DoubleRandom.Log;
using DoubleRandom.Storage;

namespace DoubleRandom.Web.Log;

/// <summary>What the pages on a standing witness's telephone ask every few seconds.</summary>
public static class KeyEndpoints
{
    /// <summary>
    /// Maps <c>GET /witness-key/{secret}/state</c>: how far a telephone's new key has come; 404 where the link opens nothing, and
    /// <c>GET /cosign/{name}/state</c>: how far the log and a standing witness's cosignatures reach; 404 for whoever has no key on a telephone.
    /// </summary>
    public static void MapKeys(this IEndpointRouteBuilder routes, Jurisdiction home)
    {
        routes.MapGet("/witness-key/{secret}/state", async (string secret, HttpContext http, AppointByPhone phone, SupervisionDb db) =>
        {
            db.See(home);
            http.Response.Headers.CacheControl = "no-store";
            return await phone.FindAsync(secret, http.RequestAborted) is { } offer ? Results.Text(offer.Step.ToString()) : Results.NotFound();
        }).AllowAnonymous();
        routes.MapGet("/cosign/{name}/state", async (string name, HttpContext http, CosignByPhone phone, SupervisionDb db) =>
        {
            db.See(home);
            http.Response.Headers.CacheControl = "no-store";
            return await phone.FindAsync(name, http.RequestAborted) is { } call ? Results.Text(KeyText.StateOf(call)) : Results.NotFound();
        }).AllowAnonymous();
    }
}
