using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>A standing witness to be registered.</summary>
/// <param name="Name">Short id.</param>
/// <param name="Role">Whom he stands for.</param>
/// <param name="Passphrase">Chosen and typed by the witness.</param>
public sealed record WitnessWish(string Name, string Role, string Passphrase);

/// <summary>Registers a standing witness [登记常任见证人] and makes his key, which only his passphrase opens.</summary>
[PerRequest]
public sealed class AppointWitness(SupervisionDb db, IChance chance)
{
    private const int LongestRole = 100;

    /// <summary>
    /// The public key. Refused: no right, <c>log.not-founded</c>, <c>witness.name</c>, <c>witness.exists</c>, <c>witness.role</c>,
    /// <c>witness.weak-passphrase</c>, <c>witness.long-passphrase</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, WitnessWish wish, CancellationToken stop = default)
    {
        if ((await LogForAsync(db, actor, wish.Name, wish.Role, stop, Faults(wish.Passphrase))).Refused(out var no, out var log))
        {
            return no;
        }

        var seed = new byte[Bytes32.Length];
        chance.Fill(seed);
        var witness = new StandingWitness
        {
            Jurisdiction = actor.Jurisdiction,
            Name = wish.Name,
            Role = wish.Role.Trim(),
            KeyName = $"{log.Origin}/{wish.Name}",
            PublicKey = Convert.ToHexStringLower(log.Suite.PublicKey(new Bytes32(seed))),
            SealedKey = PassphraseBox.Seal(wish.Passphrase, $"{log.Origin}/{wish.Name}", seed, chance),
        };
        db.Add(witness);
        return await db.CommitAsync(actor, new Act("witness.appointed"), stop) is { } lost ? lost : witness.PublicKey;
    }

    /// <summary>
    /// The log for which a witness may be registered under this name, wherever his key lies. Refused: no right, <c>log.not-founded</c>,
    /// <c>witness.name</c>, <c>witness.exists</c>, <c>witness.role</c>, and whatever else is wrong.
    /// </summary>
    internal static async Task<Outcome<TransparencyLog>> LogForAsync(
        SupervisionDb db, Actor actor, string name, string role, CancellationToken stop, IEnumerable<Refusal>? others = null)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } log)
        {
            return LogBook.Words.Refuse("log.not-founded", null);
        }

        var names = await db.StandingWitnesses.AsNoTracking().Select(w => w.Name).ToListAsync(stop);
        return Refusal.Of([.. Faults(name, role, names), .. others ?? []]) is { } faults ? faults : log;
    }

    private static IEnumerable<Refusal> Faults(string name, string role, List<string> taken)
    {
        if (!RecordId.IsValid(name))
        {
            yield return LogBook.Words.Refuse("witness.name", null).At(nameof(WitnessWish.Name));
        }

        if (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return LogBook.Words.Refuse("witness.exists", null, name).At(nameof(WitnessWish.Name));
        }

        if (role.Trim().Length is 0 or > LongestRole)
        {
            yield return LogBook.Words.Refuse("witness.role", null).At(nameof(WitnessWish.Role));
        }
    }

    private static IEnumerable<Refusal> Faults(string passphrase)
    {
        if (passphrase.Length < PassphraseBox.LeastLength)
        {
            yield return LogBook.Words.Refuse("witness.weak-passphrase", null, PassphraseBox.LeastLength).At(nameof(WitnessWish.Passphrase));
        }

        if (passphrase.Length > PassphraseBox.GreatestLength)
        {
            yield return LogBook.Words.Refuse("witness.long-passphrase", null, PassphraseBox.GreatestLength).At(nameof(WitnessWish.Passphrase));
        }
    }
}
