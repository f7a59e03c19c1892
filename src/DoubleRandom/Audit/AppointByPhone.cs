using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Audit;

/// <summary>
/// Registers a standing witness whose key never leaves his own telephone [手机密钥]: the administrator makes a link, the telephone makes the
/// key and sends its public half, with a signature that shows it holds the other.
/// </summary>
public sealed class AppointByPhone(SupervisionDb db, IChance chance)
{
    /// <summary>
    /// The secret of the link, 32 hex digits, for four hours; a former link of that name stops working. Refused: no right, <c>log.not-founded</c>,
    /// <c>witness.phone-suite</c>, <c>witness.name</c>, <c>witness.exists</c>, <c>witness.role</c>.
    /// </summary>
    public async Task<Outcome<string>> InviteAsync(Actor actor, string name, string role, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } log)
        {
            return LogBook.Words.Refuse("log.not-founded", null);
        }

        if (log.Suite != Suite.Sha256)
        {
            return LogBook.Words.Refuse("witness.phone-suite", null).At("Place");
        }

        var names = await db.StandingWitnesses.AsNoTracking().Select(w => w.Name).ToListAsync(stop);
        if (Refusal.Of([.. AppointWitness.Faults(name, role, names)]) is { } faults)
        {
            return faults;
        }

        var secret = LinkSecret.New(chance);
        var (hash, until) = (LinkSecret.HashOf(secret)!, db.Clock.Now() + LinkSecret.Lasts);
        if (await db.WitnessInvitations.SingleOrDefaultAsync(i => i.Name == name, stop) is { } former)
        {
            (former.Role, former.LinkHash, former.LinkUntil) = (role.Trim(), hash, until);
        }
        else
        {
            db.Add(new WitnessInvitation { Jurisdiction = actor.Jurisdiction, Name = name, Role = role.Trim(), LinkHash = hash, LinkUntil = until });
        }

        return await db.CommitAsync(actor, new Act("witness.invited"), stop) is { } lost ? lost : secret;
    }

    /// <summary>To whom a link belongs; null when it opens nothing (any more).</summary>
    public async Task<WitnessOffer?> FindAsync(string secret, CancellationToken stop = default)
    {
        if (await InvitationAsync(secret, stop) is not { } invitation)
        {
            return null;
        }

        var log = await db.Logs.AsNoTracking().SingleAsync(stop);
        var taken = await db.StandingWitnesses.AsNoTracking().Where(w => w.Name == invitation.Name).Select(w => w.PublicKey).SingleOrDefaultAsync(stop);
        return new WitnessOffer(invitation.Name, invitation.Role, $"{log.Origin}/{invitation.Name}", log.Origin, log.PublicKey, taken);
    }

    /// <summary>
    /// Takes the public key, 32 bytes in hex, and the signature of <see cref="Claim"/> by its other half, 64 bytes in hex; the same key again is
    /// answered the same. Refused: <c>witness.link</c>, <c>witness.exists</c>, <c>witness.key</c>.
    /// </summary>
    public async Task<Refusal?> TakeKeyAsync(Jurisdiction county, string secret, string publicKey, string proof, CancellationToken stop = default)
    {
        if (await FindAsync(secret, stop) is not { } offer)
        {
            return LogBook.Words.Refuse("witness.link", null);
        }

        if (offer.TakenBy is { } taken)
        {
            return taken == publicKey ? null : LogBook.Words.Refuse("witness.exists", null, offer.Name);
        }

        if (!IsHeld(offer.KeyName, publicKey, proof))
        {
            return LogBook.Words.Refuse("witness.key", null);
        }

        db.Add(new StandingWitness { Jurisdiction = county, Name = offer.Name, Role = offer.Role, KeyName = offer.KeyName, PublicKey = publicKey, SealedKey = null });
        return await db.CommitAsync(Actor.Witness(county, offer.Role), new Act("witness.appointed"), stop);
    }

    /// <summary>What the telephone signs to show that it holds the key: no checkpoint and no entry reads like it.</summary>
    internal static byte[] Claim(string keyName, string publicKey) => Encoding.UTF8.GetBytes($"doublerandom witness key\n{keyName}\n{publicKey}\n");

    private static bool IsHeld(string keyName, string publicKey, string proof) =>
        Bytes32.TryParse(publicKey, out var key) && key.ToString() == publicKey
        && proof.Length == 2 * Suite.Sha256.SignatureLength && proof.All(char.IsAsciiHexDigit)
        && Suite.Sha256.Verify(key.ToArray(), Claim(keyName, publicKey), Convert.FromHexString(proof));

    private async Task<WitnessInvitation?> InvitationAsync(string secret, CancellationToken stop)
    {
        var (hash, now) = (LinkSecret.HashOf(secret), db.Clock.Now());
        return hash is null ? null : await db.WitnessInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.LinkHash == hash && i.LinkUntil > now, stop);
    }
}

/// <summary>What a telephone is told before it makes a standing witness's key.</summary>
/// <param name="Name">Short id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="KeyName">The name his key will have in notes and trust files.</param>
/// <param name="Origin">The log's name.</param>
/// <param name="LogKey">The log's public key, hex: the telephone keeps it, and believes no other.</param>
/// <param name="TakenBy">The public key already registered under that name, hex; null before.</param>
public sealed record WitnessOffer(string Name, string Role, string KeyName, string Origin, string LogKey, string? TakenBy);
