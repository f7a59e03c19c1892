namespace DoubleRandom.Web.Frame.Requests;

/// <summary>Tells the browser to run nothing but our own files; on the public site, no script at all.</summary>
/// <param name="next">The rest of the request.</param>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Rest =
        "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Sets the headers, then goes on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var scripts = http.Request.Path.StartsWithSegments("/portal", StringComparison.Ordinal) ? "'none'" : "'self'";
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = $"default-src 'none'; script-src {scripts}; {Rest}";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=()";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
