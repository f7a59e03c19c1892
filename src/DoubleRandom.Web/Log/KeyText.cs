using System.Globalization;
using DoubleRandom.Demo;
using DoubleRandom.Draws.Holding;

namespace DoubleRandom.Web.Log;

/// <summary>The words of a standing witness's own telephone [见证密钥], its address, and what its pages hand to their script.</summary>
public static class KeyText
{
    internal static readonly Words Words = new(typeof(KeyText));

    /// <summary>The address where a standing witness cosigns on his own telephone.</summary>
    public static string CosignHref(string witness) => "/cosign/" + Uri.EscapeDataString(witness);

    /// <summary>The beginning of a public key as it is read aloud: sixteen hex digits in fours.</summary>
    public static string Aloud(string publicKey) => string.Join(' ', publicKey.Take(16).Chunk(4).Select(four => new string(four)));

    /// <summary>Changes with what a standing witness's telephone has to do.</summary>
    public static string StateOf(CosignCall call) => string.Join('-', new[] { call.Size, call.LastSize, call.Contributed.Count }.Select(part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Seconds by which a demo county's clock is ahead of the real one; 0 everywhere else.</summary>
    public static long ShiftOf(TimeProvider clock) => clock is DemoClock demo ? (long)demo.Shift.TotalSeconds : 0;
}
