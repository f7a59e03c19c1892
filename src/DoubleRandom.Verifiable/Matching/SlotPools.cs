namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// The pools of all slots (候选池), each array once. During one search every pool keeps a list of those not yet asked, so
/// that slots of one pool do not ask the same people again.
/// </summary>
internal sealed class SlotPools
{
    private readonly int[] numberOf;
    private readonly List<int[]> pools = [];
    private readonly List<int[]> asking = [];
    private readonly int[] left;
    private readonly int[] touched;
    private readonly int[] full;
    private int search;

    public SlotPools(int[][] poolOfSlot)
    {
        var numbers = new Dictionary<int[], int>(ReferenceEqualityComparer.Instance);
        numberOf = new int[poolOfSlot.Length];
        for (var slot = 0; slot < poolOfSlot.Length; slot++)
        {
            if (!numbers.TryGetValue(poolOfSlot[slot], out numberOf[slot]))
            {
                numbers.Add(poolOfSlot[slot], numberOf[slot] = pools.Count);
                pools.Add(poolOfSlot[slot]);
                asking.Add([]);
            }
        }

        (left, touched, full) = (new int[pools.Count], new int[pools.Count], new int[pools.Count]);
    }

    public int Count => pools.Count;

    public int NumberOf(int slot) => numberOf[slot];

    public int[] Of(int slot) => pools[numberOf[slot]];

    public bool Has(int slot, int inspector) => Array.BinarySearch(Of(slot), inspector) >= 0;

    public void StartSearch() => search++;

    /// <summary>True when this search has found nobody free in the slot's pool.</summary>
    public bool IsFull(int slot) => full[numberOf[slot]] == search;

    public void NoteFull(int slot) => full[numberOf[slot]] = search;

    /// <summary>Those of the slot's pool whom nobody has asked in this search; the list may be compacted in place.</summary>
    public Span<int> NotYetAsked(int slot)
    {
        var pool = numberOf[slot];
        if (touched[pool] != search)
        {
            asking[pool] = asking[pool].Length == 0 ? new int[pools[pool].Length] : asking[pool];
            pools[pool].CopyTo(asking[pool], 0);
            (touched[pool], left[pool]) = (search, pools[pool].Length);
        }

        return asking[pool].AsSpan(0, left[pool]);
    }

    /// <summary>Keeps the first so many of those not yet asked.</summary>
    public void Keep(int slot, int count) => left[numberOf[slot]] = count;
}
