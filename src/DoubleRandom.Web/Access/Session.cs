using System.Security.Claims;
using DoubleRandom.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DoubleRandom.Web.Access;

/// <summary>The signed-in session: a cookie that names the account and its security stamp, nothing else.</summary>
public static class Session
{
    private const string StampClaim = "stamp";

    /// <summary>Opens the session in this browser.</summary>
    public static Task OpenAsync(HttpContext http, Guid account, string stamp) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.ToString()), new(StampClaim, stamp)],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>Closes the session in this browser.</summary>
    public static Task CloseAsync(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>The actor of the request's session, or null when there is none or it no longer counts.</summary>
    internal static async Task<Actor?> ActorAsync(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? await http.RequestServices.GetRequiredService<ActorReader>().FindAsync(account, http.User.FindFirstValue(StampClaim) ?? "", http.RequestAborted)
            : null;
}
