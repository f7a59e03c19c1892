using System.Globalization;
using DoubleRandom.Draws;
using DoubleRandom.Publication;

namespace DoubleRandom.Web.Ceremony;

/// <summary>The words of the live screen [抽取现场], and what it shows of a draw.</summary>
public static class CeremonyText
{
    internal static readonly Words Words = new(typeof(CeremonyText));

    /// <summary>Changes with everything that the screen shows, and with nothing else.</summary>
    public static string StateOf(PublicDrawDetail draw) => string.Join('-',
        new[] { draw.Attempts[0].Attempt, (int)draw.Attempts[0].State, draw.LogSize, draw.CosignedSize, draw.Attempts[0].Witnesses.Count(w => w.HasContributed), draw.HasRecord ? 1 : 0 }
            .Select(part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Key of the sentence that says what comes next.</summary>
    public static string Next(PublicAttempt attempt) => attempt.State switch
    {
        DrawState.Committed or DrawState.Contributing when attempt.Witnesses.Any(w => !w.HasContributed) => "next.contribute",
        DrawState.Revealed when attempt.Beacon is { Value: null } => "next.beacon",
        DrawState.Committed or DrawState.Contributing or DrawState.Revealed => "next.draw",
        DrawState.Sealed when !attempt.IsCosigned => "next.cosign",
        DrawState.Sealed => "next.inspect",
        DrawState.Voided => attempt.OpenedAt is null ? "next.void-open" : "next.void",
        _ => "next.check",
    };

    /// <summary>Which step of the ceremony is the current one, from 0.</summary>
    public static int Step(PublicAttempt attempt) => attempt.State switch
    {
        DrawState.Committed or DrawState.Contributing => 1,
        DrawState.Revealed => 2,
        DrawState.Sealed or DrawState.Voided => attempt.OpenedAt is null ? 3 : 4,
        _ => 4,
    };

    /// <summary>The steps that the public sees.</summary>
    public static IReadOnlyList<string> Steps => [Words["step.freeze"], Words["step.contribute"], Words["step.draw"], Words["step.inspect"], Words["step.check"]];
}
