using DoubleRandom.Draws;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Publication;

/// <summary>The memory of <see cref="OpenRecords"/> [抽取记录缓存]: at most 256 MB, the records asked for least go first.</summary>
public sealed class OpenRecordMemory : IDisposable
{
    internal MemoryCache Records { get; } = new(new MemoryCacheOptions { SizeLimit = 256L << 20 });

    internal SemaphoreSlim OneReader { get; } = new(1);

    /// <inheritdoc/>
    public void Dispose()
    {
        Records.Dispose();
        OneReader.Dispose();
    }
}

/// <summary>Finds the records of opened attempts; what was opened never changes, so each is read once.</summary>
internal sealed class OpenRecords(SupervisionDb db, OpenRecordMemory memory)
{
    /// <summary>The record of an opened attempt.</summary>
    public async Task<OpenRecord> OfAsync(Draw attempt, CancellationToken stop)
    {
        var key = (attempt.Jurisdiction, attempt.Number, attempt.Attempt);
        if (memory.Records.TryGetValue(key, out OpenRecord? known))
        {
            return known!;
        }

        // One at a time: a crowd that asks for the same large record at once must not read it many times.
        await memory.OneReader.WaitAsync(stop);
        try
        {
            return (await memory.Records.GetOrCreateAsync(key, async entry =>
            {
                var record = await ReadAsync(attempt, stop);
                entry.Size = record.Weight;
                return record;
            }))!;
        }
        finally
        {
            memory.OneReader.Release();
        }
    }

    private async Task<OpenRecord> ReadAsync(Draw attempt, CancellationToken stop)
    {
        var log = (await LogGlance.FindAsync(db, stop))!;
        var shares = await db.WitnessShares.AsNoTracking().Where(s => s.Draw == attempt.Number && s.Attempt == attempt.Attempt).OrderBy(s => s.Witness).ToListAsync(stop);
        var entries = await log.EntriesAsync([.. shares.Select(s => s.RevealIndex).Append(attempt.CommitIndex).Append(attempt.OpenedIndex).OfType<int>()], stop);
        var files = await db.DrawFiles.AsNoTracking()
            .Where(f => f.Draw == attempt.Number && f.Attempt == attempt.Attempt && (f.Name == DrawFile.Roster || f.Name == DrawFile.Result))
            .ToDictionaryAsync(f => f.Name, f => f.Bytes, StringComparer.Ordinal, stop);
        var commit = (CommitRecord)entries[attempt.CommitIndex].Body;
        var reveals = shares.Where(s => s.RevealIndex is not null).Select(s => (WitnessReveal)entries[s.RevealIndex!.Value].Body);
        Bytes32? key = attempt.SealedIndex is null ? null : DrawKeys.Derive(
            log.Head.Suite, ((DrawOpened)entries[attempt.OpenedIndex!.Value].Body).ServerSecret, commit,
            reveals.Select(r => new Contribution(r.Witness, r.Nonce, r.Value)), null).Ticket;
        return new OpenRecord(
            log.Head.Suite, commit, key, files[DrawFile.Roster],
            files.TryGetValue(DrawFile.Result, out var result) ? DrawResult.Parse(result).OrThrow() : null);
    }
}
