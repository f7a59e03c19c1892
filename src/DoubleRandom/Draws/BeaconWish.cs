using System.Globalization;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Draws;

/// <summary>A source of public randomness that nobody in the room can foresee [公共随机源].</summary>
public enum BeaconSource
{
    /// <summary>The numbers of an official lottery, as printed.</summary>
    Lottery,

    /// <summary>A round of drand's quicknet, for places with a network.</summary>
    Drand,
}

/// <summary>
/// The one round a draw names beforehand (draw-record A.6). If the source fails, or publishes before the contributions are revealed, the attempt
/// is voided and held again; no other round takes its place.
/// </summary>
/// <param name="Source">The source.</param>
/// <param name="Round">Game and issue, e.g. 双色球 2026025, 1 to 60 characters; for drand the number of the round.</param>
public sealed record BeaconWish(BeaconSource Source, string Round)
{
    private const int LongestRound = 60;

    /// <summary>As the commitment names it. Refused: <c>draw.beacon-round</c>.</summary>
    internal Outcome<BeaconChoice> ToChoice(DateTimeOffset now)
    {
        var round = Round.Trim();
        if (Source == BeaconSource.Lottery)
        {
            return round.Length is 0 or > LongestRound || round.Any(char.IsControl)
                ? DrawRefusals.Of("draw.beacon-round", null, LongestRound).At(nameof(Round))
                : new BeaconChoice(BeaconChoice.Lottery, "", 0, round);
        }

        return long.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue
            && BeaconChoice.OfQuicknet(number) is var choice && choice.PublishedAt!.Value.ToDateTimeOffset() > now
            ? choice
            : DrawRefusals.Of("draw.beacon-past", null).At(nameof(Round));
    }
}

/// <summary>The public randomness of an attempt as pages show it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Round">The round named beforehand.</param>
/// <param name="Value">What it gave; null before.</param>
public sealed record BeaconView(BeaconSource Source, string Round, string? Value);
