using Microsoft.AspNetCore.DataProtection;

namespace DoubleRandom.Web.Frame;

/// <summary>A sentence left for the next page after a redirect [提示], in a signed cookie that lives a minute and is shown once.</summary>
/// <param name="protection">The keys that sign it.</param>
public sealed class SaidOnce(IDataProtectionProvider protection)
{
    private const string Name = "dr.notice";

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("DoubleRandom.Notice").ToTimeLimitedDataProtector();

    /// <summary>Leaves the sentence for the next page.</summary>
    public void Leave(HttpContext http, string sentence) => http.Response.Cookies.Append(
        Name,
        protector.Protect(sentence, TimeSpan.FromMinutes(1)),
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromMinutes(1) });

    /// <summary>Takes the sentence, if one was left; a forged or old one is none.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } sealedSentence)
        {
            return null;
        }

        if (!http.Response.HasStarted)
        {
            http.Response.Cookies.Delete(Name);
        }

        try
        {
            return protector.Unprotect(sealedSentence);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
