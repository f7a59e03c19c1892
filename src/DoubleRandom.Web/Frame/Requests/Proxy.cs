using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DoubleRandom.Web.Frame.Requests;

/// <summary>
/// The reverse proxy with the certificate [反向代理] on this same machine: from it, and from nobody else, the address of the visitor and
/// whether he came by https are believed.
/// </summary>
internal static class Proxy
{
    /// <summary>Adds what <c>UseForwardedHeaders</c> and <c>UseHsts</c> ask.</summary>
    public static void AddProxy(this IServiceCollection services)
    {
        services.Configure<ForwardedHeadersOptions>(proxy =>
        {
            proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            proxy.KnownIPNetworks.Clear();
            proxy.KnownIPNetworks.Add(new(IPAddress.Parse("127.0.0.0"), 8));
            proxy.KnownProxies.Clear();
            proxy.KnownProxies.Add(IPAddress.IPv6Loopback);
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }
}
