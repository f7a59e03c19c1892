using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifier;

/// <summary>Works through the ranges of a record's files on every processor of this machine [全部处理器].</summary>
internal static class AllProcessors
{
    public static readonly RangeWork Work = (ranges, range) => Parallel.For(0, ranges, range);
}
