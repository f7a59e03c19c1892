using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>Founds a county's transparency log [建立日志]: its name, its key, its quorum. Once in a county's life.</summary>
[PerRequest]
public sealed class FoundLog(SupervisionDb db, SecretBox secrets, KeyFile file, IChance chance)
{
    internal const string KeyPurpose = "log-key";
    private const int MostWitnesses = 9;

    /// <summary>The log's origin. Refused: no right, <c>log.already-founded</c>, <c>log.quorum</c>, <c>log.suite</c>, <c>secrets.…</c>.</summary>
    /// <param name="actor">The administrator.</param>
    /// <param name="quorum">Least number of standing witnesses under a checkpoint, 1 to 9.</param>
    /// <param name="suite">Its cryptographic suite; null is refused (<c>log.suite</c>), as no list has another.</param>
    /// <param name="stop">Stops the act.</param>
    public async Task<Outcome<string>> RunAsync(Actor actor, int quorum, Suite? suite, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (quorum is < 1 or > MostWitnesses)
        {
            return LogBook.Words.Refuse("log.quorum", null, MostWitnesses, quorum).At("Quorum");
        }

        if (suite is null)
        {
            return LogBook.Words.Refuse("log.suite", null).At("Suite");
        }

        var founded = await db.Logs.IgnoreQueryFilters([SupervisionDb.FilterName]).AsNoTracking().Select(l => l.Jurisdiction).ToListAsync(stop);
        if (founded.Contains(actor.Jurisdiction))
        {
            return LogBook.Words.Refuse("log.already-founded", null);
        }

        if (founded.Count == 0)
        {
            file.CreateWhereMissing();
        }

        var seed = new byte[Bytes32.Length];
        chance.Fill(seed);
        var box = secrets.Seal(actor, KeyPurpose, seed);
        if (box.Refused(out no))
        {
            return no;
        }

        var log = new TransparencyLog
        {
            Jurisdiction = actor.Jurisdiction,
            Origin = $"doublerandom/{actor.Jurisdiction}{suite.OriginEnding}",
            SuiteName = suite.Name,
            PublicKey = Convert.ToHexStringLower(suite.PublicKey(new Bytes32(seed))),
            SealedKey = box.Value,
            Quorum = quorum,
        };
        db.Add(log);
        return await db.CommitAsync(actor, new Act("log.founded"), stop) is { } lost ? lost : log.Origin;
    }
}
