namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// One complete assignment of inspectors to slots, kept complete while slots are settled one by one (席位分配). It answers
/// the only question the matching asks: do the open slots still fill when this inspector is put here? Each inspector
/// stands at most once in a bundle and in at most <c>cap</c> slots.
/// </summary>
internal sealed class TeamFlow
{
    private const int Nobody = -1;

    private readonly int[][] pools;
    private readonly int[] caps;
    private readonly int[] bundleStart;
    private readonly int[] bundleEnd;
    private readonly int[] holder;
    private readonly bool[] isSettled;
    private readonly int[] load;
    private readonly int[] settledLoad;
    private readonly HeldSlots held;
    private readonly int[] slotSeen;
    private readonly int[] inspectorSeen;
    private readonly int[] cameFrom;
    private readonly int[] queue;
    private int search;

    private TeamFlow(int[][] pools, int[] caps, IReadOnlyList<Slot> slots)
    {
        (this.pools, this.caps) = (pools, caps);
        var count = slots.Count;
        (bundleStart, bundleEnd) = (new int[count], new int[count]);
        (holder, isSettled, cameFrom, slotSeen, queue) = (new int[count], new bool[count], new int[count], new int[count], new int[count]);
        (load, settledLoad, inspectorSeen) = (new int[caps.Length], new int[caps.Length], new int[caps.Length]);
        held = new HeldSlots(count, caps.Length);
        Array.Fill(holder, Nobody);
        for (int start = 0, end; start < count; start = end)
        {
            for (end = start + 1; end < count && ReferenceEquals(slots[end].Bundle, slots[start].Bundle);)
            {
                end++;
            }

            bundleStart.AsSpan(start..end).Fill(start);
            bundleEnd.AsSpan(start..end).Fill(end);
        }
    }

    /// <summary>A complete assignment, or null and the slots that cannot all be filled (a Hall violation).</summary>
    public static TeamFlow? Complete(int[][] pools, int[] caps, IReadOnlyList<Slot> slots, out int[] deficient)
    {
        deficient = [];
        var empty = Array.FindIndex(pools, pool => pool.Length == 0);
        if (empty >= 0)
        {
            deficient = [empty];
            return null;
        }

        var flow = new TeamFlow(pools, caps, slots);
        for (var slot = 0; slot < pools.Length; slot++)
        {
            if (!flow.Augment(slot, out var seen))
            {
                deficient = flow.queue[..seen];
                return null;
            }
        }

        return flow;
    }

    /// <summary>The inspector in a slot.</summary>
    public int HolderOf(int slot) => holder[slot];

    /// <summary>Candidates for a slot: in its pool, not used up by settled slots, not settled in the bundle.</summary>
    public List<int> Candidates(int slot) =>
        pools[slot].Where(i => settledLoad[i] < caps[i] && !(InBundle(slot, i) is var at and not Nobody && isSettled[at])).ToList();

    /// <summary>Puts the inspector into the slot and settles it, if all open slots can still be filled; else changes nothing.</summary>
    public bool TrySettle(int slot, int inspector)
    {
        if (holder[slot] != inspector && !Move(slot, inspector))
        {
            return false;
        }

        isSettled[slot] = true;
        held.Remove(slot, inspector);
        settledLoad[inspector]++;
        return true;
    }

    private bool Move(int slot, int inspector)
    {
        var former = holder[slot];
        var sameBundle = InBundle(slot, inspector);
        if (sameBundle == Nobody && load[inspector] < caps[inspector])
        {
            Put(slot, inspector);
            return true;
        }

        // One open slot of the inspector's has to give way; any one will do, because a single missing unit of flow can be
        // found from wherever it is missing.
        var (yields, quick) = sameBundle != Nobody ? (sameBundle, false) : WhoYields(inspector, former);
        Put(yields, Nobody);
        Put(slot, inspector);
        if (quick)
        {
            Put(yields, former);
            return true;
        }

        isSettled[slot] = true;
        var filled = Augment(yields, out _);
        isSettled[slot] = false;
        if (!filled)
        {
            Put(slot, former);
            Put(yields, inspector);
        }

        return filled;
    }

    /// <summary>An open slot of the inspector's, if possible one that the slot's former holder can take over at once.</summary>
    private (int Slot, bool Quick) WhoYields(int inspector, int former)
    {
        for (var slot = held.First(inspector); slot != Nobody; slot = held.Next(slot))
        {
            if (InBundle(slot, former) == Nobody && Array.BinarySearch(pools[slot], former) >= 0)
            {
                return (slot, true);
            }
        }

        return (held.First(inspector), false);
    }

    /// <summary>Fills an empty slot by the shortest chain of moves among open slots, or reports the slots such chains reach.</summary>
    private bool Augment(int empty, out int seen)
    {
        search++;
        (queue[0], slotSeen[empty], seen) = (empty, search, 1);
        for (var next = 0; next < seen; next++)
        {
            var slot = queue[next];
            foreach (var inspector in pools[slot])
            {
                if (load[inspector] < caps[inspector] && InBundle(slot, inspector) == Nobody)
                {
                    Shift(slot, inspector, empty);
                    return true;
                }
            }

            foreach (var inspector in pools[slot])
            {
                var sameBundle = InBundle(slot, inspector);
                if (sameBundle != Nobody)
                {
                    Visit(sameBundle, slot, ref seen);
                }
                else if (inspectorSeen[inspector] != search)
                {
                    inspectorSeen[inspector] = search;
                    for (var other = held.First(inspector); other != Nobody; other = held.Next(other))
                    {
                        Visit(other, slot, ref seen);
                    }
                }
            }
        }

        return false;
    }

    private void Visit(int slot, int from, ref int seen)
    {
        if (!isSettled[slot] && slotSeen[slot] != search)
        {
            (slotSeen[slot], cameFrom[slot], queue[seen]) = (search, from, slot);
            seen++;
        }
    }

    /// <summary>The slot takes the free inspector, the slot before takes the one it had, and so on back to the empty slot.</summary>
    private void Shift(int slot, int inspector, int empty)
    {
        while (true)
        {
            var had = holder[slot];
            Put(slot, inspector);
            if (slot == empty)
            {
                return;
            }

            (slot, inspector) = (cameFrom[slot], had);
        }
    }

    private void Put(int slot, int inspector)
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
    private int InBundle(int slot, int inspector) =>
        Array.IndexOf(holder, inspector, bundleStart[slot], bundleEnd[slot] - bundleStart[slot]);
}
