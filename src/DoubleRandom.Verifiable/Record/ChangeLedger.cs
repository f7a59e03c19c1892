using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// The changes of one sealed attempt (变更台账, A.10, A.11.10): feed it the extend, replace and substitute entries in log
/// order; each answers with the names that <c>draw.opened</c> must tell. Nothing is chosen: supplements continue the one
/// order, substitutes come from the fixed order.
/// </summary>
public sealed class ChangeLedger
{
    private readonly Suite suite;
    private readonly CommitRecord commit;
    private readonly DrawOutcome outcome;
    private readonly FrozenFile<InspectorLine> inspectors;
    private readonly FrozenFile<RecusalLine> recusals;
    private readonly Dictionary<PartStratum, int> taken = [];

    /// <summary>The ledger of an attempt without changes so far.</summary>
    public ChangeLedger(Suite suite, CommitRecord commit, DrawOutcome outcome, FrozenFile<InspectorLine> inspectors, FrozenFile<RecusalLine> recusals)
    {
        (this.suite, this.commit, this.outcome, this.inspectors, this.recusals) = (suite, commit, outcome, inspectors, recusals);
        Teams = outcome.Result.Bundles;
        foreach (var part in commit.Parts)
        {
            foreach (var row in part.QuotaTable.Rows)
            {
                taken.Add(new PartStratum(part.Id, row.Stratum), row.Quota);
            }
        }
    }

    /// <summary>The teams as they stand after the substitutions so far.</summary>
    public IReadOnlyList<Bundle> Teams { get; private set; }

    /// <summary>The next ranks of the part and stratum; going past the last subject is a fault.</summary>
    public Answer<AddedSubjects> Extend(int logIndex, DrawExtend entry) => Next(logIndex, entry.Part, entry.Stratum, entry.Count);

    /// <summary>The next rank of the part and stratum; an opening that does not carry both is a fault.</summary>
    public Answer<AddedSubjects> Replace(int logIndex, DrawReplace entry)
    {
        var old = outcome.SubjectOpenings.InOrder.FirstOrDefault(opening => opening.Commitment == entry.Replaces);
        var subject = outcome.Result.Selected.FirstOrDefault(selected => selected.Id == old?.SubjectOrBundle);
        return subject is not null && subject.Parts.Any(rank => rank.Part == entry.Part && rank.Stratum == entry.Stratum)
            ? Next(logIndex, entry.Part, entry.Stratum, 1)
            : new Fault("replace.opening", "被替换的承诺不是该部分、该分层抽中的对象。", "What is replaced is no subject drawn for that part and stratum.");
    }

    /// <summary>The candidates for a slot as the teams stand now.</summary>
    public Answer<SubstituteCandidates> CandidatesFor(string slot) => commit.Match is { } rules
        ? Substitution.Candidates(
            suite, outcome.Keys.Match, rules, Teams, outcome.Sealed.Match?.Level?.CapExtra ?? 0, slot, inspectors.Lines, recusals.Lines)
        : new Fault("substitute.no-teams", "本次抽取没有检查组。", "This draw has no teams.");

    /// <summary>Fills the slot with the first candidate not skipped; when all are skipped this is a fault.</summary>
    public Answer<SubstitutedInspector> Substitute(int logIndex, InspectorSubstitute entry, IReadOnlyList<SkippedCandidate> skipped)
    {
        if (!CandidatesFor(entry.Slot).Is(out var candidates, out var fault))
        {
            return fault;
        }

        var passedOver = skipped.Select(s => s.Inspector).ToHashSet(StringComparer.Ordinal);
        if (passedOver.Count != skipped.Count)
        {
            return new Fault("substitute.skipped", $"席位 {entry.Slot} 的同一候补人员被略过两次。", $"A candidate for slot {entry.Slot} is passed over twice.");
        }

        if (candidates.InOrder.FirstOrDefault(id => !passedOver.Contains(id)) is not { } substitute)
        {
            return new Fault("substitute.none", $"席位 {entry.Slot} 没有可用的候补人员。", $"Slot {entry.Slot} has no candidate left.");
        }

        Teams = Substitution.Apply(Teams, entry.Slot, substitute);
        return new SubstitutedInspector(logIndex, entry.Slot, substitute, skipped);
    }

    private Answer<AddedSubjects> Next(int logIndex, string part, string stratum, int count)
    {
        var order = outcome.Ranking.Of(part, stratum);
        var place = new PartStratum(part, stratum);
        var from = taken.GetValueOrDefault(place);
        if (count > order.Count - from)
        {
            return new Fault("extend.past-last", $"“{part}”部分分层“{stratum}”已没有 {count} 个后续对象。", $"Part {part}, stratum '{stratum}' has no {count} subjects left.");
        }

        taken[place] = from + count;
        return new AddedSubjects(logIndex, order.Skip(from).Take(count).Select(subject => subject.Id).ToArray());
    }
}
