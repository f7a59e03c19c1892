using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace DoubleRandom.Web.Access;

/// <summary>
/// How often one address may try to sign in [登录频率]: generous for a whole office behind one address, too slow for a machine that guesses
/// across many accounts. Each account's own lock stands beside it.
/// </summary>
internal static class SignInLimit
{
    /// <summary>Sign-ins a minute from one address.</summary>
    public const int MostPerMinute = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds what <c>UseRateLimiter</c> asks; who is refused reads the error page of 429.</summary>
    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (refused, _) =>
        {
            refused.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals("/sign-in", StringComparison.OrdinalIgnoreCase)
                ? RateLimitPartition.GetFixedWindowLimiter(Place(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = MostPerMinute, Window = Window })
                : RateLimitPartition.GetNoLimiter(""));
    });

    /// <summary>The address, or the /64 network of a newer one: a single machine has all of that network's addresses to choose from.</summary>
    private static string Place(IPAddress? address) => address switch
    {
        null => "?",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
