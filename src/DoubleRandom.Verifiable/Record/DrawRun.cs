using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>One run of a draw (抽取, A.6–A.9): the same inputs give the same bytes, for the operator and for every citizen.</summary>
public static class DrawRun
{
    /// <summary>
    /// Draws. Inputs that do not belong to the commit record, or rules that cannot be met, are a fault; too few inspectors
    /// are not: then the subjects stand and <see cref="DrawOutcome.Shortages"/> says what is missing.
    /// </summary>
    /// <param name="commit">The commit record as logged.</param>
    /// <param name="roster">The frozen roster; root and size as committed.</param>
    /// <param name="inspectors">The frozen inspectors; root and size as committed.</param>
    /// <param name="recusals">The frozen recusals; root and size as committed.</param>
    /// <param name="serverSecret">The 32 bytes that open <see cref="CommitRecord.ServerCommit"/>.</param>
    /// <param name="contributions">The revealed contributions, in any order.</param>
    /// <param name="beacon">The value of the committed round; null exactly when none is committed.</param>
    public static Answer<DrawOutcome> Execute(
        CommitRecord commit,
        FrozenFile<RosterLine> roster,
        FrozenFile<InspectorLine> inspectors,
        FrozenFile<RecusalLine> recusals,
        Bytes32 serverSecret,
        IReadOnlyList<Contribution> contributions,
        BeaconValue? beacon)
    {
        if (!Suite.Named(commit.Suite).Is(out var suite, out var fault))
        {
            return fault;
        }

        if ((CommitDiffers(commit, roster, inspectors, recusals)
            ?? ChanceDiffers(suite, commit, serverSecret, contributions, beacon)) is { } violation)
        {
            return violation;
        }

        var keys = DrawKeys.Derive(suite, serverSecret, commit, contributions, beacon);
        var ranking = Ranking.Of(suite, keys.Ticket, commit.Parts, roster);
        if (RosterRules.Violation(commit.Parts, ranking.Census) is { } broken)
        {
            return broken;
        }

        if (!Selection.Draw(ranking, commit.Parts, commit.Batches).Is(out var selected, out fault))
        {
            return fault;
        }

        var match = new MatchOutcome([], null, []);
        if (commit.Match is { } rules)
        {
            var bundles = Bundle.Of(selected.InDrawOrder, id => roster.Lines[roster.IndexOf(id)].Area, rules.BundleMax);
            if (!TeamMatching.Of(suite, keys.Match, rules, bundles, inspectors.Lines, recusals.Lines).Is(out match, out fault))
            {
                return fault;
            }
        }

        return Seal(suite, commit, keys, ranking, selected, match);
    }

    /// <summary>
    /// Why a draw cannot be held by this commit record over these lists, or null: to be asked before the record is logged.
    /// The secret and the contributions do not matter for it; whether the matching will be feasible only the draw can tell.
    /// </summary>
    public static Fault? Refusal(
        CommitRecord commit,
        FrozenFile<RosterLine> roster,
        FrozenFile<InspectorLine> inspectors,
        FrozenFile<RecusalLine> recusals) =>
        CommitDiffers(commit, roster, inspectors, recusals)
        ?? RosterRules.Violation(commit.Parts, RosterRules.CensusOf(commit.Parts, roster));

    private static Fault? CommitDiffers(
        CommitRecord commit,
        FrozenFile<RosterLine> roster,
        FrozenFile<InspectorLine> inspectors,
        FrozenFile<RecusalLine> recusals) =>
        CommitRules.Unreadable(commit)
        ?? CommitRules.Violation(commit)
        ?? CommitRules.InputsDiffer(commit, roster, inspectors, recusals);

    private static DrawOutcome Seal(Suite suite, CommitRecord commit, DrawKeys keys, Ranking ranking, SelectedSubjects selected, MatchOutcome match)
    {
        var result = new DrawResult(match.Bundles, commit.Parts.Select(PartNumbers.Of).ToArray(), selected.InDrawOrder);
        var bytes = result.ToBytes();
        var subjects = SealedOpenings.Of(suite, result.Selected.Select(s => Opening.OfSubject(suite, keys.Reveal, s)));
        var teams = SealedOpenings.Of(suite, result.Bundles.Select(b => Opening.OfTeam(suite, keys.Reveal, b)));
        var state = commit.Match is null ? null : new SealedMatch(match.Level);
        return new DrawOutcome(
            keys, ranking, result, bytes, suite.Hash(bytes), DrawSealed.Of(suite, keys, state, subjects, teams), subjects, teams, match.Shortages);
    }

    internal static Fault? ChanceDiffers(Suite suite, CommitRecord commit, Bytes32 serverSecret, IReadOnlyList<Contribution> contributions, BeaconValue? beacon)
    {
        if (CommitRecord.ServerCommitOf(suite, commit.DrawId, commit.Attempt, serverSecret) != commit.ServerCommit)
        {
            return new Fault("commit.server-secret", "服务器秘密与承诺不符。", "The server secret does not open its commitment.");
        }

        if (beacon is null != commit.Beacon is null || (beacon is not null && !beacon.Keeps(commit.Beacon!)))
        {
            return new Fault("beacon.committed", "随机源取值与承诺的种类、轮次不符。", "The beacon value is not of the committed kind and round.");
        }

        var known = commit.Witnesses.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        var named = contributions.Select(c => c.Witness).ToHashSet(StringComparer.Ordinal);
        return named.Count != contributions.Count || !named.IsSubsetOf(known) || named.Count < commit.MinReveals || (named.Count == 0 && beacon is null)
            ? new Fault("witness.reveals", "揭示的见证人贡献重复、未列名或不足。", "Contributions repeat, come from unlisted witnesses, or are too few.")
            : null;
    }
}
