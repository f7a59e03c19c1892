using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Web.Access;

/// <summary>
/// Sessions that were signed out of [已退出的会话]: a copy of such a cookie counts no more, at once and until it would have ended by itself.
/// In memory: after a restart only the cookie's own hour still ends a copy.
/// </summary>
public sealed class EndedSessions : IDisposable
{
    private readonly MemoryCache ended = new(new MemoryCacheOptions());

    /// <summary>Ends it.</summary>
    /// <param name="session">The session's own id.</param>
    /// <param name="lifetime">How long a cookie issued just now would live.</param>
    public void End(string session, TimeSpan lifetime) => ended.Set(session, true, lifetime + TimeSpan.FromMinutes(5));

    /// <summary>Whether it was signed out of.</summary>
    public bool Has(string session) => ended.TryGetValue(session, out _);

    /// <inheritdoc />
    public void Dispose() => ended.Dispose();
}
