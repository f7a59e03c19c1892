using DoubleRandom.Draws;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DoubleRandom.Publication;

/// <summary>What is fixed of an attempt's lists before anything is drawn [已冻结的名单]: numbers only, nobody can be told from them.</summary>
/// <param name="Subjects">Subjects in the roster, excluded ones among them.</param>
/// <param name="TakingPart">Subjects that take part.</param>
/// <param name="Excluded">Why how many do not, the most frequent reason first.</param>
/// <param name="Inspectors">Inspectors in the list.</param>
/// <param name="Available">Inspectors who can be matched.</param>
public sealed record FrozenPool(int Subjects, int TakingPart, IReadOnlyList<ReasonCount> Excluded, int Inspectors, int Available);

/// <summary>Counts the frozen lists of an attempt; they never change, so each is counted once.</summary>
[PerRequest]
public sealed class FrozenPoolReader(SupervisionDb db, OpenRecordMemory memory)
{
    /// <summary>The numbers of an attempt; null when there is none.</summary>
    public async Task<FrozenPool?> FindAsync(Jurisdiction county, string number, int attempt, CancellationToken stop = default)
    {
        var key = (county, number, attempt, nameof(FrozenPool));
        if (memory.Records.TryGetValue(key, out Counts? known))
        {
            return known!.Say();
        }

        var files = await db.DrawFiles.AsNoTracking().Where(f => f.Draw == number && f.Attempt == attempt && f.Name != DrawFile.Result)
            .ToDictionaryAsync(f => f.Name, f => f.Bytes, StringComparer.Ordinal, stop);
        if (!files.TryGetValue(DrawFile.Roster, out var roster))
        {
            return null;
        }

        var subjects = Freezing.Read<RosterLine>(Suite.Sha256, roster).OrThrow().Lines;
        var inspectors = Freezing.Read<InspectorLine>(Suite.Sha256, files[DrawFile.Inspectors]).OrThrow().Lines;
        var counts = new Counts(
            subjects.Count, subjects.Count(s => s.TakesPart), [.. subjects.Where(s => !s.TakesPart).Select(s => s.Exclusion).CountBy(code => code)],
            inspectors.Count, inspectors.Count(i => i.TakesPart));
        memory.Records.Set(key, counts, new MemoryCacheEntryOptions { Size = 1024 });
        return counts.Say();
    }

    /// <summary>Codes, not words: every reader has a language of his own.</summary>
    private sealed record Counts(int Subjects, int TakingPart, KeyValuePair<string, int>[] Excluded, int Inspectors, int Available)
    {
        public FrozenPool Say() => new(
            Subjects, TakingPart, PreviewDraw.ByReason(Excluded.SelectMany(e => Enumerable.Repeat(e.Key, e.Value))), Inspectors, Available);
    }
}
