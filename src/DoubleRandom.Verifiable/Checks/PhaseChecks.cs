using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>The order of an attempt's phases, and the cosigned checkpoints between them (A.4, A.11.7).</summary>
internal static class PhaseChecks
{
    public static void Run(CheckedAttempt attempt, CosignedTimes times, Findings findings)
    {
        findings.ExpectNone(LogClaims.Order, OutOfOrder(attempt));
        findings.ExpectNone(LogClaims.Cosigned, Uncosigned(attempt, times));
    }

    /// <summary>Beacon and seal are one group; every extend, replace and substitute is a group of its own.</summary>
    private static int PhaseOf(EntryBody body) => body switch
    {
        CommitRecord => 0,
        WitnessCommit => 1,
        WitnessReveal => 2,
        BeaconValue => 3,
        DrawSealed => 4,
        DrawExtend or DrawReplace or InspectorSubstitute => 5,
        DrawVoid => 6,
        _ => 7,
    };

    private static IEnumerable<string> OutOfOrder(CheckedAttempt attempt)
    {
        var phases = attempt.Entries.Select(placed => PhaseOf(placed.Entry.Body)).ToArray();
        for (var i = 0; i < phases.Length; i++)
        {
            var mayRepeat = phases[i] is 1 or 2 or 5;
            var follows = i == 0 ? phases[i] == 0 : phases[i] > phases[i - 1] || (mayRepeat && phases[i] == phases[i - 1]);
            var needsSeal = phases[i] == 5 || (phases[i] == 7 && attempt.Void is null);
            var needsBeacon = phases[i] == 4 && attempt.Commit?.Beacon is not null;
            if (!follows || (needsSeal && attempt.Sealed is null) || (needsBeacon && attempt.Beacon is null))
            {
                yield return Name(attempt.Entries[i]);
            }
        }
    }

    private static IEnumerable<string> Uncosigned(CheckedAttempt attempt, CosignedTimes times)
    {
        for (var i = 1; i < attempt.Entries.Count; i++)
        {
            var (former, next) = (attempt.Entries[i - 1], attempt.Entries[i]);
            var (from, to) = (PhaseOf(former.Entry.Body), PhaseOf(next.Entry.Body));
            var newGroup = from == 5 || (from != to && (from, to) is not (3, 4));
            if (newGroup && !times.Separate(former.Index, next.Index))
            {
                yield return Name(next);
            }
        }
    }

    private static string Name(PlacedEntry placed) => $"{placed.Entry.Body.Type} #{placed.Index}";
}
