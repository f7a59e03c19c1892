using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Inspections;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Publication;

/// <summary>
/// Checks a county's whole log against itself, its signatures and the database [日志全面核对]: at every start, every night and whenever
/// somebody asks. What it finds is kept; a difference stops every draw until a later check finds none.
/// </summary>
[PerRequest]
public sealed class CheckLog(SupervisionDb db, DrawLogCheck draws, TimeProvider clock)
{
    /// <summary>Who may have it checked: whoever holds draws, reads the trail or administers the county, and the platform itself.</summary>
    public static bool MayRun(Actor actor) => actor.May(Right.HoldDraws) || actor.May(Right.ReadAudit) || actor.May(Right.ManageAccounts);

    /// <summary>Null when there is no log or everything fits. Refused: no right, and the difference: <c>log.differs</c>, <c>draw.differs-from-log</c>, <c>result.differs-from-log</c>.</summary>
    public async Task<Refusal?> RunAsync(Actor actor, CancellationToken stop = default)
    {
        if (!MayRun(actor))
        {
            return actor.Refuse(Right.HoldDraws);
        }

        return await KeepAsync(actor, await draws.RunAsync(stop) ?? await ResultsDifferAsync(stop), stop);
    }

    /// <summary>
    /// Keeps that a check broke off because the database could not be read as it was written; it stops the draws as a difference does.
    /// Returns <c>log.unreadable</c>.
    /// </summary>
    public Task<Refusal?> BrokeOffAsync(Actor actor, CancellationToken stop = default) =>
        MayRun(actor) ? KeepAsync(actor, LogBook.Unreadable(), stop) : Task.FromResult<Refusal?>(actor.Refuse(Right.HoldDraws));

    private async Task<Refusal?> KeepAsync(Actor actor, Refusal? difference, CancellationToken stop)
    {
        db.Add(new LogCheckRun
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Uuid7.New(clock),
            At = clock.Now(),
            Size = await db.Logs.AsNoTracking().Select(l => l.Size).SingleOrDefaultAsync(stop),
            Fits = difference is null,
            Chinese = difference?.Because ?? "",
            English = difference?.InEnglish ?? "",
        });
        return await db.CommitAsync(actor, new Act("log.checked"), stop) ?? difference;
    }

    /// <summary>Whether every edition stands in the log as it is published, and the log tells of no other.</summary>
    private async Task<Refusal?> ResultsDifferAsync(CancellationToken stop)
    {
        if (await db.Logs.AsNoTracking().SingleOrDefaultAsync(stop) is not { } head)
        {
            return null;
        }

        var editions = await db.ResultEditions.AsNoTracking().Select(e => new { e.Visit, e.Edition, e.LogIndex }).ToListAsync(stop);
        var visits = await db.Visits.AsNoTracking().Select(v => new { v.Id, v.Draw, v.Attempt }).ToDictionaryAsync(v => v.Id, stop);
        var published = (await db.PublishedResults.AsNoTracking().ToListAsync(stop)).ToLookup(r => (r.Visit, r.Edition));
        var rows = editions.ToDictionary(e => e.LogIndex, e => published[(e.Visit, e.Edition)].ToArray());
        await foreach (var leaf in db.LogLeaves.AsNoTracking().OrderBy(l => l.Index).AsAsyncEnumerable().WithCancellation(stop))
        {
            var entry = LogEntry.Parse(leaf.Bytes).OrThrow();
            if (entry.Body.Type != ResultStatement.Type)
            {
                continue;
            }

            if (!rows.Remove(leaf.Index, out var told) || told.Length == 0 || !visits.TryGetValue(told[0].Visit, out var visit)
                || !entry.ToBytes().AsSpan().SequenceEqual(ResultStatement.Entry(head.Suite, visit.Draw, visit.Attempt, told).ToBytes()))
            {
                return InspectionRefusals.DiffersFromLog(leaf.Index);
            }
        }

        return rows.Count == 0 ? null : InspectionRefusals.DiffersFromLog(rows.Keys.Min());
    }
}
