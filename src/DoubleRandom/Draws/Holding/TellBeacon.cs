using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// Writes the value of the round that the commitment named [录入公共随机数]. It cannot be changed afterwards: it is typed twice, and anybody
/// compares it with what the source published.
/// </summary>
[PerRequest]
public sealed class TellBeacon(SupervisionDb db, Ceremony ceremony)
{
    private const int LongestNumbers = 200;
    private const int SignatureDigits = 96;

    /// <summary>
    /// Refused: no right, <c>draw.no-such</c>, <c>draw.no-beacon</c>, <c>draw.beacon-early</c>, <c>draw.beacon-told</c>,
    /// <c>draw.beacon-differs</c>, <c>draw.beacon-value</c>,
    /// <c>draw.beacon-not-yet</c>, <c>draw.beacon-too-late</c>, <c>draw.needs-cosignatures</c>, <c>log.…</c>.
    /// </summary>
    /// <param name="actor">Who holds the draw.</param>
    /// <param name="number">The draw.</param>
    /// <param name="value">A lottery's numbers as printed, 1 to 200 characters; for drand the signature, 96 hex digits.</param>
    /// <param name="again">The same, typed again.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Refusal?> RunAsync(Actor actor, string number, string value, string again, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out no) || (no = Unfit(opened.Value)) is not null)
        {
            return no;
        }

        var (open, text) = (opened.Value, value.Trim());
        if (text != again.Trim())
        {
            return DrawRefusals.Of("draw.beacon-differs", null).At("Again");
        }

        if (ValueOf(open.Commit.Beacon!, text) is not { } told)
        {
            return DrawRefusals.Of("draw.beacon-value", null, LongestNumbers, SignatureDigits).At("Value");
        }

        if ((open.Pen.Cosign() ?? await db.CommitAsync(actor, new Act("draw.cosigned"), stop) ?? open.NotCosigned()) is { } waiting)
        {
            return waiting;
        }

        if (open.Commit.Beacon!.PublishedAt is { } published && Untimely(open, published.ToDateTimeOffset(), db.Clock.Now()) is { } untimely)
        {
            return untimely;
        }

        open.Draw.TellBeacon(open.Pen.Write(open.Entry(told)));
        return await db.CommitAsync(actor, new Act("draw.beacon-told"), stop);
    }

    private static Refusal? Unfit(OpenCeremony open) => open switch
    {
        { Commit.Beacon: null } => DrawRefusals.Of("draw.no-beacon", null),
        { Draw.BeaconIndex: not null } => DrawRefusals.Of("draw.beacon-told", null),
        { Draw.State: not DrawState.Revealed } => DrawRefusals.Of("draw.beacon-early", null),
        _ => null,
    };

    /// <summary>A round counts once it has come, and only if the reveals were cosigned before it came; else the record could never be valid.</summary>
    private static Refusal? Untimely(OpenCeremony open, DateTimeOffset published, DateTimeOffset now) =>
        published > now ? DrawRefusals.Of("draw.beacon-not-yet", null, published.InShanghai().ToString("yyyy-MM-dd HH:mm:ss", null))
        : open.Pen.State.CosignedAt(open.LastIndex) is { } cosigned && cosigned < published ? null
        : DrawRefusals.Of("draw.beacon-too-late", null);

    private static BeaconValue? ValueOf(BeaconChoice choice, string text) => choice.Kind == BeaconChoice.Quicknet
        ? text.Length == SignatureDigits && text.All(char.IsAsciiHexDigitLower) ? BeaconValue.OfQuicknet(choice.RoundNumber, Convert.FromHexString(text)) : null
        : text.Length is > 0 and <= LongestNumbers && !text.Any(char.IsControl) ? BeaconValue.OfLottery(choice.RoundText, text) : null;
}
