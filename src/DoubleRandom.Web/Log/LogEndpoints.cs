using System.Security.Cryptography;
using DoubleRandom.Log;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Log;

/// <summary>The transparency log for anybody's own client [透明日志对外接口], laid out as C2SP tlog-tiles below <c>/log/</c>.</summary>
public static class LogEndpoints
{
    /// <summary>A tile never changes once it can be had.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>
    /// Maps <c>GET /log/checkpoint</c>, <c>GET /log/checkpoints/{size}</c>, <c>GET /log/tile/…</c> and <c>GET /log/entries/{index}</c>; 404 for
    /// what the log has not grown to. <c>GET /log/keys</c>: the verifier keys of the log and of its witnesses, one in a line;
    /// <c>GET /log/trust.json</c>: the same as a verifier's trust file. <c>GET /log</c> leads people to the page.
    /// </summary>
    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/log", () => Results.Redirect("/portal/log")).AllowAnonymous();
        routes.MapGet("/log/checkpoint", async (HttpContext http, LogTiles log) =>
            Text(await log.CheckpointAsync(null, http.RequestAborted))).AllowAnonymous();
        routes.MapGet("/log/checkpoints/{size:int:min(1)}", async (int size, HttpContext http, LogTiles log) =>
            Text(await log.CheckpointAsync(size, http.RequestAborted))).AllowAnonymous();
        routes.MapGet("/log/keys", async (HttpContext http, LogReader log) =>
            Text(await log.VerifierKeysAsync(http.RequestAborted))).AllowAnonymous();
        routes.MapGet("/log/trust.json", async (HttpContext http, LogReader log) =>
            await log.TrustAsync(http.RequestAborted) is { } trust ? Results.Bytes(trust, "application/json", "trust.json") : Results.NotFound()).AllowAnonymous();
        routes.MapGet("/log/entries/{index:int}", async (int index, HttpContext http, LogTiles log) =>
            Lasting(http, await log.EntryAsync(index, http.RequestAborted), "application/json")).AllowAnonymous();
        routes.MapGet("/log/tile/{**path}", async (string path, HttpContext http, LogTiles log) =>
            Lasting(http, TilePath.Parse(path) is { } tile ? await log.TileAsync(tile, http.RequestAborted) : null, "application/octet-stream")).AllowAnonymous();
    }

    private static IResult Text(byte[]? bytes) => bytes is null
        ? Results.NotFound()
        : Results.Bytes(bytes, "text/plain; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));

    private static IResult Lasting(HttpContext http, byte[]? bytes, string type)
    {
        if (bytes is null)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = Forever;
        return Results.Bytes(bytes, type);
    }
}
