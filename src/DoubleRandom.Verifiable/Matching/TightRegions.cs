namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// What failed searches have taught (饱和区域). A failed search leaves a set of open slots and a set of inspectors all of
/// whose remaining places those slots need in every completion. So none of these inspectors can ever fill a slot outside
/// the set: settling more slots only takes completions away. The last 64 such regions are remembered, one bit each.
/// </summary>
internal sealed class TightRegions(int slots, int inspectors)
{
    private const int Remembered = 64;

    private readonly ulong[] regionsOfSlot = new ulong[slots];
    private readonly ulong[] regionsOfInspector = new ulong[inspectors];
    private int count;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        count = 0;
        Array.Clear(regionsOfSlot);
        Array.Clear(regionsOfInspector);
    }

    /// <summary>True when some region needs the inspector for other slots.</summary>
    public bool Forbid(int slot, int inspector) => (regionsOfInspector[inspector] & ~regionsOfSlot[slot]) != 0;

    /// <summary>Remembers a region; the oldest one is forgotten when there are too many.</summary>
    public void Add(ReadOnlySpan<int> slotsWithin, ReadOnlySpan<int> inspectorsWithin)
    {
        var bit = 1UL << (count % Remembered);
        if (count >= Remembered)
        {
            Forget(regionsOfSlot, bit);
            Forget(regionsOfInspector, bit);
        }

        count++;
        foreach (var slot in slotsWithin)
        {
            regionsOfSlot[slot] |= bit;
        }

        foreach (var inspector in inspectorsWithin)
        {
            regionsOfInspector[inspector] |= bit;
        }
    }

    private static void Forget(Span<ulong> regions, ulong bit)
    {
        foreach (ref var region in regions)
        {
            region &= ~bit;
        }
    }
}
