namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// What one search has reached (搜索轨迹): slots in the order they were reached, each with the slot it was reached from, and
/// the inspectors asked. Starting anew costs nothing.
/// </summary>
internal sealed class SearchTrail(int slots, int inspectors)
{
    private readonly int[] reached = new int[slots];
    private readonly int[] reachedIn = new int[slots];
    private readonly int[] cameFrom = new int[slots];
    private readonly int[] asked = new int[inspectors];
    private readonly int[] askedIn = new int[inspectors];
    private int search;
    private int askedCount;

    /// <summary>Number of slots reached so far.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => reached.AsSpan(0, Count);

    public ReadOnlySpan<int> Inspectors => asked.AsSpan(0, askedCount);

    public int SlotAt(int place) => reached[place];

    public int CameFrom(int slot) => cameFrom[slot];

    public void Start()
    {
        search++;
        (Count, askedCount) = (0, 0);
    }

    /// <summary>Notes a slot; false when it was reached before.</summary>
    public bool Reach(int slot, int from)
    {
        if (reachedIn[slot] == search)
        {
            return false;
        }

        (reachedIn[slot], cameFrom[slot], reached[Count]) = (search, from, slot);
        Count++;
        return true;
    }

    /// <summary>Notes an inspector; false when asked before.</summary>
    public bool Ask(int inspector)
    {
        if (askedIn[inspector] == search)
        {
            return false;
        }

        (askedIn[inspector], asked[askedCount]) = (search, inspector);
        askedCount++;
        return true;
    }
}
