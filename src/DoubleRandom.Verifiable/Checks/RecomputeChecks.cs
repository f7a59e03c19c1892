using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A.12.7 and A.12.9: the draw run again, compared with what was sealed, published and told.</summary>
internal static class RecomputeChecks
{
    public static void Run(Suite suite, OpenedAttempt attempt, Findings findings)
    {
        var (opened, sealedBody) = (attempt.Log.Opened!, attempt.Log.Sealed!);
        var published = PublishedResult(attempt, findings);
        if (published is not null)
        {
            IndependentChecks.Run(attempt, published, findings);
        }

        var run = DrawRun.Execute(
            attempt.Commit, attempt.Roster, attempt.Inspectors, attempt.Recusals, opened.ServerSecret, attempt.Log.Contributions, attempt.Log.Beacon);
        if (!findings.Expect(FileClaims.Recomputed, run.Fault) || run.Value is not { } outcome)
        {
            return;
        }

        if (published is not null)
        {
            findings.ExpectNone(FileClaims.Selection, FirstDifference(
                published.Selected, outcome.Result.Selected, subject => subject.Id, subject => subject.ToJson()));
            findings.ExpectNone(FileClaims.Matching, FirstDifference(
                published.Bundles, outcome.Result.Bundles, bundle => bundle.Id, bundle => bundle.ToJson()));
        }

        findings.Expect(FileClaims.Sealed, SameBytes(outcome.Sealed.ToJson(), sealedBody.ToJson()));
        if (attempt.Result is { } result)
        {
            findings.Expect(FileClaims.ResultBytes, outcome.ResultBytes.Span.SequenceEqual(result.Span));
            findings.Expect(FileClaims.ResultHash, HashIsRight(suite, attempt, result.Span));
        }

        findings.Expect(FileClaims.Changes, ChangesDiffer(suite, attempt, outcome));
    }

    private static DrawResult? PublishedResult(OpenedAttempt attempt, Findings findings)
    {
        if (attempt.Result is not { } bytes)
        {
            return null;
        }

        var read = DrawResult.Parse(bytes.Span);
        findings.Expect(FileClaims.ResultForm, read.Fault);
        return read.Value;
    }

    /// <summary>A voided attempt may leave its result unnamed (A.11.9).</summary>
    private static bool HashIsRight(Suite suite, OpenedAttempt attempt, ReadOnlySpan<byte> result) =>
        attempt.Log.Opened!.ResultHash is { } hash ? hash == suite.Hash(result) : attempt.Log.Void is not null;

    private static bool SameBytes(Json x, Json y) => CanonicalBytes.Of(x).AsSpan().SequenceEqual(CanonicalBytes.Of(y));

    private static IEnumerable<string> FirstDifference<T>(IReadOnlyList<T> told, IReadOnlyList<T> found, Func<T, string> idOf, Func<T, Json> jsonOf)
    {
        for (var i = 0; i < Math.Max(told.Count, found.Count); i++)
        {
            if (i >= told.Count || i >= found.Count)
            {
                yield return idOf(i < told.Count ? told[i] : found[i]);
            }
            else if (!SameBytes(jsonOf(told[i]), jsonOf(found[i])))
            {
                yield return $"{idOf(told[i])} / {idOf(found[i])}";
            }
        }
    }

    private static Fault? ChangesDiffer(Suite suite, OpenedAttempt attempt, DrawOutcome outcome)
    {
        var told = attempt.Log.Opened!.Changes;
        if (attempt.Log.IsForgone)
        {
            return null;
        }

        var entries = attempt.Log.Changes.ToArray();
        if (told.Count != entries.Length)
        {
            return new Fault("changes.count", $"日志有变更 {entries.Length} 项，公开了 {told.Count} 项。", $"The log has {entries.Length} changes; {told.Count} were told.");
        }

        var ledger = new ChangeLedger(suite, attempt.Commit, outcome, attempt.Inspectors, attempt.Recusals);
        return entries.Zip(told, (placed, names) => ChangeDiffers(ledger, placed, names)).FirstOrDefault(fault => fault is not null);
    }

    private static Fault? ChangeDiffers(ChangeLedger ledger, PlacedEntry placed, OpenedChange told)
    {
        Answer<OpenedChange> Of<T>(Answer<T> answer)
            where T : OpenedChange => answer.Is(out var change, out var fault) ? change : fault;

        var expected = placed.Entry.Body switch
        {
            DrawExtend extend => Of(ledger.Extend(placed.Index, extend)),
            DrawReplace replace => Of(ledger.Replace(placed.Index, replace)),
            InspectorSubstitute substitute => Of(ledger.Substitute(placed.Index, substitute, (told as SubstitutedInspector)?.Skipped ?? [])),
            _ => throw new InvalidOperationException("Only changes are compared."),
        };
        if (!expected.Is(out var change, out var fault))
        {
            return fault;
        }

        return SameBytes(change.ToJson(), told.ToJson())
            ? null
            : new Fault("changes.names", $"第 {placed.Index} 条变更的名单与既定顺序不同。", $"The names told for change #{placed.Index} are not those of the fixed order.");
    }
}
