using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>
/// Registers a standing witness whose key never leaves his own telephone [手机密钥]: the administrator makes a link, the telephone makes the
/// key and sends its public half, with a signature that shows it holds the other, and the administrator compares the key with what the telephone shows.
/// </summary>
[PerRequest]
public sealed class AppointByPhone(SupervisionDb db, IChance chance)
{
    /// <summary>
    /// The secret of the link, 32 hex digits, for four hours; a former link of that name stops working. Refused: no right, <c>log.not-founded</c>,
    /// <c>witness.phone-suite</c>, <c>witness.name</c>, <c>witness.exists</c>, <c>witness.role</c>.
    /// </summary>
    public async Task<Outcome<string>> InviteAsync(Actor actor, string name, string role, CancellationToken stop = default)
    {
        if ((await AppointWitness.LogForAsync(db, actor, name, role, stop)).Refused(out var no, out var log))
        {
            return no;
        }

        if (log.Suite != Suite.Sha256)
        {
            return LogBook.Words.Refuse("witness.phone-suite", null).At("Place");
        }

        var secret = LinkSecret.New(chance);
        var (hash, until) = (LinkSecret.HashOf(secret)!, db.Clock.Now() + LinkSecret.Lasts);
        if (await db.WitnessInvitations.SingleOrDefaultAsync(i => i.Name == name, stop) is { } former)
        {
            (former.Role, former.LinkHash, former.LinkUntil, former.PublicKey) = (role.Trim(), hash, until, null);
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
        var registered = await db.StandingWitnesses.AsNoTracking().AnyAsync(w => w.Name == invitation.Name, stop);
        return new WitnessOffer(
            invitation.Name, invitation.Role, KeyName(log, invitation), log.Origin, log.PublicKey, invitation.PublicKey,
            invitation.PublicKey is null ? KeyStep.Make : registered ? KeyStep.Registered : KeyStep.Compare);
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

        if (offer.PublicKey is { } taken)
        {
            return taken == publicKey ? null : LogBook.Words.Refuse("witness.exists", null, offer.Name);
        }

        if (!IsHeld(offer.KeyName, publicKey, proof))
        {
            return LogBook.Words.Refuse("witness.key", null);
        }

        var invitation = await db.WitnessInvitations.SingleAsync(i => i.Name == offer.Name, stop);
        invitation.PublicKey = publicKey;
        return await db.CommitAsync(Actor.Witness(county, offer.Role), new Act("witness.key-sent"), stop) is { } lost && (await FindAsync(secret, stop))?.PublicKey != publicKey
            ? lost
            : null; // the same answer sent twice at the same moment is one
    }

    /// <summary>The keys that wait for the administrator's comparison.</summary>
    public async Task<IReadOnlyList<WaitingKey>> WaitingAsync(CancellationToken stop = default)
    {
        var names = await db.StandingWitnesses.AsNoTracking().Select(w => w.Name).ToListAsync(stop);
        return await db.WitnessInvitations.AsNoTracking().Where(i => i.PublicKey != null && !names.Contains(i.Name)).OrderBy(i => i.Name)
            .Select(i => new WaitingKey(i.Name, i.Role, i.PublicKey!)).ToListAsync(stop);
    }

    /// <summary>
    /// Registers the witness under the key that was compared. Refused: no right, <c>log.not-founded</c>, <c>witness.no-key</c> where another
    /// key or none is waiting, <c>witness.exists</c>.
    /// </summary>
    public async Task<Outcome<string>> ConfirmAsync(Actor actor, string name, string publicKey, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (await db.WitnessInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.Name == name && i.PublicKey == publicKey, stop) is not { } invitation)
        {
            return LogBook.Words.Refuse("witness.no-key", null, name);
        }

        if ((await AppointWitness.LogForAsync(db, actor, name, invitation.Role, stop)).Refused(out no, out var log))
        {
            return no;
        }

        db.Add(new StandingWitness
        {
            Jurisdiction = actor.Jurisdiction,
            Name = name,
            Role = invitation.Role,
            KeyName = KeyName(log, invitation),
            PublicKey = publicKey,
            SealedKey = null,
        });
        return await db.CommitAsync(actor, new Act("witness.appointed"), stop) is { } lost ? lost : publicKey;
    }

    /// <summary>What the telephone signs to show that it holds the key: no checkpoint and no entry reads like it.</summary>
    internal static byte[] Claim(string keyName, string publicKey) => Encoding.UTF8.GetBytes($"doublerandom witness key\n{keyName}\n{publicKey}\n");

    private static string KeyName(TransparencyLog log, WitnessInvitation invitation) => $"{log.Origin}/{invitation.Name}";

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
/// <param name="PublicKey">The public key that a telephone has sent already, hex; null before.</param>
/// <param name="Step">What comes next.</param>
public sealed record WitnessOffer(string Name, string Role, string KeyName, string Origin, string LogKey, string? PublicKey, KeyStep Step);

/// <summary>What comes next on the way to a standing witness's key.</summary>
public enum KeyStep
{
    /// <summary>The telephone makes it.</summary>
    Make,

    /// <summary>The administrator compares it with what the telephone shows.</summary>
    Compare,

    /// <summary>Nothing: it is registered.</summary>
    Registered,
}

/// <summary>A key that a telephone has sent, not yet compared.</summary>
/// <param name="Name">The witness's id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="PublicKey">Hex.</param>
public sealed record WaitingKey(string Name, string Role, string PublicKey);
