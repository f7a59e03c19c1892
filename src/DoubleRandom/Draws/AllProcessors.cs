using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws;

/// <summary>Works through the ranges of a frozen list on every processor of this machine [全部处理器].</summary>
public static class AllProcessors
{
    /// <summary>Returns when all ranges are done. Lists of less than some 8 MB are too short to be shared out.</summary>
    public static readonly RangeWork Work = (ranges, range) => Parallel.For(0, ranges, range);
}
