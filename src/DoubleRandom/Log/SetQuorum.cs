using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Log;

/// <summary>Changes how many standing witnesses a checkpoint needs [法定共签数]; never so that earlier records would fail.</summary>
[PerRequest]
public sealed class SetQuorum(SupervisionDb db)
{
    /// <summary>The quorum. Refused: no right, <c>log.not-founded</c>, <c>log.quorum</c>, <c>log.quorum-broken</c>.</summary>
    public async Task<Outcome<int>> RunAsync(Actor actor, int quorum, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (await db.Logs.AsNoTracking().AnyAsync(stop) is false)
        {
            return LogBook.Words.Refuse("log.not-founded", null);
        }

        var state = await LogState.LoadAsync(db, stop);
        if (quorum < 1 || quorum > state.Witnesses.Count)
        {
            return LogBook.Words.Refuse("log.quorum", null, state.Witnesses.Count, quorum).At("Quorum");
        }

        var weakest = state.Checkpoints
            .Select(c => (c.Size, Signed: state.CosignersOf(c.Size).Count()))
            .Where(c => c.Signed >= state.Head.Quorum && c.Signed < quorum)
            .Select(c => ((int Size, int Signed)?)c)
            .FirstOrDefault();
        if (weakest is { } found)
        {
            return LogBook.Words.Refuse("log.quorum-broken", null, found.Size, found.Signed, quorum).At("Quorum");
        }

        state.Head.Quorum = quorum;
        return await db.CommitAsync(actor, new Act("log.quorum-set"), stop) is { } lost ? lost : quorum;
    }
}
