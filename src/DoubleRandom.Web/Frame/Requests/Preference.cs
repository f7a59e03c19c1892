namespace DoubleRandom.Web.Frame.Requests;

/// <summary>How a person likes to read, kept by the browser in a cookie: large text [大字模式].</summary>
public static class Preference
{
    private const string LargeCookie = "dr.large";

    /// <summary>A cookie that holds no secret and lasts a year.</summary>
    public static CookieOptions ForAYear(HttpContext http) => new()
    {
        Secure = http.Request.IsHttps,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
    };

    /// <summary>Whether this person reads in large text.</summary>
    public static bool LargeText(HttpContext http) => http.Request.Cookies[LargeCookie] == "1";

    /// <summary>Keeps the choice for a year.</summary>
    public static void SetLargeText(HttpContext http, bool large) =>
        http.Response.Cookies.Append(LargeCookie, large ? "1" : "0", ForAYear(http));

    /// <summary>A return address within this site; the front page instead of any other.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(c => char.IsControl(c) || c == '\\') ? address : "/";
}
