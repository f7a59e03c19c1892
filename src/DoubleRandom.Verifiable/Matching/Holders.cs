namespace DoubleRandom.Verifiable.Matching;

/// <summary>Who holds which slot at the moment (席位占用), and how many slots each inspector holds.</summary>
internal sealed class Holders(IReadOnlyList<Slot> slots, int inspectors)
{
    public const int Nobody = -1;

    private readonly BundleSpans bundles = new(slots);
    private readonly int[] holder = new int[slots.Count];
    private readonly int[] load = new int[inspectors];
    private readonly HeldSlots held = new(slots.Count, inspectors);

    public BundleSpans Bundles => bundles;

    /// <summary>For every inspector the slots held that are not yet settled.</summary>
    public HeldSlots Open => held;

    public int Of(int slot) => holder[slot];

    public int LoadOf(int inspector) => load[inspector];

    /// <summary>Nobody holds anything.</summary>
    public void Clear()
    {
        Array.Fill(holder, Nobody);
        Array.Clear(load);
        held.Clear();
    }

    public void Put(int slot, int inspector)
    {
        var had = holder[slot];
        if (had != Nobody)
        {
            load[had]--;
            held.Remove(slot, had);
        }

        holder[slot] = inspector;
        if (inspector != Nobody)
        {
            load[inspector]++;
            held.Add(slot, inspector);
        }
    }

    /// <summary>The slot of the same bundle that the inspector holds, or −1.</summary>
    public int InBundle(int slot, int inspector)
    {
        for (var at = bundles.StartOf(slot); at < bundles.EndOf(slot); at++)
        {
            if (holder[at] == inspector)
            {
                return at;
            }
        }

        return Nobody;
    }
}
