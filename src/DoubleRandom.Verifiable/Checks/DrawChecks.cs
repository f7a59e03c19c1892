using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A.12.2: a draw id's life over all its attempts.</summary>
internal static class DrawChecks
{
    public static void Run(Suite suite, DrawView draw, CosignedTimes times, Findings findings)
    {
        CheckPlan(draw, findings);
        if (draw.Attempts.Count == 0)
        {
            findings.Pending(LogClaims.NotYetCommitted);
            return;
        }

        findings.ExpectNone(LogClaims.Attempts, GapsAndDoubles(draw));
        findings.ExpectNone(LogClaims.PrevVoid, BrokenLinks(suite, draw, times));
        findings.Expect(LogClaims.FreshSecret, draw.Attempts.Select(a => a.Opened?.ServerSecret).OfType<Bytes32>().GroupBy(secret => secret).All(same => same.Count() == 1));
        findings.ExpectNone(LogClaims.FreshRound, draw.Attempts
            .Select(attempt => attempt.Commit?.Beacon)
            .OfType<BeaconChoice>()
            .GroupBy(beacon => new { beacon.Kind, beacon.Chain, beacon.Round })
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key.Kind} {(group.Key.Round as JsonInteger)?.Value}{(group.Key.Round as JsonText)?.Value}"));
    }

    private static void CheckPlan(DrawView draw, Findings findings)
    {
        var commits = Commits(draw).ToArray();
        var plan = draw.Plans.Count == 1 ? draw.Plans[0].Entry.Body as PlanRegistered : null;
        var agrees = plan is not null && commits.All(c => c.Commit.Kind == plan.Kind && c.Commit.PlanRef == plan.PlanRef);
        var first = draw.Attempts.SelectMany(attempt => attempt.Entries).Select(placed => placed.Index).DefaultIfEmpty(int.MaxValue).Min();
        findings.Expect(
            LogClaims.Plan,
            agrees && draw.Plans[0].Index < first,
            $"登记条目 {draw.Plans.Count} 个。",
            $"There are {draw.Plans.Count} registrations.");
    }

    private static IEnumerable<string> GapsAndDoubles(DrawView draw)
    {
        for (var i = 0; i < draw.Attempts.Count; i++)
        {
            var attempt = draw.Attempts[i];
            var own = attempt.Entries.Count(placed => placed.Entry.Body is CommitRecord);
            var namesItself = attempt.Commit is { } commit && commit.DrawId == draw.DrawId && commit.Attempt == attempt.Number;
            if (attempt.Number != i + 1 || own != 1 || !namesItself)
            {
                yield return $"{draw.DrawId}/{attempt.Number}";
            }
        }
    }

    private static IEnumerable<string> BrokenLinks(Suite suite, DrawView draw, CosignedTimes times)
    {
        for (var i = 0; i < draw.Attempts.Count; i++)
        {
            var attempt = draw.Attempts[i];
            if (attempt.Commit is not { } commit)
            {
                continue;
            }

            if (!(i == 0 ? commit.PrevVoid is null : Follows(suite, draw.Attempts[i - 1], attempt.Entries[0].Index, commit.PrevVoid, times)))
            {
                yield return $"{draw.DrawId}/{attempt.Number}";
            }
        }
    }

    /// <summary>Whether the former attempt's void, and its opening if it came before, was cosigned before the next attempt began.</summary>
    private static bool Follows(Suite suite, CheckedAttempt former, int first, Bytes32? link, CosignedTimes times)
    {
        var ends = former.Entries.Where(placed => placed.Entry.Body is DrawVoid or DrawOpened && placed.Index < first).ToArray();
        return ends.FirstOrDefault(end => end.Entry.Body is DrawVoid) is { Entry: { } end }
            && link == end.LeafHash(suite)
            && ends.All(placed => times.Separate(placed.Index, first));
    }

    private static IEnumerable<Committed> Commits(DrawView draw) => draw.Attempts
        .SelectMany(attempt => attempt.Entries.Select(placed => placed.Entry.Body).OfType<CommitRecord>().Select(commit => new Committed(attempt, commit)));

    private sealed record Committed(CheckedAttempt Attempt, CommitRecord Commit);
}
