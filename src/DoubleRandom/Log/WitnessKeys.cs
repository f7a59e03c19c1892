using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>Unlocks the key of a standing witness for one ceremony [解锁见证密钥]; every try is in the trail.</summary>
[PerRequest]
public sealed class WitnessKeys(SupervisionDb db, UnlockedKeys unlocked)
{
    /// <summary>Whether this witness's key lies here, under his passphrase.</summary>
    internal Task<bool> LieHereAsync(string name, CancellationToken stop) => db.StandingWitnesses.AnyAsync(w => w.Name == name && w.SealedKey != null, stop);

    /// <summary>Null when the key is open now. Refused: <c>witness.no-such</c>, <c>witness.key-on-phone</c>, <c>witness.wrong-passphrase</c>.</summary>
    internal async Task<Refusal?> UnlockAsync(Actor actor, string ceremony, string name, string passphrase, CancellationToken stop)
    {
        if (await db.StandingWitnesses.AsNoTracking().SingleOrDefaultAsync(w => w.Name == name, stop) is not { } witness)
        {
            return LogBook.Words.Refuse("witness.no-such", null, name).At("Witness");
        }

        if (witness.SealedKey is not { } box)
        {
            return LogBook.Words.Refuse("witness.key-on-phone", null, witness.Role);
        }

        var seed = passphrase.Length > PassphraseBox.GreatestLength ? null : PassphraseBox.Open(passphrase, witness.KeyName, box);
        db.Note(actor, new Act(seed is null ? "witness.unlock-failed" : "witness.unlocked"), StoredKind.Of<StandingWitness>(), name, new { Ceremony = ceremony });
        if (await db.CommitAsync(actor, new Act("witness.unlocked"), stop) is { } lost)
        {
            return lost;
        }

        if (seed is null)
        {
            return LogBook.Words.Refuse("witness.wrong-passphrase", null, witness.Role).At("Passphrase");
        }

        unlocked.Keep(actor.Jurisdiction, ceremony, name, new Bytes32(seed));
        return null;
    }
}
