using System.Collections.Concurrent;

namespace DoubleRandom.Web.Access;

/// <summary>Forms that were sent already [已提交的表单], for acts that must not be done again when a page is reloaded and that make no record by which that shows.</summary>
public sealed class SentForms(TimeProvider clock)
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> sent = new();

    /// <summary>Whether this form has not been sent before; from now on it has.</summary>
    public bool IsFirst(Guid form)
    {
        var now = clock.GetUtcNow();
        foreach (var old in sent.Where(known => known.Value < now - RememberedFor))
        {
            sent.TryRemove(old);
        }

        return sent.TryAdd(form, now);
    }
}
