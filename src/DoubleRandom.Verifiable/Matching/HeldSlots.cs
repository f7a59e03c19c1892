namespace DoubleRandom.Verifiable.Matching;

/// <summary>For every inspector the open slots held, as linked lists in flat arrays: put, take and walk without allocation.</summary>
internal sealed class HeldSlots
{
    private const int None = -1;

    private readonly int[] first;
    private readonly int[] next;
    private readonly int[] previous;

    public HeldSlots(int slots, int inspectors)
    {
        (first, next, previous) = (new int[inspectors], new int[slots], new int[slots]);
        Clear();
    }

    /// <summary>Nobody holds anything.</summary>
    public void Clear() => Array.Fill(first, None);

    public int First(int inspector) => first[inspector];

    public int Next(int slot) => next[slot];

    public void Add(int slot, int inspector)
    {
        (next[slot], previous[slot]) = (first[inspector], None);
        if (first[inspector] != None)
        {
            previous[first[inspector]] = slot;
        }

        first[inspector] = slot;
    }

    public void Remove(int slot, int inspector)
    {
        if (previous[slot] == None)
        {
            first[inspector] = next[slot];
        }
        else
        {
            next[previous[slot]] = next[slot];
        }

        if (next[slot] != None)
        {
            previous[next[slot]] = previous[slot];
        }
    }
}
