using System.Globalization;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Publication;

namespace DoubleRandom.Web.Ceremony;

/// <summary>The words of the live screen [抽取现场], and what it shows of a draw.</summary>
public static class CeremonyText
{
    internal static readonly Words Words = new(typeof(CeremonyText));

    /// <summary>Changes with everything that the screen shows, and with nothing else.</summary>
    public static string StateOf(PublicDrawDetail draw) => string.Join('-',
        new[] { draw.Attempts[0].Attempt, (int)draw.Attempts[0].State, draw.LogSize, draw.CosignedSize, draw.Attempts[0].Witnesses.Count(w => w.HasContributed), draw.HasRecord ? 1 : 0, draw.Attempts[0].VoidPendingSince is null ? 0 : 1 }
            .Select(part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Key of the sentence that says what comes next.</summary>
    public static string Next(PublicAttempt attempt) => (attempt.Waits, attempt.Step) switch
    {
        _ when attempt.VoidPendingSince is not null => "next.void-decided",
        (DrawWait.Contributions, _) => "next.contribute",
        (DrawWait.Beacon, _) => "next.beacon",
        (_, DrawStep.Contribute or DrawStep.Seal) => "next.draw",
        _ when attempt.State == DrawState.Voided => attempt.Step == DrawStep.Open ? "next.void-open" : "next.void",
        (DrawWait.Cosignatures, DrawStep.Open) => "next.cosign",
        (_, DrawStep.Open) => "next.inspect",
        _ => "next.check",
    };

    /// <summary>Which step of the ceremony is the current one, from 0.</summary>
    public static int Step(PublicAttempt attempt) => 1 + (int)attempt.Step;

    /// <summary>The steps that the public sees.</summary>
    public static IReadOnlyList<string> Steps => [Words["step.freeze"], Words["step.contribute"], Words["step.draw"], Words["step.inspect"], Words["step.check"]];
}
