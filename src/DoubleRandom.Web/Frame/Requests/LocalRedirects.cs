namespace DoubleRandom.Web.Frame.Requests;

/// <summary>
/// Redirects within the site name no host: the framework would take it from the request's own Host header, which whoever sends the request
/// chooses.
/// </summary>
/// <param name="next">The rest of the request.</param>
public sealed class LocalRedirects(RequestDelegate next)
{
    /// <summary>Goes on; takes our own scheme and host off the address that is led to.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.Location.ToString() is { Length: > 0 } to
                && Uri.TryCreate(to, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                && Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}", UriKind.Absolute, out var own)
                && Uri.Compare(address, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
            {
                http.Response.Headers.Location = address.PathAndQuery + address.Fragment;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
