using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A.12.3 and A.12.4: witnesses, beacon, opening and server secret of one attempt, by the log alone.</summary>
internal static class CeremonyChecks
{
    public static void Run(Suite suite, CheckedAttempt attempt, CommitRecord commit, CosignedTimes times, RecordTime now, Findings findings)
    {
        findings.Expect(LogClaims.Commit, commit.Suite == suite.Name
            ? CommitRules.Violation(commit)
            : new Fault("commit.suite", $"承诺记录的套件是 {commit.Suite}。", $"The commit record names the suite {commit.Suite}."));
        CheckWitnesses(suite, attempt, commit, findings);
        CheckBeacon(attempt, commit, times, findings);
        CheckOpening(suite, attempt, commit, times, now, findings);
    }

    private static void CheckWitnesses(Suite suite, CheckedAttempt attempt, CommitRecord commit, Findings findings)
    {
        var listed = commit.Witnesses.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        findings.ExpectNone(LogClaims.Listed, attempt.WitnessCommits.Select(c => c.Witness)
            .CountBy(id => id, StringComparer.Ordinal)
            .Concat(attempt.Reveals.Select(r => r.Witness).CountBy(id => id, StringComparer.Ordinal))
            .Where(count => count.Value > 1 || !listed.Contains(count.Key))
            .Select(count => count.Key));

        var commitments = attempt.WitnessCommits.ToLookup(c => c.Witness, c => c.Commit, StringComparer.Ordinal);
        findings.ExpectNone(LogClaims.Reveals, attempt.Reveals
            .Where(r => !commitments[r.Witness].Contains(Contribution.CommitmentOf(suite, commit.DrawId, commit.Attempt, r.Witness, r.Nonce, r.Value)))
            .Select(r => r.Witness));

        if (attempt.Sealed is not null)
        {
            var (committed, revealed) = (commitments.Count, attempt.Reveals.Count());
            findings.Expect(
                LogClaims.Enough,
                revealed >= commit.MinReveals && (commit.Beacon is not null || (revealed == committed && revealed > 0)),
                $"承诺 {committed} 人，揭示 {revealed} 人，至少 {commit.MinReveals} 人。",
                $"{committed} committed, {revealed} revealed, at least {commit.MinReveals} are needed.");
        }
    }

    private static void CheckBeacon(CheckedAttempt attempt, CommitRecord commit, CosignedTimes times, Findings findings)
    {
        if (attempt.Beacon is not { } value)
        {
            return;
        }

        var kept = commit.Beacon is { } committed && value.Keeps(committed) && value.RandomnessFollowsSignature();
        if (!findings.Expect(LogClaims.Beacon, kept))
        {
            return;
        }

        if (commit.Beacon!.PublishedAt is not { } published)
        {
            findings.NotChecked(LogClaims.BeaconTimeByHand);
            return;
        }

        var index = attempt.LastIndexOf<BeaconValue>();
        var cosigned = attempt.Entries.LastOrDefault(placed => placed.Index < index) is { } former ? times.EarliestOver(former.Index) : null;
        findings.Expect(
            LogClaims.BeaconTime,
            cosigned is { } at && at.CompareTo(published) < 0,
            $"公布于 {published}，共签于 {cosigned?.ToString() ?? "（无）"}。",
            $"Published {published}, cosigned {cosigned?.ToString() ?? "never"}.");
        findings.NotChecked(LogClaims.BeaconSignature);
    }

    private static void CheckOpening(Suite suite, CheckedAttempt attempt, CommitRecord commit, CosignedTimes times, RecordTime now, Findings findings)
    {
        if (attempt.Opened is not { } opened)
        {
            if (now.CompareTo(commit.RevealNotAfter) <= 0)
            {
                findings.Pending(LogClaims.NotYetOpened);
            }
            else
            {
                findings.Fail(LogClaims.Opened, $"期限 {commit.RevealNotAfter} 已过。", $"The deadline {commit.RevealNotAfter} has passed.");
            }

            return;
        }

        findings.Pass(LogClaims.Opened);
        var index = attempt.LastIndexOf<DrawOpened>();
        findings.Expect(
            LogClaims.OpenedInTime,
            times.EarliestOver(index) is { } cosigned && cosigned.CompareTo(commit.RevealNotAfter) <= 0,
            $"期限为 {commit.RevealNotAfter}。",
            $"The deadline is {commit.RevealNotAfter}.");
        findings.ExpectNone(LogClaims.OpenedResult, ResultUnfit(attempt, opened));
        if (findings.Expect(LogClaims.Secret, CommitRecord.ServerCommitOf(suite, commit.DrawId, commit.Attempt, opened.ServerSecret) == commit.ServerCommit)
            && attempt.Sealed is { } sealedBody
            && DrawRun.ChanceDiffers(suite, commit, opened.ServerSecret, attempt.Contributions, attempt.Beacon) is null)
        {
            var keys = DrawKeys.Derive(suite, opened.ServerSecret, commit, attempt.Contributions, attempt.Beacon);
            findings.Expect(LogClaims.Keys, keys.AreCommittedIn(suite, sealedBody));
        }
    }

    /// <summary>A result is told exactly of what was sealed and not voided; of a void it may be, and without it no changes are told (A.11.9).</summary>
    private static IEnumerable<string> ResultUnfit(CheckedAttempt attempt, DrawOpened opened)
    {
        if (opened.ResultHash is null ? attempt.Void is null || opened.Changes.Count > 0 : attempt.Sealed is null)
        {
            yield return $"{attempt.Commit!.DrawId}/{attempt.Number}";
        }
    }
}
