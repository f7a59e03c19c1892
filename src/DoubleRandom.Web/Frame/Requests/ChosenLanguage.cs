using Microsoft.AspNetCore.Localization;

namespace DoubleRandom.Web.Frame.Requests;

/// <summary>The language a person chose, by <c>?lang=en</c> or by cookie; never by what the browser was installed in.</summary>
public sealed class ChosenLanguage : RequestCultureProvider
{
    /// <summary>Chinese, the default.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>English, when asked for.</summary>
    public const string English = "en";

    private const string Cookie = "dr.lang";

    /// <inheritdoc />
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var asked = httpContext.Request.Query["lang"].ToString();
        if (Known(asked) is { } chosen)
        {
            Remember(httpContext, chosen);
        }

        var language = Known(asked) ?? Known(httpContext.Request.Cookies[Cookie]) ?? Chinese;
        return Task.FromResult<ProviderCultureResult?>(new(language));
    }

    /// <summary>Keeps the choice for a year.</summary>
    public static void Remember(HttpContext http, string language) =>
        http.Response.Cookies.Append(Cookie, language, Preference.ForAYear(http));

    private static string? Known(string? language) => language switch
    {
        "en" => English,
        "zh" or Chinese => Chinese,
        _ => null,
    };
}
