using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>The valid checkpoints by size, and when what they cover was first cosigned (共签时间).</summary>
internal sealed class CosignedTimes
{
    private readonly long[] sizes;
    private readonly RecordTime[] earliestFrom;

    public CosignedTimes(IEnumerable<CheckpointStanding> checkpoints)
    {
        var bySize = checkpoints.OrderBy(c => c.Checkpoint.Size).ToArray();
        sizes = bySize.Select(c => c.Checkpoint.Size).ToArray();
        earliestFrom = bySize.Select(c => c.CosignedAt).ToArray();
        Newest = earliestFrom.DefaultIfEmpty().Max();
        for (var i = earliestFrom.Length - 2; i >= 0; i--)
        {
            earliestFrom[i] = new RecordTime(Math.Min(earliestFrom[i].UnixSeconds, earliestFrom[i + 1].UnixSeconds));
        }
    }

    /// <summary>The newest cosigned time of the record.</summary>
    public RecordTime Newest { get; }

    /// <summary>Entries that valid checkpoints cover.</summary>
    public long Covered => sizes.LastOrDefault();

    /// <summary>When a checkpoint over the entry was first cosigned by the quorum; null if never.</summary>
    public RecordTime? EarliestOver(int index) => FirstOver(index) is var at && at < sizes.Length ? earliestFrom[at] : null;

    /// <summary>True when a checkpoint covers the former entry and not yet the next.</summary>
    public bool Separate(int former, int next) => FirstOver(former) is var at && at < sizes.Length && sizes[at] <= next;

    private int FirstOver(int index)
    {
        var at = Array.BinarySearch(sizes, index + 1L);
        return at >= 0 ? at : ~at;
    }
}
