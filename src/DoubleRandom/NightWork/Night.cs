using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.NightWork;

/// <summary>One county's night: what its works are given [一县一夜].</summary>
/// <param name="scopes">Makes a scope for each question.</param>
/// <param name="county">The county.</param>
/// <param name="tell">Takes each finding to the machine's log.</param>
public sealed class Night(IServiceScopeFactory scopes, Jurisdiction county, Action<NightFinding> tell)
{
    /// <summary>The county.</summary>
    public Jurisdiction County => county;

    /// <summary>Asks a part of the product in a scope of its own, as a request has it, over the rows of the county.</summary>
    public Task<T> AskAsync<TPart, T>(Func<TPart, Task<T>> ask)
        where TPart : notnull => scopes.AskAsync(county, ask);

    /// <summary>Writes a finding to the machine's log at once.</summary>
    public void Tell(NightFinding finding) => tell(finding);
}

/// <summary>Something that the platform could not do, or found wrong.</summary>
/// <param name="What">In English, for the machine's log: <c>Draw 5328222026100101 is due and could not be opened</c>.</param>
/// <param name="Why">The refusal.</param>
/// <param name="IsGrave">Whether somebody must look at it at once.</param>
public sealed record NightFinding(string What, Refusal Why, bool IsGrave = false);
