using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>What a person in the room contributes.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Witness">His id in the commit record.</param>
/// <param name="Value">What he types: numbers, dice, a phrase; 1 to 200 characters.</param>
/// <param name="Passphrase">A standing witness's passphrase, which unlocks his key for this ceremony; null for guests, and for keys on a telephone.</param>
public sealed record ContributionWish(string Number, string Witness, string Value, string? Passphrase = null);

/// <summary>What the person is told, and takes home on a slip.</summary>
/// <param name="Commitment">His commitment, 64 hex digits.</param>
/// <param name="IsLogged">Whether it is in the log already; else it is as soon as the quorum has cosigned the draw's commitment.</param>
/// <param name="LogSize">Entries in the log.</param>
/// <param name="Root">Root of the log.</param>
public sealed record ContributionSlip(string Commitment, bool IsLogged, int LogSize, string Root);

/// <summary>
/// Takes a contribution to the chance [见证人贡献]: the value stays sealed until all have committed. A standing witness also unlocks his
/// key and cosigns the log from here to the end of the ceremony.
/// </summary>
[PerRequest]
public sealed class Contribute(SupervisionDb db, Ceremony ceremony, WitnessKeys keys, SecretBox secrets, IChance chance)
{
    private const int LongestValue = 200;

    /// <summary>
    /// Refused: no right, <c>draw.no-such</c>, <c>draw.contributions-closed</c>, <c>draw.no-such-witness</c>, <c>draw.already-contributed</c>,
    /// <c>draw.value</c>, <c>witness.wrong-passphrase</c>, <c>log.…</c>.
    /// </summary>
    public async Task<Outcome<ContributionSlip>> RunAsync(Actor actor, ContributionWish wish, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var value = wish.Value.Trim();
        if (!IsValue(value))
        {
            return DrawRefusals.Of("draw.value", null, LongestValue).At(nameof(wish.Value));
        }

        if (await UnlockAsync(actor, wish, stop) is { } locked)
        {
            return locked;
        }

        var opened = await ceremony.OpenAsync(actor, wish.Number, stop);
        if (opened.Refused(out no) || (no = Closed(opened.Value.Draw, opened.Value.Shares, wish.Witness)) is not null)
        {
            return no;
        }

        var open = opened.Value;
        if (open.Pen.Cosign() is { } unwilling || Enter(open, wish.Witness, value) is var sealedValue && sealedValue.Refused(out unwilling))
        {
            return unwilling;
        }

        open.LogEntered();
        var share = open.Shares.First(s => s.Witness == wish.Witness);
        return await db.CommitAsync(actor, new Act("draw.contributed"), stop) is { } lost
            ? lost
            : new ContributionSlip(share.Commitment!, share.CommitIndex is not null, open.Pen.State.Head.Size, open.Pen.State.Root.ToString());
    }

    /// <summary>Whether a text can be a contribution: 1 to 200 characters, none of them control characters.</summary>
    internal static bool IsValue(string value) =>
        value.Length is > 0 and <= LongestValue && !value.Any(char.IsControl) && !value.EnumerateRunes().Contains(Rune.ReplacementChar);

    internal static string ValuePurpose(WitnessShare share) => $"contribution/{share.Draw}/{share.Attempt}/{share.Witness}";

    private async Task<Refusal?> UnlockAsync(Actor actor, ContributionWish wish, CancellationToken stop)
    {
        if (await ceremony.LatestAsync(wish.Number, stop) is not { } latest)
        {
            return DrawRefusals.Of("draw.no-such", null, wish.Number);
        }

        var shares = await db.WitnessShares.AsNoTracking().Where(s => s.Draw == latest.Number && s.Attempt == latest.Attempt).ToListAsync(stop);
        return Closed(latest, shares, wish.Witness) ?? (shares.First(s => s.Witness == wish.Witness).IsStanding && await keys.LieHereAsync(wish.Witness, stop)
            ? await keys.UnlockAsync(actor, latest.Ceremony, wish.Witness, wish.Passphrase ?? "", stop)
            : null);
    }

    /// <summary>Why this witness can contribute nothing now; null when he can.</summary>
    internal static Refusal? Closed(Draw draw, List<WitnessShare> shares, string witness)
    {
        if (draw.IsVoidPending)
        {
            return DrawRefusals.Of("draw.void-decided", null, draw.Attempt);
        }

        if (draw.State is not (DrawState.Committed or DrawState.Contributing) || draw.ContributionsClosedAt is not null)
        {
            return DrawRefusals.Of("draw.contributions-closed", null, DrawRefusals.Words.Gap("state." + draw.State));
        }

        return shares.Find(s => s.Witness == witness) switch
        {
            null => DrawRefusals.Of("draw.no-such-witness", null, witness).At(nameof(ContributionWish.Witness)),
            { Commitment: not null } share => DrawRefusals.Of("draw.already-contributed", null, share.Role),
            _ => null,
        };
    }

    private Outcome<string> Enter(OpenCeremony open, string witness, string value)
    {
        var share = open.Shares.First(s => s.Witness == witness);
        var nonce = new byte[Bytes32.Length];
        chance.Fill(nonce);
        var box = secrets.Seal(open.Actor, ValuePurpose(share), [.. nonce, .. Encoding.UTF8.GetBytes(value)]);
        if (box.Refused(out var no))
        {
            return no;
        }

        var commitment = Contribution.CommitmentOf(open.Pen.State.Head.Suite, share.Draw, share.Attempt, witness, new Bytes32(nonce), value).ToString();
        share.Enter(box.Value, commitment);
        return commitment;
    }
}
