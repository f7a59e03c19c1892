using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable;

/// <summary>
/// The citizen's check of a whole record (核验, A.12): nothing is believed but the verifier's own trust file. Whatever the
/// bytes are, the answer is a report.
/// </summary>
public static class Verify
{
    /// <summary>Checks a record folder.</summary>
    /// <param name="files">
    /// The folder's files by their relative names with <c>/</c>, e.g. <c>log.jsonl</c>, <c>checkpoints/00000002.txt</c>. A
    /// trust file among them is not looked at.
    /// </param>
    /// <param name="trust">The verifier's own <c>trust.json</c>.</param>
    /// <param name="asOf">
    /// The verifier's time, against which overdue openings are judged; null takes the newest cosigned time of the record.
    /// </param>
    /// <param name="work">Who works through the ranges of the frozen files; null does so one after another. The report is the same.</param>
    public static VerificationReport Record(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, ReadOnlySpan<byte> trust, RecordTime? asOf = null, RangeWork? work = null)
    {
        var findings = new Findings();
        if (!TrustAnchors.Parse(trust).Is(out var anchors, out var fault))
        {
            findings.Fail(LogClaims.Trust, fault.Chinese, fault.English);
            return new VerificationReport(Verdict.Unusable, findings.All);
        }

        findings.Pass(LogClaims.Trust);
        if (!findings.Expect(LogClaims.Files, files.ContainsKey("log.jsonl") && CheckpointChecks.NamesOf(files).Any()))
        {
            return new VerificationReport(Verdict.Unusable, findings.All);
        }

        CheckLog(files, anchors, asOf, work, findings);
        var failed = findings.All.Any(check => check.Status == CheckStatus.Fail);
        return new VerificationReport(failed ? Verdict.Invalid : Verdict.Valid, findings.All);
    }

    private static void CheckLog(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, TrustAnchors trust, RecordTime? asOf, RangeWork? work, Findings findings)
    {
        if (!LineFile.Split(files["log.jsonl"]).Is(out var lines, out var fault))
        {
            findings.Fail(LogClaims.Canonical, fault.Chinese, fault.English);
            return;
        }

        var times = CheckpointChecks.Run(files, trust, MerkleTree.Of(trust.Suite, lines.All), findings);
        var log = new List<LogEntry>();
        foreach (var line in lines.All)
        {
            if (!LogEntry.Parse(line.Span).Is(out var entry, out fault))
            {
                fault = fault.InLine("log.jsonl", log.Count + 1);
                findings.Fail(LogClaims.Canonical, fault.Chinese, fault.English);
                return;
            }

            log.Add(entry);
        }

        findings.Pass(LogClaims.Canonical);
        var now = asOf is { } stated && stated.CompareTo(times.Newest) > 0 ? stated : times.Newest;
        CheckDraws(files, trust.Suite, DrawView.Of(log), times, now, work, findings);
    }

    private static void CheckDraws(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
        Suite suite,
        IReadOnlyList<DrawView> draws,
        CosignedTimes times,
        RecordTime now,
        RangeWork? work,
        Findings findings)
    {
        var owners = FileOwners.Of(suite, draws, files, work, findings);
        foreach (var draw in draws)
        {
            DrawChecks.Run(suite, draw, times, findings.For(draw.DrawId));
            foreach (var attempt in draw.Attempts)
            {
                var own = findings.For(draw.DrawId, attempt.Number);
                PhaseChecks.Run(attempt, times, own);
                if (attempt.Commit is { } commit)
                {
                    CeremonyChecks.Run(suite, attempt, commit, times, now, own);
                    owners.Check(suite, draw, attempt, commit, own);
                }
            }
        }
    }
}
