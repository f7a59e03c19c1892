using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Draws.Holding;

/// <summary>A sealed attempt computed again, with every change since.</summary>
internal sealed record Replayed(Bytes32 Secret, FrozenLists Lists, DrawOutcome Outcome, ChangeLedger Ledger, IReadOnlyList<OpenedChange> Told);

/// <summary>
/// Computes a sealed attempt again from its frozen lists, secret and contributions [重演]: what comes out must be what was sealed; then every
/// change of the log is gone through in order.
/// </summary>
[PerRequest]
public sealed class DrawReplay(Ceremony ceremony)
{
    /// <summary>Refused: <c>draw.differs-from-log</c> when the result is another than the sealed one; <c>secrets.…</c>.</summary>
    internal async Task<Outcome<Replayed>> RunAsync(OpenCeremony open, CancellationToken stop)
    {
        var secret = await ceremony.SecretAsync(open.Actor, open.Draw, stop);
        if (secret.Refused(out var no))
        {
            return no;
        }

        var lists = await ceremony.ListsAsync(open.Draw, stop);
        if (!lists.Execute(open, secret.Value).Is(out var outcome, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        var result = await ceremony.FileAsync(open.Draw, DrawFile.Result, stop);
        if (outcome.Sealed != (DrawSealed)open.Pen.State.EntryAt(open.Draw.SealedIndex!.Value).Body || !outcome.ResultBytes.Span.SequenceEqual(result))
        {
            return DrawRefusals.Of("draw.differs-from-log", null, open.Draw.Ceremony, DrawFile.Result);
        }

        var ledger = new ChangeLedger(open.Pen.State.Head.Suite, open.Commit, outcome, lists.Inspectors, lists.Recusals);
        var told = new List<OpenedChange>();
        foreach (var change in open.Changes)
        {
            told.Add(Next(ledger, change.Index, open.Pen.State.EntryAt(change.Index).Body, change.Skipped));
        }

        return new Replayed(secret.Value, lists, outcome, ledger, told);
    }

    private static OpenedChange Next(ChangeLedger ledger, int index, EntryBody body, IReadOnlyList<Passed> skipped) => body switch
    {
        DrawExtend extend => ledger.Extend(index, extend).OrThrow(),
        DrawReplace replace => ledger.Replace(index, replace).OrThrow(),
        InspectorSubstitute substitute => ledger.Substitute(index, substitute, [.. skipped.Select(s => new SkippedCandidate(s.Inspector, s.Reason))]).OrThrow(),
        _ => throw new InvalidOperationException($"{body.Type} is no change."),
    };
}
