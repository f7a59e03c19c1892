using Microsoft.AspNetCore.Mvc;

namespace DoubleRandom.Web.Access;

/// <summary>The end of a session.</summary>
public static class SessionEndpoints
{
    /// <summary>Maps <c>POST /sign-out</c>.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext http, [FromForm] SignOutForm _) =>
    {
        await Session.CloseAsync(http);
        return Results.LocalRedirect("/sign-in");
    });

    /// <summary>An empty form; binding it makes the framework check its antiforgery token.</summary>
    /// <param name="Ignored">Nothing.</param>
    public sealed record SignOutForm(string? Ignored);
}
