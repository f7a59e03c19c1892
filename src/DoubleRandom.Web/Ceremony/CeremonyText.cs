using System.Globalization;
using DoubleRandom.Demo;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Publication;

namespace DoubleRandom.Web.Ceremony;

/// <summary>The words of the live screen [抽取现场] and its address.</summary>
public static class CeremonyText
{
    internal static readonly Words Words = new(typeof(CeremonyText));

    /// <summary>The address of the screen of a draw.</summary>
    public static string Href(string number) => "/ceremony/" + Uri.EscapeDataString(number);

    /// <summary>The address where a standing witness cosigns on his own telephone.</summary>
    public static string CosignHref(string witness) => "/cosign/" + Uri.EscapeDataString(witness);

    /// <summary>The beginning of a public key as it is read aloud: sixteen hex digits in fours.</summary>
    public static string Aloud(string publicKey) => string.Join(' ', publicKey.Take(16).Chunk(4).Select(four => new string(four)));

    /// <summary>Changes with what a standing witness's telephone has to do.</summary>
    public static string StateOf(CosignCall call) => string.Join('-', new[] { call.Size, call.LastSize, call.Contributed.Count }.Select(part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Seconds by which a demo county's clock is ahead of the real one; 0 everywhere else.</summary>
    public static long ShiftOf(TimeProvider clock) => clock is DemoClock demo ? (long)demo.Shift.TotalSeconds : 0;

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
