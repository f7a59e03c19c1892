using System.Buffers.Text;
using System.Security.Claims;
using DoubleRandom.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DoubleRandom.Web.Access;

/// <summary>The signed-in session: a cookie that names the account, its security stamp and the session itself, nothing else.</summary>
public static class Session
{
    /// <summary>A session without a request ends after that long.</summary>
    public static readonly TimeSpan IdleEndsAfter = TimeSpan.FromMinutes(60);

    private const string StampClaim = "stamp";
    private const string IdClaim = "session";

    /// <summary>Opens the session in this browser.</summary>
    public static Task OpenAsync(HttpContext http, Guid account, string stamp)
    {
        Span<byte> id = stackalloc byte[16];
        http.RequestServices.GetRequiredService<IChance>().Fill(id);
        return http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, account.ToString()), new(StampClaim, stamp), new(IdClaim, Base64Url.EncodeToString(id))],
                CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>Closes the session in this browser and wherever its cookie was copied to.</summary>
    public static Task CloseAsync(HttpContext http)
    {
        if (http.User.FindFirstValue(IdClaim) is { } session)
        {
            http.RequestServices.GetRequiredService<EndedSessions>().End(session, IdleEndsAfter);
        }

        return http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Rejects the cookie of a session that was signed out of, before it could be renewed.</summary>
    internal static Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        if (cookie.Principal?.FindFirstValue(IdClaim) is not { } session || cookie.HttpContext.RequestServices.GetRequiredService<EndedSessions>().Has(session))
        {
            cookie.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    /// <summary>Whose session the request's cookie was, though it may have ended; null when there is no cookie of ours.</summary>
    internal static Guid? OwnerOf(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is { } cookie
            && options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } name
            && Guid.TryParse(name, out var account) ? account : null;
    }

    /// <summary>The actor of the request's session, or null when there is none or it no longer counts.</summary>
    internal static async Task<Actor?> ActorAsync(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? await http.RequestServices.GetRequiredService<ActorReader>().FindAsync(account, http.User.FindFirstValue(StampClaim) ?? "", http.RequestAborted)
            : null;
}
