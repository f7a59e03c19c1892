using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>
/// A witness's own telephone contributes [手机贡献]: it makes nonce and value, sends the commitment alone, and tells what it committed to only
/// when nobody can contribute any more. Until then nobody else knows, the platform included.
/// </summary>
[PerRequest]
public sealed class ContributeByPhone(SupervisionDb db, Ceremony ceremony, SecretBox secrets)
{
    private const int MostTries = 9;

    /// <summary>Whom a link belongs to, and what his telephone has to do next; null when it opens nothing (any more).</summary>
    public async Task<WitnessCall?> FindAsync(string secret, CancellationToken stop = default)
    {
        if (await ShareAsync(secret, stop) is not { } share)
        {
            return null;
        }

        var draw = await db.Draws.AsNoTracking().SingleAsync(d => d.Number == share.Draw && d.Attempt == share.Attempt, stop);
        var places = await db.WitnessShares.AsNoTracking().Where(s => s.Draw == share.Draw && s.Attempt == share.Attempt).Select(s => s.CommitIndex).ToListAsync(stop);
        var cosigned = await DrawWaitReader.CosignedSizeAsync(db, stop);
        var isOpen = draw.State is DrawState.Committed or DrawState.Contributing;
        return new WitnessCall(share.Draw, share.Attempt, draw.Title, share.Witness, share.Role, share.Commitment, (await db.SuiteAsync(stop)).Name, share switch
        {
            { Commitment: null } => isOpen && draw.ContributionsClosedAt is null ? WitnessStep.Contribute : WitnessStep.Over,
            { AwaitsReveal: true } when isOpen => draw.ContributionsClosedAt is not null || places.TrueForAll(place => place < cosigned) ? WitnessStep.Reveal : WitnessStep.Wait,
            { AwaitsReveal: true } => WitnessStep.Over,
            _ => WitnessStep.Done,
        });
    }

    /// <summary>
    /// Takes the commitment, 64 hex digits; the same one again is answered the same. Refused: <c>draw.link</c>, <c>draw.commitment</c>,
    /// <c>draw.contributions-closed</c>, <c>draw.already-contributed</c>, <c>log.…</c>.
    /// </summary>
    public async Task<Refusal?> CommitAsync(Jurisdiction county, string secret, string commitment, CancellationToken stop = default)
    {
        var refusal = await TryCommitAsync(county, secret, commitment, stop);
        for (var tries = 1; tries < MostTries && refusal?.Code == "log.moved-on"; tries++)
        {
            refusal = await TryCommitAsync(county, secret, commitment, stop); // others in the room committed at the same moment
        }

        return refusal;
    }

    private async Task<Refusal?> TryCommitAsync(Jurisdiction county, string secret, string commitment, CancellationToken stop)
    {
        if (await ShareAsync(secret, stop) is not { } invited)
        {
            return DrawRefusals.Of("draw.link", null);
        }

        if (!Bytes32.TryParse(commitment, out var committed))
        {
            return DrawRefusals.Of("draw.commitment", null);
        }

        if (invited.Commitment == committed.ToString())
        {
            return null;
        }

        var actor = Actor.Witness(county, invited.Role);
        var opened = await ceremony.OpenAsync(actor, invited.Draw, stop);
        if (opened.Refused(out var no) || (no = Contribute.Closed(opened.Value.Draw, opened.Value.Shares, invited.Witness)) is not null)
        {
            return no;
        }

        var open = opened.Value;
        if (open.Pen.Cosign() is { } unwilling)
        {
            return unwilling;
        }

        open.Shares.Single(s => s.Witness == invited.Witness).Commit(committed.ToString());
        open.LogEntered();
        return await db.CommitAsync(actor, new Act("draw.contributed"), stop);
    }

    /// <summary>
    /// Takes what the telephone committed to: the nonce, 64 hex digits, and the value. Refused: <c>draw.link</c>, <c>draw.reveal-early</c>, <c>draw.reveal-over</c>,
    /// <c>draw.not-what-was-committed</c>, <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Refusal?> RevealAsync(Jurisdiction county, string secret, string nonce, string value, CancellationToken stop = default)
    {
        if (await FindAsync(secret, stop) is not { } call)
        {
            return DrawRefusals.Of("draw.link", null);
        }

        if (call.Step != WitnessStep.Reveal)
        {
            return call.Step switch
            {
                WitnessStep.Done => null,
                WitnessStep.Over => DrawRefusals.Of("draw.reveal-over", null),
                _ => DrawRefusals.Of("draw.reveal-early", null),
            };
        }

        var actor = Actor.Witness(county, call.Role);
        var suite = await db.SuiteAsync(stop);
        if (!Bytes32.TryParse(nonce, out var told) || !Contribute.IsValue(value)
            || Contribution.CommitmentOf(suite, call.Number, call.Attempt, call.Witness, told, value).ToString() != call.Commitment)
        {
            return DrawRefusals.Of("draw.not-what-was-committed", null);
        }

        var opened = await ceremony.OpenAsync(actor, call.Number, stop);
        if (opened.Refused(out var no))
        {
            return no;
        }

        var share = opened.Value.Shares.Single(s => s.Witness == call.Witness);
        var box = secrets.Seal(actor, Contribute.ValuePurpose(share), [.. told.ToArray(), .. Encoding.UTF8.GetBytes(value)]);
        if (box.Refused(out no))
        {
            return no;
        }

        share.Tell(box.Value); // the share alone: two telephones may reveal at the same moment
        return await db.CommitAsync(actor, new Act("draw.value-told"), stop);
    }

    private async Task<WitnessShare?> ShareAsync(string secret, CancellationToken stop)
    {
        var (hash, now) = (LinkSecret.HashOf(secret), db.Clock.Now());
        return hash is null ? null : await db.WitnessShares.AsNoTracking().FirstOrDefaultAsync(s => s.LinkHash == hash && s.LinkUntil > now, stop);
    }
}

/// <summary>What a witness's telephone has to do next.</summary>
public enum WitnessStep
{
    /// <summary>Make a contribution and commit to it.</summary>
    Contribute,

    /// <summary>Wait until everybody has, and the witnesses have cosigned every commitment: until then the log's end could still be exchanged.</summary>
    Wait,

    /// <summary>Tell what it committed to.</summary>
    Reveal,

    /// <summary>Nothing: it has told.</summary>
    Done,

    /// <summary>Nothing: the draw went on or was voided without it.</summary>
    Over,
}

/// <summary>A witness called to take part on his own telephone.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Witness">His id in the commit record.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="Commitment">What he committed to, 64 hex digits; null before.</param>
/// <param name="Suite">Name of the log's suite.</param>
/// <param name="Step">What comes next.</param>
public sealed record WitnessCall(string Number, int Attempt, string Title, string Witness, string Role, string? Commitment, string Suite, WitnessStep Step);
