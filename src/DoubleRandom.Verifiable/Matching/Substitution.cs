using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// The fixed order in which a slot is filled anew (替补顺序, A.10): nobody picks a friend. The substitute is the first
/// candidate who is available; every candidate passed over needs a reason.
/// </summary>
public static class Substitution
{
    /// <summary>
    /// The candidates for a slot in order: hard-eligible, not in the team, in fewer than cap + capExtra slots now.
    /// </summary>
    /// <param name="suite">The log's suite.</param>
    /// <param name="matchKey">The draw's match key.</param>
    /// <param name="rules">The committed parameters.</param>
    /// <param name="teams">All bundles with their teams as they stand now, earlier substitutions applied.</param>
    /// <param name="capExtra">The sealed raise of caps.</param>
    /// <param name="slotId">The slot to fill; one that no bundle has is a fault.</param>
    /// <param name="inspectors">Frozen lines, ascending by id.</param>
    /// <param name="recusals">Frozen lines.</param>
    public static Answer<SubstituteCandidates> Candidates(
        Suite suite,
        Bytes32 matchKey,
        MatchRules rules,
        IReadOnlyList<Bundle> teams,
        int capExtra,
        string slotId,
        IReadOnlyList<InspectorLine> inspectors,
        IReadOnlyList<RecusalLine> recusals)
    {
        var bundle = teams.FirstOrDefault(team => team.Team.Any(member => member.Slot == slotId));
        if (bundle is null)
        {
            return new Fault("substitute.slot-unknown", $"没有席位 {slotId}。", $"There is no slot {slotId}.");
        }

        if (!Slot.Of(rules, [bundle]).Is(out var slots, out var fault))
        {
            return fault;
        }

        if (slots.InOrder.FirstOrDefault(s => s.Id == slotId) is not { } slot)
        {
            return new Fault("substitute.slot-unknown", $"没有席位 {slotId}。", $"There is no slot {slotId}.");
        }

        var inTeam = bundle.Team.Select(member => member.Inspector).ToHashSet(StringComparer.Ordinal);
        var held = teams.SelectMany(team => team.Team).CountBy(member => member.Inspector, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new SubstituteCandidates(new Eligibility(rules, inspectors, recusals).Hard(slot)
            .Select(i => inspectors[i])
            .Where(line => !inTeam.Contains(line.Id) && held.GetValueOrDefault(line.Id) < (long)line.Cap + capExtra)
            .Select(line => (Key: suite.TaggedMac(matchKey, "drdr/1/subst", slotId, line.Id), line.Id))
            .OrderBy(candidate => candidate.Key)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(candidate => candidate.Id)
            .ToArray());
    }

    /// <summary>The teams after an inspector has taken over a slot.</summary>
    public static IReadOnlyList<Bundle> Apply(IReadOnlyList<Bundle> teams, string slotId, string inspector) => teams
        .Select(bundle => bundle.Team.Any(member => member.Slot == slotId)
            ? bundle with { Team = bundle.Team.Select(m => m.Slot == slotId ? m with { Inspector = inspector } : m).ToArray() }
            : bundle)
        .ToArray();
}

/// <summary>Candidates for one slot, first the one to be asked first (候补名单).</summary>
/// <param name="InOrder">Inspector ids.</param>
public sealed record SubstituteCandidates(IReadOnlyList<string> InOrder);
