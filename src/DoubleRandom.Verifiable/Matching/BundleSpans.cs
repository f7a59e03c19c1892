namespace DoubleRandom.Verifiable.Matching;

/// <summary>Where each slot's bundle begins and ends among all slots: slots stand bundle by bundle.</summary>
internal sealed class BundleSpans
{
    private readonly int[] start;
    private readonly int[] end;

    public BundleSpans(IReadOnlyList<Slot> slots)
    {
        (start, end) = (new int[slots.Count], new int[slots.Count]);
        for (int from = 0, to; from < slots.Count; from = to)
        {
            for (to = from + 1; to < slots.Count && ReferenceEquals(slots[to].Bundle, slots[from].Bundle);)
            {
                to++;
            }

            start.AsSpan(from..to).Fill(from);
            end.AsSpan(from..to).Fill(to);
        }
    }

    public int StartOf(int slot) => start[slot];

    public int EndOf(int slot) => end[slot];
}
