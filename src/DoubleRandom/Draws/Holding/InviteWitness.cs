using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>Makes the link by which a witness takes part on his own telephone [见证人手机参加].</summary>
[PerRequest]
public sealed class InviteWitness(SupervisionDb db, Ceremony ceremony, IChance chance)
{
    /// <summary>
    /// The secret of the link, 32 hex digits, for four hours; it lies nowhere but in it. A former link stops working. Refused: no right,
    /// <c>draw.no-such</c>, <c>draw.contributions-closed</c>, <c>draw.no-such-witness</c>, <c>draw.already-contributed</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, string number, string witness, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        if (await ceremony.LatestAsync(number, stop) is not { } draw)
        {
            return DrawRefusals.Of("draw.no-such", null, number);
        }

        var shares = await db.WitnessShares.Where(s => s.Draw == number && s.Attempt == draw.Attempt).ToListAsync(stop);
        if (Contribute.Closed(draw, shares, witness) is { } closed)
        {
            return closed;
        }

        var secret = LinkSecret.New(chance);
        var share = shares.Single(s => s.Witness == witness);
        share.Invite(LinkSecret.HashOf(secret), db.Clock.Now() + LinkSecret.Lasts);
        return await db.CommitAsync(actor, new Act("draw.witness-invited"), stop) is { } lost ? lost : secret;
    }
}
