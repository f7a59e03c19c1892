using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>Cuts the draw order into batches (批次, A.4, A.7).</summary>
public static class Batches
{
    /// <summary>
    /// The sizes that the commit record's <c>batches</c> mean for a number of drawn subjects: none = one batch, all zeros =
    /// equal parts with the extra ones in earlier batches. Other sizes that do not add up are a fault.
    /// </summary>
    public static Answer<BatchSizes> SizesFor(IReadOnlyList<int> batches, int drawn)
    {
        if (batches.Count == 0)
        {
            return new BatchSizes([drawn]);
        }

        if (batches.All(size => size == 0))
        {
            var (each, extra) = Math.DivRem(drawn, batches.Count);
            return new BatchSizes(batches.Select((_, i) => each + (i < extra ? 1 : 0)).ToArray());
        }

        return batches.Sum(size => (long)size) == drawn
            ? new BatchSizes(batches)
            : new Fault("batches.sum", $"批次之和不等于抽取总数 {drawn}。", $"The batch sizes do not add up to the {drawn} subjects drawn.");
    }
}

/// <summary>How many subjects each batch holds, batch 1 first.</summary>
/// <param name="Sizes">One number per batch, 0 or more.</param>
public sealed record BatchSizes(IReadOnlyList<int> Sizes)
{
    /// <summary>The batch number, from 1, of every place in the draw order.</summary>
    internal IEnumerable<int> NumberOfEachPlace() => Sizes.SelectMany((size, i) => Enumerable.Repeat(i + 1, size));
}
